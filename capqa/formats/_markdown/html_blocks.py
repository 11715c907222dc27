"""The HTML in a Markdown file, read as the one page it becomes.

A figure or a ``<div lang="de">`` may open in one block and close in another, with Markdown between:
what holds there is told by letters put in the place of that Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.formats._html.page import read_page
from capqa.formats._markdown.inline_html import html_passage
from capqa.formats._markdown.source_map import Piece, SourceMap
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._mapping import Places
    from capqa.formats._markdown.lines import Line, Lines
    from capqa.formats._markdown.passages import Passage

_STAND_IN = "<hr>x<hr>"


class Surroundings(NamedTuple):
    """What the HTML around some Markdown says of it."""

    role: Role | None = None
    language: str | None = None


class HtmlBlocks:
    """Gathers the blocks of a file in order."""

    def __init__(self, text: str, lines: Lines, places: Places) -> None:
        """Take the document."""
        self._text = text
        self._lines = lines
        self._places = places
        self._pieces: list[Piece] = []
        self._page: list[str] = []
        self._length = 0
        self._stand_ins: dict[int, int] = {}
        self._count = 0

    def add(self, lines: Sequence[Line]) -> None:
        """Add a block of HTML."""
        for line, start, end in lines:
            if start < end:
                place = self._lines.place(line, start)
                self._pieces.append(Piece(self._length, end - start, place, end - start))
            self._put(self._lines.source[start:end] + "\n")

    def add_markdown(self) -> int:
        """Note that a block of Markdown stands here; return its number."""
        if self._pieces:
            self._stand_ins[self._length + _STAND_IN.index("x")] = self._count
            self._put(_STAND_IN)
        self._count += 1
        return self._count - 1

    def read(self) -> tuple[list[Passage], list[Surroundings]]:
        """Return the texts in the HTML, and what surrounds each block of Markdown."""
        surroundings = [Surroundings()] * self._count
        if not self._pieces:
            return [], surroundings
        source_map = SourceMap(self._text, self._pieces)
        passages = []
        for passage in read_page("".join(self._page)).passages:
            number = self._stand_ins.get(passage.start)
            if number is None:
                passages.append(html_passage(passage, source_map, 0, self._places))
            else:
                role = None if passage.role is Role.BODY else passage.role
                surroundings[number] = Surroundings(role, passage.language)
        return passages, surroundings

    def _put(self, text: str) -> None:
        self._page.append(text)
        self._length += len(text)
