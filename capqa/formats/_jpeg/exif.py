"""The texts in a photo's EXIF data.

Source: Exif 2.32, chapter 4; TIFF 6.0, section 2.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import UnreadableError
from capqa.formats._jpeg import fields
from capqa.formats._jpeg.encodings import encodings_of
from capqa.formats._jpeg.gathered import Gathered
from capqa.formats._jpeg.markers import APP1
from capqa.formats._jpeg.values import Value, parts_of, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.formats._jpeg.markers import Marker
    from capqa.formats._jpeg.values import Part

SIGNATURE: Final = b"Exif\0\0"

_ASCII, _UNDEFINED, _UTF_8 = 2, 7, 129
_BYTE_TYPES = frozenset({1, _ASCII, _UNDEFINED, _UTF_8})
_EXIF_DIRECTORY = 0x8769
_USER_COMMENT, _COPYRIGHT = 0x9286, 0x8298
_UNICODE, _JIS = b"UNICODE\0", b"JIS\0\0\0\0\0"
_CODE_SIZE = 8


class _Text(NamedTuple):
    tag: int
    start: int
    end: int
    encoding: str


def values(markers: Iterable[Marker], name: str) -> Iterator[Value]:
    """Return the values of a photo's EXIF fields.

    Raises UnreadableError when what holds them is broken.
    """
    gathered = Gathered()
    for marker in markers:
        if marker.code == APP1 and marker.payload.startswith(SIGNATURE):
            size = len(SIGNATURE)
            gathered.add(marker.payload[size:], marker.start + size)
            break
    data = gathered.data
    if not data:
        return
    try:
        # A tag that comes again is none of the standard's: the first counts.
        found = list({text.tag: text for text in reversed([*_texts(data)])}.values())
    except (struct.error, ValueError) as error:
        raise UnreadableError(
            "its EXIF data are broken", where=name, mend="write its metadata anew"
        ) from error
    undeclared = encodings_of(
        (data[text.start : text.end] for text in found if not text.encoding), "utf-8"
    )
    for text in found:
        encoding = text.encoding or next(undeclared)
        try:
            parts = tuple(_parts(gathered, text, encoding))
        except UnicodeDecodeError as error:
            raise UnreadableError(
                f"its {fields.EXIF[text.tag].label} is not in {encoding}, as it declares",
                where=name,
                mend="write it anew",
            ) from error
        yield Value(fields.EXIF[text.tag], parts, encoding)


def _parts(gathered: Gathered, text: _Text, encoding: str) -> Iterator[Part]:
    if text.tag != _COPYRIGHT:
        yield from parts_of(gathered, text.start, text.end, encoding)
        return
    # That of the photographer, and after a NUL that of the editor: two lines, as exiftool has it.
    at = text.start
    for line in gathered.data[text.start : text.end].split(b"\0"):
        if at > text.start:
            yield whole("\n", gathered, at - 1, at)
        yield from parts_of(gathered, at, at + len(line), encoding)
        at += len(line) + 1


def _texts(data: bytes) -> Iterator[_Text]:
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None:
        raise ValueError
    directories = [struct.unpack_from(f"{order}L", data, 4)[0]]
    seen = set()
    while directories:
        at = directories.pop()
        seen.add(at)
        (count,) = struct.unpack_from(f"{order}H", data, at)
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind, size, place = struct.unpack_from(f"{order}HHLL", data, entry)
            if tag == _EXIF_DIRECTORY and place not in seen:
                directories.append(place)
            elif tag in fields.EXIF and kind in _BYTE_TYPES:
                start = place if size > 4 else entry + 8
                if start + size > len(data):
                    raise ValueError
                yield from _text(data, tag, start, start + size, order)


def _text(data: bytes, tag: int, start: int, end: int, order: str) -> Iterator[_Text]:
    if tag != _USER_COMMENT:
        text = data[start:end]
        text = text.rstrip(b"\0") if tag == _COPYRIGHT else text.partition(b"\0")[0]
        end = start + len(text)
        yield _Text(tag, start, end, "")
        return
    code, start = data[start : start + _CODE_SIZE], start + _CODE_SIZE
    if code == _UNICODE:
        text = data[start : end - (end - start) % 2]
        yield _Text(tag, *_trimmed(text, start), _byte_order(text, order))
    elif code != _JIS and start < end:
        yield _Text(tag, start, start + len(data[start:end].rstrip(b"\0")), "")


def _trimmed(text: bytes, start: int) -> tuple[int, int]:
    end = len(text)
    while end and text[end - 2 : end] == b"\0\0":
        end -= 2
    first = 2 if text[:2] in (b"\xff\xfe", b"\xfe\xff") else 0
    return start + first, start + max(first, end)


def _byte_order(text: bytes, order: str) -> str:
    # Programs disagree whether it is that of the EXIF data; letters show it.
    if text[:2] == b"\xff\xfe":
        return "utf-16-le"
    if text[:2] == b"\xfe\xff":
        return "utf-16-be"
    firsts, seconds = text[0::2].count(0), text[1::2].count(0)
    if firsts == seconds:
        return "utf-16-le" if order == "<" else "utf-16-be"
    return "utf-16-be" if firsts > seconds else "utf-16-le"
