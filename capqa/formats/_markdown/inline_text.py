"""The texts in a block's inline content: its own, and those of images, links and tags in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from capqa.formats._content_names import content_role
from capqa.formats._html.elements import SKIPPED
from capqa.formats._mapping import SegmentBuilder
from capqa.formats._markdown.inline_html import InlineHtml
from capqa.formats._markdown.passages import Passage, Place, Writing
from capqa.formats._markdown.templates import arguments
from capqa.formats._markdown.titles import add_argument, add_title, link_title
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.token import Token

    from capqa.formats._mapping import Places
    from capqa.formats._markdown.source_map import SourceMap

_EMPHASIS: Final = {"em_open": 1, "strong_open": 1, "em_close": -1, "strong_close": -1}
_BREAKS: Final = {"softbreak": " ", "hardbreak": "\n"}
_ANY_TEXT: Final = frozenset(("text", "text_special"))


@dataclass(slots=True)
class InlineText:
    """What a block's inline content holds.

    ``linked`` and ``emphasised`` say that all of the text is, ``after_image`` that nothing but
    images stands on its first line, ``images`` how many there are. ``templates`` are the shortcodes
    and tags with their places, ``image_labels`` the references that images are by.
    """

    builder: SegmentBuilder
    asides: list[Passage] = field(default_factory=list)
    templates: list[tuple[str, int]] = field(default_factory=list)
    image_labels: set[str] = field(default_factory=set)
    images: int = 0
    has_text: bool = False
    linked: bool = True
    emphasised: bool = True
    after_image: bool = False


class InlineReader:
    """Reads the tokens of one block's inline content."""

    def __init__(
        self, content: str, source_map: SourceMap, places: Places, language: str | None
    ) -> None:
        """Take the content, where it stands, and the language of the document."""
        self._content = content
        self._map = source_map
        self._places = places
        self._found = InlineText(SegmentBuilder(places))
        self._html = InlineHtml(source_map, places, self._found.asides, language)
        self._links = self._emphases = 0

    def read(self, tokens: Sequence[Token]) -> InlineText:
        """Return what the tokens hold."""
        self._walk(tokens)
        self._html.finish()
        return self._found

    def _walk(self, tokens: Sequence[Token]) -> None:
        found = self._found
        closings = _closings(tokens)
        cursor, skipped_to, is_address = 0, -1, False
        for index, token in enumerate(tokens):
            kind, (start, end) = token.type, _place(token, cursor)
            builder = self._html.builder or found.builder
            if kind in _ANY_TEXT:
                if token.content and not is_address and index > skipped_to:
                    self._note_text(token.content)
                    self._add_text(builder, token, start, end)
            elif kind in _BREAKS:
                self._map.add_break(builder, _BREAKS[kind], cursor, end)
                found.after_image = found.after_image or (found.images > 0 and not found.has_text)
            elif kind == "link_open":
                is_address = token.markup == "autolink"
                self._links += 1
                end = start + 1
            elif kind == "link_close":
                self._links -= 1
                if not is_address:
                    title = link_title(self._content, cursor, end)
                    self._add_title(title, "link", Role.NAVIGATION)
                is_address = False
            elif kind == "image":
                self._add_image(token, start, end)
            elif kind in _EMPHASIS:
                self._emphases += _EMPHASIS[kind]
            elif kind == "html_inline":
                name = self._html.add(token.content, start, end, builder)
                if name in SKIPPED and index > skipped_to:
                    skipped_to = _next(closings.get(name, ()), index)
            elif kind == "template":
                self._add_template(token.content, start)
            cursor = end

    def _note_text(self, text: str) -> None:
        found = self._found
        if text.strip():
            found.has_text = True
            found.linked = found.linked and self._links > 0
            found.emphasised = found.emphasised and self._emphases > 0

    def _add_text(self, builder: SegmentBuilder, token: Token, start: int, end: int) -> None:
        if len(token.content) == end - start:
            self._map.add(builder, start, end)
        else:
            self._map.add_whole(builder, token.content, start, end)

    def _add_image(self, token: Token, start: int, end: int) -> None:
        self._found.images += 1
        if "label" in token.meta:
            self._found.image_labels.add(token.meta["label"])
        builder = SegmentBuilder(self._places)
        text_start = start + len("![")
        self._add_alternative(builder, token.children or (), text_start)
        self._keep(builder, Role.ALT, "image alt", Writing(Place.TEXT, lines=self._map))
        title = link_title(self._content, text_start + len(token.content), end)
        self._add_title(title, "image", Role.CAPTION)

    def _add_alternative(self, builder: SegmentBuilder, tokens: Sequence[Token], base: int) -> None:
        """Add what an image's tokens say as plain text, images within images included."""
        cursor = base
        for token in tokens:
            start, end = _place(token, cursor, base)
            if token.type in _ANY_TEXT:
                if token.content:
                    self._add_text(builder, token, start, end)
            elif token.type in _BREAKS:
                self._map.add_break(builder, " ", cursor, end)
            elif token.type == "link_open":
                end = start + 1
            elif token.type == "image":
                self._add_alternative(builder, token.children or (), start + len("!["))
            cursor = end

    def _add_title(self, title: tuple[int, int] | None, owner: str, role: Role) -> None:
        if title is None:
            return
        builder = SegmentBuilder(self._places)
        add_title(builder, self._content, self._map, *title)
        writing = Writing(Place.TITLE, self._content[title[0] - 1], self._map)
        self._keep(builder, role, f"{owner} title", writing)

    def _add_template(self, content: str, start: int) -> None:
        self._found.templates.append((content, self._map.start(start)))
        for argument in arguments(content):
            role = content_role(argument.name)
            if role is None:
                continue
            # The title of a picture stands above its caption.
            role = Role.CAPTION if role is Role.HEADLINE else role
            builder = SegmentBuilder(self._places)
            first, last = start + argument.start, start + argument.end
            add_argument(builder, self._content, self._map, first, last, argument.quote)
            writing = Writing(Place.ARGUMENT, argument.quote, self._map)
            self._keep(builder, role, f"shortcode {argument.name}", writing)

    def _keep(self, builder: SegmentBuilder, role: Role, locator: str, writing: Writing) -> None:
        segment = builder.segment(role, locator=locator)
        if segment:
            self._found.asides.append(Passage(segment, writing))


def _place(token: Token, cursor: int, base: int = 0) -> tuple[int, int]:
    """Return where a token stands; plain text follows what is before it."""
    if "end" in token.meta:
        return base + token.meta["start"], base + token.meta["end"]
    start = base + token.meta["start"] if "start" in token.meta else cursor
    return start, start + len(token.content)


def _closings(tokens: Sequence[Token]) -> Mapping[str, Sequence[int]]:
    """Return the indices of the end tags, by the names of their elements."""
    closings: dict[str, list[int]] = {}
    for index, token in enumerate(tokens):
        if token.type == "html_inline" and token.content.startswith("</"):
            closings.setdefault(token.content[2:].rstrip("> \t\n").lower(), []).append(index)
    return closings


def _next(indices: Sequence[int], index: int) -> int:
    """Return the first of some indices behind another, -1 where there is none."""
    at = bisect_right(indices, index)
    return indices[at] if at < len(indices) else -1
