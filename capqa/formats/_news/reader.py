"""Goes through the tokens of a document once and gives its texts as segments with their places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from capqa.formats._html.roles import text_role
from capqa.formats._mapping import Places
from capqa.formats._nesting import NestedPage
from capqa.formats._news.elements import Element, Namespaces, opened
from capqa.formats._news.languages import declared_within
from capqa.formats._news.meanings import Reads
from capqa.formats._news.strings import is_like_html, lines_of_string, markup_of, string_of
from capqa.formats._news.vocabularies import PAGES, understand
from capqa.formats._roles import inferred_roles
from capqa.formats._xml_text import CollapsingText
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.formats._xml import Token
    from capqa.model import Segment

_WHOLE = frozenset(Reads) - {Reads.THROUGH, Reads.TEXT, Reads.LINE_BREAK}
_STRINGS = _WHOLE - {Reads.NOTHING, Reads.PAGE}
_LINES = frozenset({Reads.LINES, Reads.LINES_OR_HTML})
_PERHAPS_HTML = frozenset({Reads.PERHAPS_HTML, Reads.LINES_OR_HTML})


class News(NamedTuple):
    """What a document holds: its segments in order, the pages nested in it, and its language.

    ``markup`` are the stretches of the source that are XHTML, where a page's text is not escaped
    again.
    """

    segments: list[Segment]
    pages: list[NestedPage]
    markup: list[tuple[int, int]]
    language: str | None


def read_news(text: str, tokens: Sequence[Token]) -> News:
    """Return what a well-formed document holds.

    A segment's language is None where only the document as a whole declares one.
    """
    return _Reader(text, tokens).read()


class _Reader:
    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._places = Places(text)
        self._namespaces = Namespaces()
        self._languages = declared_within(text, tokens)
        self._languages_of_pages: set[str | None] = set()
        self._current: Element | None = None
        self._block = CollapsingText(text, self._places)
        self._segments: list[Segment] = []
        self._pages: list[NestedPage] = []
        self._markup: list[tuple[int, int]] = []

    def read(self) -> News:
        index = 0
        while index < len(self._tokens):
            token = self._tokens[index]
            if token.kind in ("open", "empty"):
                index = self._begin(token, index)
            elif token.kind == "close":
                self._end()
            elif self._current and self._current.block:
                self._block.add(
                    token.start,
                    token.end,
                    decodes=token.kind == "text",
                    keeps_space=self._current.keeps_space,
                )
            index += 1
        languages = self._languages_of_pages
        language = languages.pop() if len(languages) == 1 else None
        return News(list(self._in_order(language)), self._pages, self._markup, language)

    def _in_order(self, language: str | None) -> Iterator[Segment]:
        found = [*self._segments, *(each for page in self._pages for each in page.segments)]
        for segment in sorted(found, key=lambda each: each.start):
            is_of_page = language is not None and segment.language == language
            yield replace(segment, language=None) if is_of_page else segment

    def _begin(self, token: Token, index: int) -> int:
        """Take an element that begins; return the index of the last token that was read."""
        parent = self._current
        element = opened(token, parent, self._namespaces, self._languages)
        understand(element)
        meaning = element.meaning
        element.role = meaning.role or (parent.role if parent else None)
        element.block = parent.block if parent else None
        if token.name in PAGES and element.vocabulary:
            self._languages_of_pages.add(element.language)
        self._add_attributes(element)
        reads = meaning.reads
        if token.kind == "empty":
            if reads is Reads.LINE_BREAK:
                self._break_line(token)
            elif reads is Reads.PAGE:
                self._add_page(element, index, index)
            self._namespaces.forget(element.declared_namespaces)
            return index
        # Within a text, what might be a string is a part of that: else each of many that stand in
        # each other would be looked through.
        if reads in _WHOLE and not (reads in _STRINGS and element.block):
            end = self._closing(index)
            if self._add_whole(element, index, end):
                self._namespaces.forget(element.declared_namespaces)
                return end
        if reads is Reads.LINE_BREAK:
            self._break_line(token)
        elif reads is not Reads.THROUGH:
            self._finish(parent)
            element.block = element
        elif parent and element.language != parent.language:
            self._finish(parent)
        self._current = element
        return index

    def _end(self) -> None:
        element = self._current
        if element is None:
            return
        outside = element.parent
        if element.block is element or (outside and element.language != outside.language):
            self._finish(element)
        self._namespaces.forget(element.declared_namespaces)
        self._current = outside

    def _finish(self, element: Element | None) -> None:
        """End the text that stands in an element, if one does."""
        if element and element.block:
            self._add(self._block, element.block, element.block.path, element.language)
        self._block = CollapsingText(self._text, self._places)

    def _add(self, text: CollapsingText, element: Element, path: str, language: str | None) -> None:
        segment = text.segment(Role.BODY, locator=path, language=language)
        if segment:
            self._segments.append(replace(segment, role=_role(segment.text, element.role)))

    def _add_attributes(self, element: Element) -> None:
        if not element.meaning.attributes:
            return
        places = {name: (start, end) for name, start, end in element.token.values()}
        for name, role in element.meaning.attributes:
            if name in places:
                text = CollapsingText(self._text, self._places)
                text.add(*places[name])
                segment = text.segment(
                    role, locator=f"{element.path}/@{name}", language=element.language
                )
                self._segments += [segment] if segment else []

    def _break_line(self, token: Token) -> None:
        if self._current and self._current.block:
            self._block.break_line(token.start, token.end - token.start)

    def _add_whole(self, element: Element, index: int, end: int) -> bool:
        """Read an element from one tag to the other; return whether that is all there is to do."""
        reads = element.meaning.reads
        inside = self._tokens[index + 1 : end]
        if reads is Reads.NOTHING:
            return True
        if reads is Reads.PAGE:
            self._add_page(element, index, end)
            return True
        if any(token.name for token in inside):
            if reads is Reads.HTML:
                # Not as it should be, but as some write it: not escaped.
                self._finish(element.parent)
                self._add_page(element, index + 1, end - 1)
                return True
            return False
        self._finish(element.parent)
        string = string_of(self._text, inside, self._places)
        segment = string.segment(
            element.role or Role.BODY, locator=element.path, language=element.language
        )
        if segment is None:
            return True
        if reads is Reads.HTML or (reads in _PERHAPS_HTML and is_like_html(segment.text)):
            self._pages.append(NestedPage(segment))
        elif reads in _LINES:
            self._segments += self._lines(element, inside)
        else:
            text = CollapsingText(self._text, self._places)
            for token in inside:
                text.add(token.start, token.end, decodes=token.kind == "text")
            self._add(text, element, element.path, element.language)
        return True

    def _lines(self, element: Element, tokens: Sequence[Token]) -> Iterator[Segment]:
        builders = lines_of_string(self._text, tokens, self._places)
        path, language = element.path, element.language
        lines = [each.segment(Role.BODY, locator=path, language=language) for each in builders]
        roles = inferred_roles([line.text if line else "" for line in lines])
        for line, role in zip(lines, roles, strict=True):
            if line:
                own = _role(line.text, element.role) if element.role else role
                yield replace(line, role=own)

    def _add_page(self, element: Element, first: int, last: int) -> None:
        tokens = self._tokens[first : last + 1]
        string = markup_of(self._text, tokens, element.token.prefix, self._places)
        segment = string.segment(
            element.role or Role.BODY, locator=element.path, language=element.language
        )
        if segment:
            self._markup.append((tokens[0].start, tokens[-1].end))
            self._pages.append(NestedPage(segment, xml=True))

    def _closing(self, index: int) -> int:
        depth = 0
        for place in range(index, len(self._tokens)):
            kind = self._tokens[place].kind
            depth += (kind == "open") - (kind == "close")
            if not depth:
                return place
        return len(self._tokens) - 1  # not in a well-formed document


def _role(text: str, role: Role | None) -> Role:
    return text_role(text, role, holds_byline=False, linked=False, small=False)
