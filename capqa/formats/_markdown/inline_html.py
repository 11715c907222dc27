"""Tags amid the text of a Markdown block: line breaks, images, and words in another language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from capqa.formats._declared_language import declared_language
from capqa.formats._html.attributes import attribute_passages, values_of
from capqa.formats._html.elements import VOID
from capqa.formats._html.tokens import tokens
from capqa.formats._mapping import SegmentBuilder
from capqa.formats._markdown.passages import Passage, Place, Writing
from capqa.model import Role

if TYPE_CHECKING:
    from capqa.formats._html.passages import Passage as HtmlPassage
    from capqa.formats._html.tokens import Token
    from capqa.formats._mapping import Places
    from capqa.formats._markdown.source_map import SourceMap


@dataclass(slots=True)
class _Apart:
    """An element whose words are a text of their own; ``depth`` counts those like it within."""

    name: str
    language: str | None
    builder: SegmentBuilder
    depth: int = 1


class InlineHtml:
    """The tags of one block."""

    def __init__(
        self, source_map: SourceMap, places: Places, passages: list[Passage], language: str | None
    ) -> None:
        """Put what is found into ``passages``; ``language`` is that of the document."""
        self._map = source_map
        self._places = places
        self._passages = passages
        self._language = language
        self._apart: list[_Apart] = []

    @property
    def builder(self) -> SegmentBuilder | None:
        """What gathers the words here, None where they belong to the block's own text."""
        return self._apart[-1].builder if self._apart else None

    def add(self, tag: str, start: int, end: int, builder: SegmentBuilder) -> str:
        """Take a tag that stands in the content; return the name of the element it opens."""
        token = next(tokens(tag), None)
        if token is None or token.kind not in ("open", "close"):
            return ""
        innermost = self._apart[-1] if self._apart else None
        if token.kind == "close":
            if innermost and innermost.name == token.name:
                innermost.depth -= 1
                if not innermost.depth:
                    self._finish_one()
            return ""
        for passage in attribute_passages(tag, token, None):
            self._passages.append(html_passage(passage, self._map, start, self._places))
        if token.name == "br":
            self._map.add_whole(builder, "\n", start, end)
        if token.name in VOID or token.closes_itself:
            return ""
        if innermost and innermost.name == token.name:
            innermost.depth += 1
        self._go_apart(tag, token)
        return token.name

    def finish(self) -> None:
        """End the elements that are left open."""
        while self._apart:
            self._finish_one()

    def _go_apart(self, tag: str, token: Token) -> None:
        declared = values_of(tag, token, ("lang",)).get("lang")
        if declared is None:
            return
        language = declared_language(declared)
        current = self._apart[-1].language if self._apart else None
        if language != (current or self._language):
            self._apart.append(_Apart(token.name, language, SegmentBuilder(self._places)))

    def _finish_one(self) -> None:
        apart = self._apart.pop()
        segment = apart.builder.segment(Role.BODY, language=apart.language)
        if segment:
            self._passages.append(Passage(segment, Writing(Place.TEXT, lines=self._map)))


def html_passage(
    passage: HtmlPassage,
    source_map: SourceMap,
    base: int,
    places: Places,
    *,
    role: Role | None = None,
) -> Passage:
    """Return a text of some HTML that stands at an offset of a content, as one of the document."""
    builder = SegmentBuilder(places)
    for run in passage.runs:
        start, end = base + run.start, base + run.end
        text = passage.text[run.first : run.first + run.length]
        if text == " ":
            source_map.add_break(builder, text, start, end)
        elif not run.is_parted:
            source_map.add_whole(builder, text, start, end)
        else:
            source_map.add(builder, start, end)
    segment = builder.segment(
        role or passage.role, locator=passage.locator, language=passage.language
    )
    assert segment is not None  # a passage has a text
    return Passage(segment, Writing(Place.HTML, html=passage))
