"""Counting segments that have the same text and neighbours over the sections of a large file."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from capqa.model import Document, Segment

_MOST_SLOTS = 1 << 28


class Occurrences:
    """Numbers the segments that repeat; all sections are first noted, then numbered, in order.

    A count for each segment would need more memory than the file. So noting marks what repeats in
    two bit tables, in which a few others are marked by accident; those alone are counted.
    """

    def __init__(self, size: int) -> None:
        """Make room for a file of ``size`` bytes: a quarter of that, 64 MB at most."""
        slots = min(max(size, 1 << 16), _MOST_SLOTS)
        self._slots = slots
        self._seen = bytearray(slots // 8 + 1)
        self._repeated = bytearray(slots // 8 + 1)
        self._counts: Counter[int] = Counter()

    def note(self, document: Document) -> None:
        """Take notice of a section's segments."""
        seen, repeated, slots = self._seen, self._repeated, self._slots
        for segment in document.segments:
            slot = _key(segment) % slots
            bit = 1 << (slot & 7)
            if seen[slot >> 3] & bit:
                repeated[slot >> 3] |= bit
            else:
                seen[slot >> 3] |= bit

    def numbered(self, document: Document) -> Document:
        """Return a section whose segments know how many earlier ones of the file are like them."""
        segments = tuple(map(self._numbered, document.segments))
        return replace(document, segments=segments)

    def _numbered(self, segment: Segment) -> Segment:
        key = _key(segment)
        slot = key % self._slots
        if not self._repeated[slot >> 3] & 1 << (slot & 7):
            return segment if segment.occurrence == 0 else replace(segment, occurrence=0)
        count = self._counts[key]
        self._counts[key] = count + 1
        return segment if segment.occurrence == count else replace(segment, occurrence=count)


def _key(segment: Segment) -> int:
    return hash((segment.text, segment.previous, segment.following))
