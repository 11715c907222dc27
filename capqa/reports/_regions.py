"""Where findings stand in their file: lines and columns, in code points or in UTF-8 bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from capqa.formats._mapping import Places

if TYPE_CHECKING:
    from capqa.model import Document, Finding, Span
    from capqa.pipeline import CheckedFile


@dataclass(frozen=True, slots=True)
class Region:
    """A range of a file, lines and columns from 1, the end exclusive.

    The end is where the start is when only that is known.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    span: Span | None = None
    """The same range in ``Document.text``, None when only the start is known."""


class Regions:
    """Finds the regions of one file's findings; its lines are counted once."""

    def __init__(self, file: CheckedFile) -> None:
        """Prepare for a file; one that could not be read has no regions."""
        self._document = file.document
        self._places: Places | None = None
        self._measured = (0, 0)
        """A column's offset in code points and the bytes from its line's start to there."""

    def of(self, finding: Finding) -> Region:
        """Return the region a finding covers in its file."""
        start = (finding.line, finding.column)
        if self._document is not None:
            span = finding.segment.source_of(finding.span)
            region = self.between(span)
            # A document whose text is not what its lines are counted in knows the start alone.
            if (region.line, region.column) == start and span.end <= len(self._document.text):
                return region
        return Region(*start, *start)

    def between(self, span: Span) -> Region:
        """Return a range of ``Document.text`` as lines and columns."""
        document = self._known()
        places, lines_before = self._counted(document), document.first_line - 1
        line, column = places.of(span.start)
        end_line, end_column = places.of(span.end)
        return Region(line + lines_before, column, end_line + lines_before, end_column, span)

    def text(self, region: Region) -> str:
        """Return what stands in a region, "" when only its start is known."""
        if region.span is None or self._document is None:
            return ""
        return region.span.of(self._document.text)

    def in_bytes(self, region: Region) -> Region:
        """Return a region with columns counted in UTF-8 bytes, from 1."""
        if region.span is None:
            # Right where the line is ASCII up to there; nothing more is known.
            return region
        start = self._byte_column(region.span.start, region.column)
        end = self._byte_column(region.span.end, region.end_column)
        return Region(region.line, start, region.end_line, end, region.span)

    def _byte_column(self, offset: int, column: int) -> int:
        text = self._known().text
        line_start = offset - column + 1
        known, length = self._measured
        # On from the last column in the line: a page may be one line with thousands of findings.
        if not line_start <= known <= offset:
            known, length = line_start, 0
        length += len(text[known:offset].encode("utf-8", "surrogatepass"))
        self._measured = (offset, length)
        return length + 1

    def _counted(self, document: Document) -> Places:
        if self._places is None:
            self._places = Places(document.text)
        return self._places

    def _known(self) -> Document:
        assert self._document is not None
        return self._document
