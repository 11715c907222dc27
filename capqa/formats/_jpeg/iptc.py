"""IPTC as Photoshop keeps it in a photo: resources, one of which holds datasets.

Sources: IPTC IIM 4.2, chapters 3 and 5; Adobe Photoshop file formats, "Image Resource Blocks".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import UnreadableError
from capqa.formats._jpeg import fields
from capqa.formats._jpeg.encodings import encodings_of
from capqa.formats._jpeg.gathered import Gathered
from capqa.formats._jpeg.markers import APP13
from capqa.formats._jpeg.values import Value, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.formats._jpeg.markers import Marker

SIGNATURE: Final = b"Photoshop 3.0\0"

_IPTC = 0x0404
_RESOURCES = frozenset({b"8BIM", b"PHUT", b"DCSR", b"AgHg", b"MeSa"})
_ENVELOPE_RECORD, _APPLICATION_RECORD = 1, 2
_CODED_CHARACTER_SET = 90
_UTF_8 = re.compile(rb"\x1b%(?:G|/[GHI])")
_DATASET_MARK = 0x1C


class _Dataset(NamedTuple):
    record: int
    number: int
    start: int
    end: int


def values(markers: Iterable[Marker], name: str) -> Iterator[Value]:
    """Return the values of a photo's IPTC fields.

    Raises UnreadableError when what holds them is broken.
    """
    gathered = Gathered()
    for marker in markers:
        if marker.code == APP13 and marker.payload.startswith(SIGNATURE):
            size = len(SIGNATURE)
            gathered.add(marker.payload[size:], marker.start + size)
    found = [
        dataset
        for start, end in _iptc_resources(gathered.data, name)
        for dataset in _datasets(gathered.data, start, end, name)
    ]
    declared = any(
        each.record == _ENVELOPE_RECORD and _UTF_8.match(gathered.data, each.start)
        for each in found
    )
    texts = [each for each in found if each.record != _ENVELOPE_RECORD]
    counts = dict.fromkeys(fields.IPTC, 0)
    # Many photos declare nothing, or UTF-8 wrongly: what is UTF-8 shows.
    encodings = encodings_of(
        (gathered.data[each.start : each.end] for each in texts),
        "utf-8" if declared else "windows-1252",
    )
    for dataset, encoding in zip(texts, encodings, strict=True):
        field = fields.IPTC[dataset.number]
        counts[dataset.number] += 1
        index = counts[dataset.number] if field.shape is fields.Shape.LIST else 1
        parts = tuple(parts_of(gathered, dataset.start, dataset.end, encoding))
        yield Value(field, parts, encoding, index=index)


def _iptc_resources(data: bytes, name: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(data):
        if data[at : at + 4] not in _RESOURCES:
            if data[at:].strip(b"\0"):
                raise _broken(name)
            return
        number = int.from_bytes(data[at + 4 : at + 6], "big")
        name_size = int.from_bytes(data[at + 6 : at + 7], "big")
        at += 6 + (1 + name_size + 1) // 2 * 2  # a length and the name, together even
        start = at + 4
        end = start + int.from_bytes(data[at:start], "big")
        if end > len(data):
            raise _broken(name)
        if number == _IPTC:
            yield start, end
        at = end + (end - start) % 2


def _datasets(data: bytes, start: int, end: int, name: str) -> Iterator[_Dataset]:
    at = start
    while at < end:
        if data[at] != _DATASET_MARK:
            if data[at:end].strip(b"\0"):
                raise _broken(name)
            return
        head = data[at : min(at + 5, end)]
        at += 5
        size = int.from_bytes(head[3:5], "big")
        if size >= 0x8000:  # the size of the size
            count = size - 0x8000
            size = int.from_bytes(data[at : at + count], "big")
            at += count
        if len(head) < 5 or at + size > end:
            raise _broken(name)
        is_text = head[1] == _APPLICATION_RECORD and head[2] in fields.IPTC
        if is_text or (head[1] == _ENVELOPE_RECORD and head[2] == _CODED_CHARACTER_SET):
            text = data[at : at + size].rstrip(b"\0")
            yield _Dataset(head[1], head[2], at, at + len(text))
        at += size


def _broken(name: str) -> UnreadableError:
    return UnreadableError("its IPTC data are broken", where=name, mend="write its metadata anew")
