"""Places as the protocol counts them: lines from 0, columns in code units of an encoding."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from lsprotocol import types

from capqa.model import Span

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
# The encoding whose bytes are counted, and how many of them are a unit.
_UNITS: Final = {
    types.PositionEncodingKind.Utf8: ("utf-8", 1),
    types.PositionEncodingKind.Utf16: ("utf-16-le", 2),
    types.PositionEncodingKind.Utf32: ("utf-32-le", 4),
}


class Places:
    """The places of one text; spans and offsets are in code points of it."""

    def __init__(self, text: str, encoding: str | None) -> None:
        """Count its lines; ``encoding`` is the one agreed on with the client, UTF-16 if none."""
        self._text = text
        kind = types.PositionEncodingKind(encoding or types.PositionEncodingKind.Utf16)
        self._encoding, self._unit = _UNITS[kind]
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in ends)]
        self._ends = [*(end.start() for end in ends), len(text)]
        self._measured = (0, 0)

    def position(self, offset: int) -> types.Position:
        """Return where an offset is; between the two characters of a line end is before it."""
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._units(self._starts[line], min(offset, self._ends[line])))

    def range(self, span: Span) -> types.Range:
        """Return where a span is."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """Return the offset of a place; one beyond its line is the line's end."""
        if position.line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[position.line], self._ends[position.line]
        # No character has more units than code points it could be written with.
        line = self._text[start : min(end, start + position.character)]
        data = line.encode(self._encoding, "surrogatepass")[: position.character * self._unit]
        return start + len(data.decode(self._encoding, "ignore"))

    def span(self, range_: types.Range) -> Span:
        """Return what a range covers."""
        start = self.offset(range_.start)
        return Span(start, max(start, self.offset(range_.end)))

    def _units(self, line_start: int, offset: int) -> int:
        known, units = self._measured
        # On from the last column in the line: a page may be one line with thousands of findings.
        if not line_start <= known <= offset:
            known, units = line_start, 0
        units += len(self._text[known:offset].encode(self._encoding, "surrogatepass")) // self._unit
        self._measured = (offset, units)
        return units
