"""JPEG photos: captions, headlines, alternative texts and credits in IPTC, XMP and EXIF.

A photo's text is its bytes read as Latin-1, so that each segment says where its letters stand; line
and column are those within the field that ``Segment.locator`` names. Pixels are never decoded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

# The rest is imported where it is used: every format is loaded for every check, whatever it is of.
if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Document, Edit

SUFFIXES: tuple[str, ...] = (".jpg", ".jpeg", ".jpe")
"""The endings of the names of JPEG files."""


def read(data: bytes, name: str) -> Document:
    """Return the document in a photo's bytes; one without metadata has no segments.

    Copies of a text in several fields are segments of their own, in an order that does not depend
    on the file's. Raises UnreadableError when the file or its metadata are broken.
    """
    from capqa.formats._jpeg.reading import document_of

    return document_of(data, name)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the photo with the edits made by exiftool, its picture and other fields as they were.

    The document's own bytes where there are no edits. Raises ConflictError when an edit's old text
    is not what stands there, when two edits overlap, and when anything else came to be changed;
    CapqaError when exiftool is not installed or fails, or a field cannot hold the new text.
    """
    if not edits:
        return document.data
    from capqa.formats._jpeg.writing import written

    return written(document, edits)
