"""Segments whose text is the source without its markup, each part of it knowing where it stands."""

from __future__ import annotations

from bisect import bisect_right

from capqa.formats._lines import lines_of
from capqa.model import Role, Segment, SourceRun


class Places:
    """Lines and columns of offsets in a text, both from 1."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        """Note where the lines begin, the first of which has this number."""
        self._before = first_line - 1
        self._starts = [line.start - line.column + 1 for line in lines_of(text)] or [0]

    def of(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset in code points."""
        line = bisect_right(self._starts, offset)
        return self._before + line, offset - self._starts[line - 1] + 1


class SegmentBuilder:
    """Collects the parts of one segment's text in order, then makes the segment."""

    def __init__(self, places: Places) -> None:
        """Begin with no text; ``places`` are those of the whole source."""
        self._places = places
        self._pieces: list[str] = []
        # Length in the text, start and length in the source, whether letter by letter.
        self._parts: list[tuple[int, int, int, bool]] = []

    @property
    def text(self) -> str:
        """What was added so far, with the white space around it."""
        return "".join(self._pieces)

    def letters(self, text: str, source: int) -> None:
        """Add a text that stands letter by letter in the source, without line breaks in it."""
        if not text:
            return
        self._pieces.append(text)
        length = len(text)
        if self._parts:
            _, start, before, exact = self._parts[-1]
            if exact and start + before == source:
                self._parts[-1] = (before + length, start, before + length, True)
                return
        self._parts.append((length, source, length, True))

    def whole(self, text: str, source: int, source_length: int) -> None:
        """Add a text that stands for a part of the source as a whole: an entity, a line break."""
        self._pieces.append(text)
        self._parts.append((len(text), source, source_length, False))

    def segment(
        self, role: Role, *, locator: str = "", language: str | None = None
    ) -> Segment | None:
        """Return the segment, without the white space around its text; None when that is all."""
        text = "".join(self._pieces)
        stripped = text.strip()
        if not stripped:
            return None
        first = len(text) - len(text.lstrip())
        runs = self._runs(first, first + len(stripped))
        return Segment(
            text=stripped,
            role=role,
            start=runs[0].source,
            line=runs[0].line,
            column=runs[0].column,
            language=language,
            locator=locator,
            runs=runs,
        )

    def _runs(self, first: int, end: int) -> tuple[SourceRun, ...]:
        runs = []
        at = 0
        for length, source, source_length, exact in self._parts:
            start, stop = max(at, first), min(at + length, end)
            if start < stop:
                place = source + start - at if exact else source
                covered = stop - start if exact else source_length
                line, column = self._places.of(place)
                runs.append(SourceRun(start - first, stop - start, place, covered, line, column))
            at += length
        return tuple(runs)
