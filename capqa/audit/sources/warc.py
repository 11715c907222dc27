"""WARC archives, plain or gzipped: a record a page, with the month it is from or was captured in.

An archive is cut between records, a gzipped one between the members that hold them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from capqa.audit.addresses import PathFacts
from capqa.audit.months import month_of
from capqa.audit.records import CorruptRecord, defective
from capqa.audit.shards import Shard
from capqa.audit.sources.pages import LARGEST_PAGE, record_of
from capqa.errors import UnreadableError
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.audit.choices import Choices
    from capqa.audit.records import AuditRecord
    from capqa.audit.shards import FileState
    from capqa.formats._warc.records import BrokenRecord, Record
    from capqa.formats._warc.stream import ArchiveStream

SUFFIXES: tuple[str, ...] = (".warc", ".warc.gz")
"""The endings of the names of WARC files."""

_LONGEST_ADDRESS: Final = 2_000


def plan(file: FileState, choices: Choices) -> Iterator[Shard]:
    """Yield the shards of an archive, which is read once for that where it is large.

    Raises UnreadableError.
    """
    if file.size == 0:
        raise UnreadableError("is empty", where=file.path, mend="restore the archive")
    start = 0
    if file.size > 2 * choices.shard_size:
        try:
            with open(file.path, "rb") as stream:
                for cut in _cuts(stream, choices.shard_size):
                    yield Shard("warc", (file,), start, cut, weight=cut - start)
                    start = cut
        except OSError as error:
            raise UnreadableError(
                f"cannot be read: {error.strerror}", where=file.path, mend="check permissions"
            ) from error
    yield Shard("warc", (file,), start, file.size, weight=file.size - start)


def _cuts(stream: BinaryIO, size: int) -> Iterator[int]:
    """Yield the offsets of records behind so many bytes each."""
    from capqa.formats._warc.stream import ArchiveStream

    archive = ArchiveStream(stream)
    cut = before = 0
    while True:
        offset = _passed(archive)
        if offset is None:
            return
        # In a gzip member, the first record alone stands where the member begins.
        if offset > before and offset - cut >= size:
            cut = offset
            yield cut
        before = max(before, offset)


def _passed(archive: ArchiveStream) -> int | None:
    """Return where the next record begins, and pass over it; None at the end."""
    from capqa.formats._warc.stream import BrokenError

    while True:
        try:
            if not archive.at_record():
                return None
            offset = archive.offset
            length = _length(archive.head())
            if length is None or archive.skip(length) < length or not archive.ends_here():
                raise BrokenError("does not have the length it says")
        except BrokenError:
            # A cut there would read otherwise than the whole: the next whole record is one.
            if not archive.resume():
                return None
        else:
            return offset


def _length(head: bytes) -> int | None:
    for line in head.split(b"\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            return int(value)
    return None


def records(shard: Shard, choices: Choices) -> Iterator[AuditRecord | CorruptRecord]:
    """Yield the pages, feeds and texts in a part of an archive."""
    from capqa.formats._warc.records import BrokenRecord
    from capqa.formats._warc.records import records as records_in

    (file,) = shard.files
    try:
        with open(file.path, "rb") as stream:
            stream.seek(shard.start)
            part = cast("BinaryIO", _Part(stream, shard.end - shard.start))
            for record in records_in(part, LARGEST_PAGE):
                if isinstance(record, BrokenRecord):
                    yield _corrupt(record, file.path, shard.start)
                else:
                    yield from _page(record, file.path, choices)
    except OSError as error:
        yield CorruptRecord(file.path, f"cannot be read on: {error.strerror}")


def _page(record: Record, path: str, choices: Choices) -> Iterator[AuditRecord | CorruptRecord]:
    from capqa.formats._warc.contents import document_of

    name = f"{path}#{_shown(record.address)}"
    try:
        document = document_of(record, name, choices.configurations)
    except UnreadableError as error:
        yield CorruptRecord(error.where or name, error.what)
        return
    except Exception as error:
        yield defective(name, "read", error)
        return
    if document is not None:
        yield record_of(
            replace(document, format="warc"),
            path,
            PathFacts(),
            choices,
            captured=month_of(record.date),
        )


def _corrupt(record: BrokenRecord, path: str, start: int) -> CorruptRecord:
    name = f"{path}#{_shown(record.address)}" if record.address else path
    if record.offset is None:
        return CorruptRecord(name, record.what)
    return CorruptRecord(name, f"the record at byte {record.offset + start:,} {record.what}")


def _shown(address: str) -> str:
    return visible(address)[:_LONGEST_ADDRESS]


class _Part:
    """So many bytes of a stream, from where it stands."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self._left = size

    def read(self, size: int) -> bytes:
        data = self._stream.read(min(size, self._left))
        self._left -= len(data)
        return data
