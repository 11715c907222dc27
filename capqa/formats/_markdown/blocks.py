"""The blocks of a Markdown file: headings, paragraphs, cells, with the texts in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from capqa.errors import UnreadableError
from capqa.formats._mapping import SegmentBuilder
from capqa.formats._markdown.html_blocks import HtmlBlocks, Surroundings
from capqa.formats._markdown.inline_text import InlineReader, InlineText
from capqa.formats._markdown.lines import Lines
from capqa.formats._markdown.parser import DEEPEST_BLOCKS, blocks, inline
from capqa.formats._markdown.passages import Passage, Place, Writing
from capqa.formats._markdown.titles import add_title, title_after
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from capqa.formats._mapping import Places
    from capqa.formats._markdown.source_map import Piece, SourceMap

_CONTAINERS: Final = frozenset(
    ("blockquote_open", "list_item_open", "dd_open", "footnote_reference_open")
)
_LISTS: Final = {
    "bullet_list_open": 1,
    "ordered_list_open": 1,
    "bullet_list_close": -1,
    "ordered_list_close": -1,
}
_DEFINITION: Final = re.compile(r"\[(?:[^\[\]\\]|\\.)*+\]:", re.DOTALL)


@dataclass(slots=True)
class Block:
    """A block with text: ``kind`` is "heading", "paragraph" or "cell".

    ``list_number`` tells blocks of one list from those of another, 0 outside of any.
    """

    kind: str
    inline: InlineText
    lines: SourceMap
    locator: str
    list_number: int
    number: int
    surroundings: Surroundings = field(default_factory=Surroundings)


@dataclass(slots=True)
class Page:
    """What a Markdown file holds: its blocks in order, and the texts that are in none of them.

    ``templates`` are the shortcodes and tags with their places, in order.
    """

    blocks: list[Block]
    asides: list[Passage]
    templates: list[tuple[str, int]]


class PageReader:
    """Reads the blocks of a file."""

    def __init__(
        self, text: str, start: int, name: str, places: Places, language: str | None
    ) -> None:
        """Take the text, where its body starts, and the document's name and language."""
        self._name = name
        self._places = places
        self._language = language
        self._lines = Lines(text, start)
        self._html = HtmlBlocks(text, self._lines, places)
        self._environment: dict[str, Any] = {}
        self._page = Page([], [], [])
        self._definitions: list[Token] = []
        self._list_depth = self._list_number = 0
        self._heading: str | None = None
        self._footnote = ""

    def read(self) -> Page:
        """Return what the file holds.

        Raises UnreadableError when its lists and quotes nest deeper than can be read.
        """
        tokens = blocks(self._lines.source, self._environment)
        self._refuse_too_deep(tokens)
        table: _Table | None = None
        for token in tokens:
            kind = token.type
            if kind in _LISTS:
                self._list_number += self._list_depth == 0
                self._list_depth += _LISTS[kind]
            elif kind == "heading_open":
                self._heading = token.markup
            elif kind == "footnote_reference_open":
                self._footnote = token.meta["label"]
            elif kind == "footnote_reference_close":
                self._footnote = ""
            elif kind == "table_open":
                table = _Table(self._lines)
            elif kind == "table_close":
                table = None
            elif kind == "tr_open" and table:
                table.next_row()
            elif kind == "html_block":
                self._html.add(token.meta["lines"])
            elif kind == "definition":
                self._definitions.append(token)
            elif kind == "inline":
                self._take(token, table)
                self._heading = None
        self._finish()
        return self._page

    def _refuse_too_deep(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.level >= DEEPEST_BLOCKS - 1 and token.type in _CONTAINERS:
                line = token.map[0] + 1 if token.map else 1
                raise UnreadableError(
                    f"nests lists and quotes too deep (line {line + self._lines.first_line})",
                    where=self._name,
                    mend="nest them less deep",
                )

    def _take(self, token: Token, table: _Table | None) -> None:
        lines = token.meta["lines"]
        if table:
            source_map, locator = table.next_cell(lines[0], token.content), table.locator
        else:
            marker = len(self._heading or "") if (self._heading or "").startswith("#") else 0
            source_map = self._lines.map_of(token.content, lines, marker)
            locator = f"footnote {self._footnote}" if self._footnote else ""
        if source_map is None:
            return
        reader = InlineReader(token.content, source_map, self._places, self._language)
        found = reader.read(inline(token.content, self._environment))
        kind = "cell" if table else "paragraph" if self._heading is None else "heading"
        list_number = self._list_number if self._list_depth else 0
        number = self._html.add_markdown()
        self._page.blocks.append(Block(kind, found, source_map, locator, list_number, number))
        self._page.asides += found.asides
        self._page.templates += found.templates

    def _finish(self) -> None:
        passages, surroundings = self._html.read()
        self._page.asides += passages
        labels: set[str] = set()
        for block in self._page.blocks:
            block.surroundings = surroundings[block.number]
            labels |= block.inline.image_labels
        for token in self._definitions:
            self._page.asides += self._definition(token, labels)

    def _definition(self, token: Token, image_labels: set[str]) -> Iterator[Passage]:
        """Yield the title of a reference definition."""
        content, source_map = self._lines.raw(token.meta["lines"])
        label = _DEFINITION.match(content) if token.meta["title"] else None
        title = title_after(content, label.end(), len(content)) if label else None
        if title is None:
            return
        of_image = token.meta["id"] in image_labels
        builder = SegmentBuilder(self._places)
        add_title(builder, content, source_map, *title)
        segment = builder.segment(
            Role.CAPTION if of_image else Role.NAVIGATION,
            locator=f"{'image' if of_image else 'link'} title",
        )
        if segment:
            yield Passage(segment, Writing(Place.TITLE, content[title[0] - 1], source_map))


class _Table:
    """A table being read: which cell comes next, and where its content stands."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._names: list[str] = []
        self._cells: list[list[Piece]] = []
        self._row = self._column = 0

    @property
    def locator(self) -> str:
        """What to call the cell that came last: its row, and the name or number of its column."""
        name = self._names[self._column - 1] if self._column <= len(self._names) else ""
        shown = " ".join(name.split())[:40] or str(self._column)
        return f"row {self._row}, column {shown}"

    def next_row(self) -> None:
        self._row += 1
        self._column = 0

    def next_cell(self, line: tuple[int, int, int], content: str) -> SourceMap | None:
        if self._column == 0:
            self._cells = self._lines.cells(line)
        if self._row == 1:
            self._names.append(content)
        self._column += 1
        if not content or self._column > len(self._cells):
            return None
        return self._lines.cell_map(line, self._cells[self._column - 1], content)
