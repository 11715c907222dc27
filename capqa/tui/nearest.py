"""The order in which suggestions are made: those nearest to the reader first."""

from __future__ import annotations


class NearestFirst:
    """Hands out each index below ``count`` once, always the nearest to where the reader is.

    Going through all of them without moving takes linear time.
    """

    def __init__(self, count: int) -> None:
        """Start with every index still to hand out and the reader at the first."""
        self._taken = bytearray(count)
        self._center = self._below = 0
        self._above = -1

    def take(self, center: int) -> int | None:
        """Return the nearest index not handed out yet, the later of two as near, else None."""
        if center != self._center:
            self._center = self._below = center
            self._above = center - 1
        while self._below < len(self._taken) and self._taken[self._below]:
            self._below += 1
        while self._above >= 0 and self._taken[self._above]:
            self._above -= 1
        ahead = self._below if self._below < len(self._taken) else None
        behind = self._above if self._above >= 0 else None
        chosen = ahead
        if ahead is None or (behind is not None and center - behind < ahead - center):
            chosen = behind
        if chosen is not None:
            self._taken[chosen] = True
        return chosen
