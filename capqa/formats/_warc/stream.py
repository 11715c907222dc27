"""The bytes of an archive, plain or in gzip members, read strictly and in bounded memory.

warcio's own reader passes over broken members without a word and reads lines of any length, so it
is given the heads of records alone.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import BinaryIO

RECORD_MARK: Final = b"WARC/"
"""What every record begins with."""

_BLOCK = 65_536
_LARGEST_HEAD = 1_000_000
_GZIP_MARK = b"\x1f\x8b"
_MEMBER = re.compile(rb"\x1f\x8b\x08")
_MEMBER_HEAD = 512
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_NEXT_RECORD = re.compile(rb"[\r\n]WARC/[01]\.")
_OVERLAP = 16


class BrokenError(Exception):
    """An archive that cannot be read on from where it is; it says what is wrong."""


class ArchiveStream:
    """An archive's bytes, decompressed, in sections that never cut a record in two.

    A gzip member that begins like a record begins a section, since a record of a wrong length must
    not swallow the next one; other archives are one section. ``offset`` is where in the file the
    section begins, and in a plain one where reading has come to.
    """

    def __init__(self, stream: BinaryIO) -> None:
        """Begin at the start of a stream open for reading bytes."""
        self._stream = stream
        self._raw = stream.read(_BLOCK)
        self._raw_offset = 0
        self._is_gzip = self._raw.startswith(_GZIP_MARK)
        self._inflater = zlib.decompressobj(16 + zlib.MAX_WBITS) if self._is_gzip else None
        self._buffer = bytearray()
        # The first bytes of the section after this one, once it is known to begin.
        self._following: bytes | None = None
        self._following_error: BrokenError | None = None
        self._following_offset = 0
        self._section_offset = 0
        self._consumed = 0
        self._found = False

    @property
    def offset(self) -> int:
        """Where in the file a record that begins here is found, in bytes."""
        return self._section_offset if self._is_gzip else self._consumed

    @property
    def begins_like_one(self) -> bool:
        """Whether a record was found; without one the file may be of another kind."""
        return self._found

    def at_record(self) -> bool:
        """Skip line ends up to the next record, in the next section where this one ends.

        Returns whether there is one. Raises BrokenError where something else stands.
        """
        while True:
            self._strip_line_ends()
            while not self._buffer and self._fill():
                self._strip_line_ends()
            if self._peek(len(RECORD_MARK)) == RECORD_MARK:
                self._found = True
                return True
            if self._buffer:
                raise BrokenError("does not begin like a record")
            if not self._next_section():
                return False

    def ends_here(self) -> bool:
        """Return whether only line ends stand before the next record, or the gzip member's end.

        What is broken in the next member is not looked at. Raises BrokenError for this one.
        """
        while True:
            self._strip_line_ends()
            if self._buffer:
                return self._peek(len(RECORD_MARK)) == RECORD_MARK
            if self._is_gzip:
                if self._inflater is None:
                    return True
                self._buffer += self._inflated(_BLOCK)
            elif not self._fill():
                return True

    def head(self) -> bytes:
        """Return the lines up to and with the next empty one. Raises BrokenError without one."""
        size = 0
        while True:
            found = _HEAD_END.search(self._buffer, max(0, size - _OVERLAP))
            if found:
                return self.read(found.end())
            size = len(self._buffer)
            if size > _LARGEST_HEAD:
                raise BrokenError("has a head without end")
            if not self._fill():
                raise BrokenError("is cut off in its head")

    def read(self, size: int) -> bytes:
        """Return the next bytes, fewer where the section ends."""
        pieces = []
        while size and (self._buffer or self._fill()):
            piece = bytes(self._buffer[:size])
            del self._buffer[:size]
            self._consumed += len(piece)
            size -= len(piece)
            pieces.append(piece)
        return b"".join(pieces)

    def skip(self, size: int) -> int:
        """Pass over the next bytes and return how many there were."""
        skipped = 0
        while skipped < size and (piece := self.read(min(size - skipped, _BLOCK))):
            skipped += len(piece)
        return skipped

    def resume(self) -> bool:
        """Go on at what looks like the next record, after something was broken.

        Returns whether there is one.
        """
        try:
            return self._scan() or self._next_section()
        except BrokenError:
            return self._next_member()

    def _scan(self) -> bool:
        # What stands here is broken, though it may begin like a record.
        self._peek(_OVERLAP)
        while self._buffer:
            found = _NEXT_RECORD.search(self._buffer)
            passed = found.start() + 1 if found else max(len(self._buffer) - _OVERLAP, 1)
            del self._buffer[:passed]
            self._consumed += passed
            if found:
                return True
            if len(self._buffer) <= _OVERLAP and not self._fill():
                self._buffer.clear()
        return False

    def _strip_line_ends(self) -> None:
        size = len(self._buffer)
        stripped = size - len(self._buffer.lstrip(b"\r\n"))
        del self._buffer[:stripped]
        self._consumed += stripped

    def _peek(self, size: int) -> bytes:
        while len(self._buffer) < size and self._fill():
            pass
        return bytes(self._buffer[:size])

    def _fill(self) -> bool:
        """Read on in the section; return whether there was more."""
        if self._following is not None or self._following_error is not None:
            return False
        if not self._is_gzip:
            block, self._raw = self._raw, b""
            block = block or self._stream.read(_BLOCK)
            self._buffer += block
            return bool(block)
        size = len(self._buffer)
        while len(self._buffer) == size:
            if self._inflater is not None:
                self._buffer += self._inflated(_BLOCK)
            elif not self._begin_member():
                return False
        return True

    def _begin_member(self) -> bool:
        """Begin the next gzip member; return whether it goes on in this section."""
        while not self._raw.strip(b"\0"):  # padding
            self._raw_offset += len(self._raw)
            if not self._refill():
                return False
        self._following_offset = self._raw_offset
        try:
            first = self._first_bytes()
        except BrokenError as error:
            # Told once the record before, which may be whole, has been read.
            self._following_error = error
            return False
        if first == RECORD_MARK:
            self._following = first
            return False
        if not self._buffer:
            self._section_offset = self._following_offset
        self._buffer += first
        return True

    def _first_bytes(self) -> bytes:
        if not self._raw.startswith(_GZIP_MARK[: len(self._raw)]):
            raise BrokenError("is no gzip member, though the one before it is")
        self._inflater = zlib.decompressobj(16 + zlib.MAX_WBITS)
        first = b""
        while len(first) < len(RECORD_MARK) and self._inflater is not None:
            first += self._inflated(len(RECORD_MARK) - len(first))
        return first

    def _next_section(self) -> bool:
        if self._following is None and self._following_error is None:
            return False
        self._section_offset = self._following_offset
        if self._following_error:
            raise self._following_error
        self._buffer[:], self._following = self._following or b"", None
        return True

    def _next_member(self) -> bool:
        """Go on at the next gzip member that begins like a record; return whether there is one."""
        if not self._is_gzip:
            return False
        self._buffer.clear()
        self._following = self._following_error = None
        at = 1  # not the one that is broken
        while True:
            found = _MEMBER.search(self._raw, at)
            start = found.start() if found else max(len(self._raw) - len(_GZIP_MARK), at)
            if start + _MEMBER_HEAD > len(self._raw):
                self._raw_offset += start
                self._raw = self._raw[start:]
                block = self._stream.read(_BLOCK)
                self._raw += block
                if not block and not found:
                    self._raw, self._inflater = b"", None
                    return False
                start, at = 0, 0
                if not found:
                    continue
            inflater = zlib.decompressobj(16 + zlib.MAX_WBITS)
            try:
                first = inflater.decompress(
                    self._raw[start : start + _MEMBER_HEAD], len(RECORD_MARK)
                )
            except zlib.error:
                first = b""
            if first == RECORD_MARK:
                self._raw_offset += start
                self._raw = self._raw[start:]
                self._section_offset = self._raw_offset
                self._inflater = zlib.decompressobj(16 + zlib.MAX_WBITS)
                return True
            at = start + 1

    def _inflated(self, size: int) -> bytes:
        inflater = self._inflater
        assert inflater is not None
        if not self._raw and not self._refill():
            raise BrokenError("is cut off: the archive ends amid a gzip member")
        before = len(self._raw)
        try:
            piece = inflater.decompress(self._raw, size)
        except zlib.error as error:
            raise BrokenError("stands in a broken gzip member") from error
        self._raw = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
        self._raw_offset += before - len(self._raw)
        if inflater.eof:
            self._inflater = None
        return piece

    def _refill(self) -> bool:
        self._raw = self._stream.read(_BLOCK)
        return bool(self._raw)
