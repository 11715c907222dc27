"""HTTP responses as an archive keeps them: what is wrapped around a page is undone, within limits.

Sources: RFC 9112, section 7.1; RFC 9110, section 8.4.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import NamedTuple

from warcio.statusandheaders import StatusAndHeadersParser

from capqa.files.binary import is_utf8

_GZIP = frozenset({"gzip", "x-gzip"})
_WINDOWS = {"gzip": 16 + zlib.MAX_WBITS, "zlib": zlib.MAX_WBITS, "deflate": -zlib.MAX_WBITS}
_LONGEST_SIZE = 1_000
_BLOCK = 65_536


class UndecodableError(Exception):
    """A response that cannot be unwrapped; it says what is wrong."""


class Response(NamedTuple):
    """A response's status, the value of its Content-Type header, and its content as it was sent."""

    status: int
    content_type: str
    content: bytes


def response_of(data: bytes, limit: int) -> Response:
    """Return the response in a record, its content unwrapped.

    Raises UndecodableError when it is none, is broken, or larger than ``limit`` bytes.
    """
    if not data.startswith(b"HTTP/"):
        raise UndecodableError("holds no HTTP response")
    stream = BytesIO(data)
    head = StatusAndHeadersParser([], verify=False).parse(stream)
    content = data[stream.tell() :]
    status = head.get_statuscode()
    number = int(status) if status.isascii() and status.isdigit() and len(status) == 3 else 0
    if (head.get_header("Transfer-Encoding") or "").strip().lower().endswith("chunked"):
        content = _dechunked(content)
    codings = (head.get_header("Content-Encoding") or "").lower().split(",")
    for coding in reversed([coding.strip() for coding in codings]):
        content = _decoded(content, coding, limit)
    return Response(number, head.get_header("Content-Type") or "", content)


def _dechunked(data: bytes) -> bytes:
    """Return chunks put together; what does not begin with a chunk was put together before."""
    pieces: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\n", at, at + _LONGEST_SIZE)
        size = _chunk_size(data[at:end]) if end >= 0 else None
        if size is None:
            if not at:
                return data
            raise UndecodableError("is cut off, or its chunks are broken")
        if not size:  # what follows are more headers
            return b"".join(pieces)
        start = end + 1
        if start + size > len(data):
            raise UndecodableError("is cut off amid a chunk")
        pieces.append(data[start : start + size])
        at = start + size
        at += 2 if data.startswith(b"\r\n", at) else data.startswith(b"\n", at)


def _chunk_size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    try:
        return int(digits, 16) if digits.isalnum() else None
    except ValueError:
        return None


def _decoded(data: bytes, coding: str, limit: int) -> bytes:
    """Return what was encoded; some archives keep it decoded under the headers of before."""
    if coding in ("", "identity", "none"):
        return data
    if coding in _GZIP:
        return _inflated(data, "gzip", limit) if data.startswith(b"\x1f\x8b") else data
    if coding == "deflate":
        try:
            return _inflated(data, "zlib", limit)
        except zlib.error:
            pass
        try:
            return _inflated(data, "deflate", limit)
        except zlib.error:
            pass
    if coding == "br":
        try:
            return _unpacked_brotli(data, limit)
        except UndecodableError:
            if not is_utf8(data):
                raise
    if is_utf8(data):
        return data
    raise UndecodableError(f"is encoded as {coding[:20]!a}, which is not undone")


def _unpacked_brotli(data: bytes, limit: int) -> bytes:
    import brotli  # few archives have it

    unpacker = brotli.Decompressor()
    pieces: list[bytes] = []
    size = 0
    while not unpacker.is_finished():
        if not data and unpacker.can_accept_more_data():
            raise UndecodableError("is cut off, or its br data are")
        try:
            piece = unpacker.process(data, output_buffer_limit=_BLOCK)
        except brotli.error as error:
            raise UndecodableError("has broken br data") from error
        data = b""
        size += len(piece)
        if size > limit:
            raise _too_large(limit)
        pieces.append(piece)
    return b"".join(pieces)


def _inflated(data: bytes, kind: str, limit: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while data:
        inflater = zlib.decompressobj(_WINDOWS[kind])
        while not inflater.eof:
            if not data:
                raise UndecodableError(f"is cut off, or its {kind} data are")
            try:
                piece = inflater.decompress(data, _BLOCK)
            except zlib.error as error:
                if kind != "gzip" and not pieces:
                    raise
                raise UndecodableError(f"has broken {kind} data") from error
            data = inflater.unconsumed_tail
            size += len(piece)
            if size > limit:
                raise _too_large(limit)
            pieces.append(piece)
        # More members may follow in gzip; other bytes after the end mean nothing.
        data = inflater.unused_data if kind == "gzip" else b""
        if not data.startswith(b"\x1f\x8b"):
            break
    return b"".join(pieces)


def _too_large(limit: int) -> UndecodableError:
    return UndecodableError(f"is too large (more than {limit / 1e6:,.0f} MB)")
