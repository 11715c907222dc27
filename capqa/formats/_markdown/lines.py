"""The lines of a Markdown file, as markdown-it numbers them and as the file holds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it.common.utils import mdTrim

from capqa.formats._markdown.source_map import Piece, SourceMap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Line = tuple[int, int, int]

_LINE_BREAK: Final = re.compile(r"\r\n|\r|\n")
_INDENT: Final = " \t"
_PIPE: Final = re.compile(r"\\?\|")


class Lines:
    """The text behind the front matter, with LF line ends in ``source``.

    A line is its number from 0, and where its text starts and ends in ``source``; ``first_line``
    is how many lines the front matter takes.
    """

    def __init__(self, text: str, start: int) -> None:
        """Take the document's text and where its body starts."""
        self._text = text
        self.first_line = sum(1 for _ in _LINE_BREAK.finditer(text, 0, start))
        self._starts: list[int] = []
        self._source_starts: list[int] = []
        at, length = start, 0
        pieces = []
        breaks = (found.span() for found in _LINE_BREAK.finditer(text, start))
        for end, behind in (*breaks, (len(text), len(text))):
            self._starts.append(at)
            self._source_starts.append(length)
            pieces.append(text[at:end])
            length += end - at + 1
            at = behind
        # What markdown-it makes of NUL; a letter for a letter, so that places stay.
        self.source = "\n".join(pieces).replace("\0", "\ufffd")

    def place(self, line: int, offset: int) -> int:
        """Return where an offset in ``source``, which is in this line, stands in the document."""
        return self._starts[line] + offset - self._source_starts[line]

    def map_of(self, content: str, lines: Sequence[Line], marker: int) -> SourceMap:
        """Return where a content stands that markdown-it read from these lines.

        ``marker`` is the length of what a heading begins with.
        """
        pieces = []
        at = 0
        remaining = iter(lines)
        for text in content.split("\n"):
            words = text.lstrip(_INDENT)
            for line, start, end in remaining:
                found = self.source.find(words, start + marker, end)
                if found >= 0 and (words or start == end):
                    indent = len(text) - len(words)
                    source = self.place(line, found)
                    pieces.append(Piece(at + indent, len(words), source, len(words)))
                    break
            at += len(text) + 1
        return SourceMap(self._text, pieces)

    def raw(self, lines: Sequence[Line]) -> tuple[str, SourceMap]:
        """Return the text of some lines without what is before them, and where it stands."""
        pieces = []
        at = 0
        for line, start, end in lines:
            pieces.append(Piece(at, end - start, self.place(line, start), end - start))
            at += end - start + 1
        content = "\n".join(self.source[start:end] for _, start, end in lines)
        return content, SourceMap(self._text, pieces)

    def cells(self, line: Line) -> list[list[Piece]]:
        """Return the pieces of each cell of a table row, the white space around it included."""
        columns = list(_columns(self.source, line[1], line[2]))
        if columns and columns[0] == []:
            columns.pop(0)
        if columns and columns[-1] == []:
            columns.pop()
        return [self._pieces(line[0], column) for column in columns]

    def cell_map(self, line: Line, cell: Sequence[Piece], content: str) -> SourceMap | None:
        """Return where the content of a cell stands, None where nothing is in it."""
        start = self.place(line[0], line[1])
        letters = [
            self.source[line[1] + piece.source - start + piece.source_length - piece.length :][
                : piece.length
            ]
            for piece in cell
        ]
        first = "".join(letters).find(content) if content else -1
        if first < 0:
            return None
        inside = []
        for piece in cell:
            begin = max(piece.start, first)
            length = min(piece.start + piece.length, first + len(content)) - begin
            if length > 0:
                exact = piece.length == piece.source_length
                source = piece.source + (begin - piece.start if exact else 0)
                size = length if exact else piece.source_length
                inside.append(Piece(begin - first, length, source, size))
        return SourceMap(self._text, inside)

    def _pieces(self, line: int, column: Sequence[tuple[int, int]]) -> list[Piece]:
        pieces = []
        at = 0
        for start, end in column:
            escaped = self.source.startswith("\\|", start) and end == start + 2
            length = 1 if escaped else end - start
            pieces.append(Piece(at, length, self.place(line, start), end - start))
            at += length
        return pieces


def _columns(source: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """Yield each column's stretches of the source, an escaped pipe being one of its own."""
    trimmed = mdTrim(source[start:end])
    start = source.find(trimmed, start, end)
    end = start + len(trimmed)
    column: list[tuple[int, int]] = []
    at = start
    for pipe in _PIPE.finditer(source, start, end):
        if at < pipe.start():
            column.append((at, pipe.start()))
        at = pipe.end()
        if len(pipe[0]) == 2:
            column.append(pipe.span())
        else:
            yield column
            column = []
    if at < end:
        column.append((at, end))
    yield column
