"""WARC archives of web pages, plain or gzipped: every page in them is read, none is written.

One file holds many documents; `documents` reads them one after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.errors import CapqaError, UnreadableError

# The rest is imported where it is used: every format is loaded for every check, whatever it is of.
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import BinaryIO

    from capqa.model import Document, Edit

SUFFIXES: tuple[str, ...] = (".warc", ".warc.gz")
"""The endings of the names of WARC files."""


def documents(
    stream: BinaryIO, name: str, configurations: Mapping[str, object] | None = None
) -> Iterator[Document | UnreadableError]:
    """Return the pages, feeds and texts of an archive, each read by its format, in order.

    Each is named ``NAME#ADDRESS``. In the place of a record that cannot be read comes an
    UnreadableError; redirections, requests, metadata, repeated visits and what no format reads are
    left out. No more than one record is kept in memory. ``configurations`` are what formats are
    to be read with, by their names.
    """
    from capqa.formats._warc.documents import documents_of

    return documents_of(stream, name, configurations or {})


def read(data: bytes, name: str) -> Document:
    """Raise UnreadableError: an archive is many documents, which `documents` returns."""
    raise UnreadableError(
        "is an archive of many pages, which are not reviewed in it",
        where=name,
        mend="run capqa check on it, and mend the pages where they are written",
    )


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes where there are no edits; else raise CapqaError: an archive is
    never written.
    """
    if not edits:
        return document.data
    raise CapqaError(
        "is in an archive, which is never written",
        where=document.name,
        mend="mend the page where it is written, and archive it anew",
    )
