"""From a photo's bytes to its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.errors import UnreadableError
from capqa.files.encoding import LARGEST_FILE
from capqa.formats._jpeg import exif, fields, iptc, xmp
from capqa.formats._jpeg.markers import markers
from capqa.formats._neighbours import with_neighbours
from capqa.model import Document, Segment

if TYPE_CHECKING:
    from capqa.formats._jpeg.values import Value

ENCODING = "latin-1"
"""Each byte is a letter, so that a document's text is its bytes."""


def document_of(data: bytes, name: str) -> Document:
    """Return the document in a photo's bytes. Raises UnreadableError."""
    if not data:
        raise UnreadableError("is empty", where=name, mend="remove it or restore the photo")
    if len(data) > LARGEST_FILE:
        raise UnreadableError(
            f"is too large ({len(data) / 1e6:,.0f} MB; at most {LARGEST_FILE / 1e6:,.0f} MB)",
            where=name,
            mend="leave it out",
        )
    return Document(
        name=name,
        format="jpeg",
        data=data,
        text=data.decode(ENCODING),
        encoding=ENCODING,
        byte_order_mark=b"",
        segments=with_neighbours([segment for _, segment in texts(data, name)]),
    )


def texts(data: bytes, name: str) -> list[tuple[Value, Segment]]:
    """Return the values of a photo that have text, with their segments, in the order of `fields`.

    The segments do not know their neighbours yet. Raises UnreadableError.
    """
    found = list(markers(data, name))
    values = [
        *iptc.values(found, name),
        *xmp.values(found, name),
        *exif.values(found, name),
    ]
    values.sort(key=lambda value: fields.ORDER[value.field])
    # Entries of EXIF may share their text, which then is one.
    by_start: dict[int, tuple[Value, Segment]] = {}
    for value in values:
        segment = value.segment()
        if segment:
            by_start.setdefault(segment.start, (value, segment))
    return list(by_start.values())
