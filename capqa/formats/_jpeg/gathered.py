"""Data that stand in several places of a file, read as if they were one."""

from __future__ import annotations

from bisect import bisect_right


class Gathered:
    """Bytes put together from parts of a file, each byte knowing where it stands there."""

    def __init__(self) -> None:
        """Begin without bytes."""
        self._pieces: list[bytes] = []
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._size = 0
        self._data: bytes | None = None

    def add(self, piece: bytes, source: int) -> None:
        """Add bytes that stand at ``source`` in the file."""
        self._pieces.append(piece)
        self._starts.append(self._size)
        self._sources.append(source)
        self._size += len(piece)
        self._data = None

    @property
    def data(self) -> bytes:
        """All bytes in the order they were added."""
        if self._data is None:
            self._data = b"".join(self._pieces)
        return self._data

    def source(self, offset: int) -> int:
        """Return where in the file the byte at an offset of `data` stands."""
        piece = bisect_right(self._starts, offset) - 1
        return self._sources[piece] + offset - self._starts[piece]

    def unbroken(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return a range of `data` as the ranges that stand in the file without a gap."""
        ranges = []
        piece = bisect_right(self._starts, start)
        while piece < len(self._starts) and self._starts[piece] < end:
            ranges.append((start, self._starts[piece]))
            start = self._starts[piece]
            piece += 1
        ranges.append((start, end))
        return [(first, last) for first, last in ranges if first < last]
