"""Where each letter of a block's inline content stands in the document."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.formats._mapping import SegmentBuilder


class Piece(NamedTuple):
    """A stretch of the content and where it stands: letter by letter where both are as long."""

    start: int
    length: int
    source: int
    source_length: int


class SourceMap:
    """The pieces of a content in order; what lies between them is line breaks and indents."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        """Take the pieces, at least one; ``text`` is the whole document."""
        self._text = text
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]

    def start(self, offset: int) -> int:
        """Return where the letter at an offset stands, the next one where none is mapped there."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        piece = self._pieces[index]
        if offset >= piece.start + piece.length and index + 1 < len(self._pieces):
            return self._pieces[index + 1].source
        return _within(piece, offset)

    def end(self, offset: int) -> int:
        """Return where the content before an offset ends."""
        index = max(bisect_right(self._starts, offset - 1) - 1, 0)
        return _within(self._pieces[index], offset)

    def line_start(self, source: int) -> int:
        """Return where the content of the line starts that holds a place in the document."""
        starts = [piece.source for piece in self._pieces]
        found = starts[max(bisect_right(starts, source) - 1, 0)]
        line = max(self._text.rfind("\n", 0, source), self._text.rfind("\r", 0, source)) + 1
        return next((each for each in starts if line <= each <= found), found)

    def add(self, builder: SegmentBuilder, start: int, end: int) -> None:
        """Add a stretch of the content to a text; its line breaks become spaces."""
        at = start
        for piece in self._between(start, end):
            first, last = max(piece.start, start), min(piece.start + piece.length, end)
            if at < first:
                self._add_gap(builder, at, first)
            if piece.length == piece.source_length:
                source = piece.source + first - piece.start
                builder.letters(self._text[source : source + last - first], source)
            else:
                builder.whole(_meant(self._text, piece), piece.source, piece.source_length)
            at = last
        if at < end:
            self._add_gap(builder, at, end)

    def add_whole(self, builder: SegmentBuilder, meant: str, start: int, end: int) -> None:
        """Add a text that stands for a stretch of the content as a whole."""
        source = self.start(start)
        builder.whole(meant, source, self.end(end) - source)

    def add_break(self, builder: SegmentBuilder, meant: str, start: int, end: int) -> None:
        """Add what stands for a line break: the stretch with all that is between two lines."""
        # A backslash at the start of a line breaks it too: what was before is a break of its own.
        source = self.end(start) if self._holds(start - 1) else self.start(start)
        builder.whole(meant, source, self.start(end) - source)

    def _holds(self, offset: int) -> bool:
        piece = self._pieces[max(bisect_right(self._starts, offset) - 1, 0)]
        return piece.start <= offset < piece.start + piece.length

    def _add_gap(self, builder: SegmentBuilder, start: int, end: int) -> None:
        source, behind = self.end(start), self.start(end)
        if source < behind:
            builder.whole(" ", source, behind - source)

    def _between(self, start: int, end: int) -> Iterator[Piece]:
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self._pieces) and self._pieces[index].start < end:
            if self._pieces[index].start + self._pieces[index].length > start:
                yield self._pieces[index]
            index += 1


def _within(piece: Piece, offset: int) -> int:
    if piece.length != piece.source_length:
        return piece.source if offset <= piece.start else piece.source + piece.source_length
    return piece.source + min(max(offset - piece.start, 0), piece.length)


def _meant(text: str, piece: Piece) -> str:
    # The only pieces that are not letter by letter are pipes in tables, escaped.
    return text[piece.source + piece.source_length - piece.length :][: piece.length]
