"""Bytes to text, so that encoding the text gives the same bytes again, or a reason why not."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from capqa.errors import UnreadableError
from capqa.files.binary import binary_kind

LARGEST_FILE = 200_000_000
"""The most bytes read of one file: no page is larger, and checking one would take minutes."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16: its mark is the first half of this one.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)


class Decoded(NamedTuple):
    """A file's text; ``byte_order_mark + text.encode(encoding)`` is exactly its bytes."""

    text: str
    encoding: str
    byte_order_mark: bytes


def decode(data: bytes, name: str) -> Decoded:
    """Return the text of a file: by its byte-order mark, else as UTF-8, else in the likeliest
    encoding of those pages came in before UTF-8.

    ``name`` stands in the error. Raises UnreadableError, saying how to mend it, when the file is
    empty, binary, larger than LARGEST_FILE, broken, or in an encoding that cannot be told.
    """
    if not data:
        raise UnreadableError("is empty", where=name, mend="remove it or restore its text")
    if len(data) > LARGEST_FILE:
        raise UnreadableError(
            f"is too large ({len(data) / 1e6:,.0f} MB; at most {LARGEST_FILE / 1e6:,.0f} MB)",
            where=name,
            mend="split it",
        )
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data, name, mark, encoding)
    kind = binary_kind(data)
    if kind:
        raise UnreadableError(
            f"is a binary file ({kind})", where=name, mend="leave it out, or save it as plain text"
        )
    try:
        return Decoded(data.decode("utf-8"), "utf-8", b"")
    except UnicodeDecodeError as error:
        broken_at = error.start
    # Imported here: nearly every page is UTF-8.
    from capqa.files.legacy import is_broken_utf8, legacy_encoding

    line = data.count(b"\n", 0, broken_at) + 1
    if is_broken_utf8(data):
        raise UnreadableError(
            f"is broken UTF-8 (line {line}, byte {broken_at + 1})",
            where=name,
            mend="restore the character there",
        )
    encoding_found = legacy_encoding(data)
    if encoding_found is None:
        raise UnreadableError(
            f"is not UTF-8 (line {line}), and its encoding cannot be told",
            where=name,
            mend="save it as UTF-8",
        )
    return Decoded(data.decode(encoding_found), encoding_found, b"")


def _marked(data: bytes, name: str, mark: bytes, encoding: str) -> Decoded:
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"has the byte-order mark of {encoding.upper()} but is broken at byte "
            f"{len(mark) + error.start}",
            where=name,
            mend="save it anew as UTF-8",
        ) from error
    if not text:
        raise UnreadableError("is empty", where=name, mend="remove it or restore its text")
    if text.encode(encoding) != data[len(mark) :]:
        raise UnreadableError(
            f"is not {encoding.upper()} as it should be", where=name, mend="save it anew as UTF-8"
        )
    return Decoded(text, encoding, mark)


def can_hold(encoding: str, character: str) -> bool:
    """Return whether a character can be written in an encoding."""
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
