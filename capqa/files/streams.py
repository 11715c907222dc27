"""Text of a file too large to be held as a whole: its encoding, and its text piece by piece."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from capqa.errors import UnreadableError
from capqa.files.binary import binary_kind
from capqa.files.encoding import BYTE_ORDER_MARKS, decode
from capqa.files.legacy import SAMPLE_BYTES, is_broken_utf8, legacy_encoding, sample_of

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = 1_000_000
"""How many bytes are read at a time."""


class Encoding(NamedTuple):
    """How a file's text is encoded, and the bytes before it that say so."""

    name: str
    byte_order_mark: bytes = b""


def encoding_of(stream: BinaryIO, name: str) -> Encoding:
    """Return the encoding of a file's text as `encoding.decode` would tell it, reading it once.

    Raises UnreadableError, as that does, when the file is empty, binary or broken, or when its
    encoding cannot be told.
    """
    stream.seek(0)
    chunk = stream.read(CHUNK)
    for mark, encoding in BYTE_ORDER_MARKS:
        if chunk.startswith(mark):
            return Encoding(encoding, mark)
    if not chunk or binary_kind(chunk[: chunk.rfind(b"\n") + 1] or chunk):
        decode(chunk, name)  # says what it is
    decoder = codecs.getincrementaldecoder("utf-8")()
    sample, line, is_utf8 = b"", 1, True
    while chunk:
        if b"\0" in chunk:
            raise UnreadableError(
                f"is a binary file ({binary_kind(chunk)})",
                where=name,
                mend="leave it out, or save it as plain text",
            )
        if len(sample) < SAMPLE_BYTES and not chunk.isascii():
            sample += sample_of(chunk) + b"\n"
        if is_utf8:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                line += error.object.count(b"\n", 0, error.start)
                is_utf8 = False
            else:
                line += chunk.count(b"\n")
        elif len(sample) >= SAMPLE_BYTES:
            break
        chunk = stream.read(CHUNK)
    if is_utf8:
        return Encoding("utf-8")
    if is_broken_utf8(sample):
        raise UnreadableError(
            f"is broken UTF-8 (line {line})", where=name, mend="restore the character there"
        )
    found = legacy_encoding(sample)
    if found is None:
        raise UnreadableError(
            f"is not UTF-8 (line {line}), and its encoding cannot be told",
            where=name,
            mend="save it as UTF-8",
        )
    return Encoding(found)


def texts(stream: BinaryIO, name: str, encoding: Encoding) -> Iterator[str]:
    """Yield a file's text in pieces, cut anywhere.

    Raises UnreadableError, naming the line, where the bytes are none of the encoding.
    """
    stream.seek(len(encoding.byte_order_mark))
    decoder = codecs.getincrementaldecoder(encoding.name)()
    line = 1
    more = True
    while more:
        chunk = stream.read(CHUNK)
        more = bool(chunk)
        try:
            text = decoder.decode(chunk, final=not more)
        except UnicodeDecodeError as error:
            line += error.object[: error.start].decode(encoding.name, "replace").count("\n")
            raise UnreadableError(
                f"is {encoding.name.upper()} but for a byte in line {line}",
                where=name,
                mend="save it anew as UTF-8",
            ) from error
        line += text.count("\n")
        yield text
