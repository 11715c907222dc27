"""From the records of an archive to documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from capqa.errors import UnreadableError
from capqa.formats._warc.contents import document_of
from capqa.formats._warc.records import BrokenRecord, records
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

    from capqa.model import Document

_LONGEST_ADDRESS: Final = 2_000


def documents_of(
    stream: BinaryIO, name: str, configurations: Mapping[str, object]
) -> Iterator[Document | UnreadableError]:
    """Return the documents of an archive, as `capqa.formats.warc.documents` says."""
    try:
        for record in records(stream):
            if isinstance(record, BrokenRecord):
                yield _unreadable(record, name)
                continue
            try:
                document = document_of(record, _named(name, record.address), configurations)
            except UnreadableError as error:
                yield error
                continue
            if document:
                # So that what is decided about a page is never written into the archive.
                yield replace(document, format="warc")
    except OSError as error:
        yield UnreadableError(
            f"cannot be read: {error.strerror}", where=name, mend="check path and permissions"
        )


def _unreadable(record: BrokenRecord, name: str) -> UnreadableError:
    if record.offset is None:
        return UnreadableError(record.what, where=name, mend="restore the archive")
    return UnreadableError(
        f"the record at byte {record.offset:,} {record.what}",
        where=_named(name, record.address),
        mend="archive the page anew",
    )


def _named(name: str, address: str) -> str:
    if not address:
        return name
    address = visible(address)
    if len(address) > _LONGEST_ADDRESS:
        address = address[: _LONGEST_ADDRESS - 1] + "…"
    return f"{name}#{address}"
