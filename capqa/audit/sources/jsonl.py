"""JSON lines, plain or compressed: a record a line, in UTF-8.

A plain file is cut between lines, a compressed one cannot be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from capqa.audit.addresses import facts_of_file
from capqa.audit.fields import Belonging, belonging
from capqa.audit.records import AuditRecord, CorruptRecord, defective
from capqa.audit.shards import Shard
from capqa.audit.sources import _compression
from capqa.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.audit.addresses import PathFacts
    from capqa.audit.choices import Choices
    from capqa.audit.shards import FileState
    from capqa.model import Document

_PLAIN: Final = (".jsonl", ".ndjson")
SUFFIXES: tuple[str, ...] = (
    *_PLAIN,
    *(plain + packed for plain in _PLAIN for packed in _compression.COMPRESSIONS),
)
"""The endings of the names of files with one record a line."""

LARGEST_RECORD: Final = 16_000_000
"""The most bytes of a line that is read."""

_BLOCK: Final = 1 << 20
_MARK: Final = b"\xef\xbb\xbf"
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def plan(file: FileState, choices: Choices) -> Iterator[Shard]:
    """Yield the shards of a file: one where it is compressed, else cut behind lines.

    A plain file is read once for that, to count its lines. Raises UnreadableError.
    """
    if file.size == 0:
        raise UnreadableError("is empty", where=file.path, mend="remove it or restore its records")
    if _compression.is_compressed(file.path):
        yield Shard("jsonl", (file,), weight=file.size)
        return
    try:
        with open(file.path, "rb") as stream:
            if stream.read(2) in _WIDE_MARKS:
                raise UnreadableError(
                    "is in UTF-16, which JSON lines are not", where=file.path, mend="save as UTF-8"
                )
            start, first = 0, 1
            for end, lines in _cuts(stream, choices.shard_size):
                yield Shard("jsonl", (file,), start, end, first, end - start)
                start, first = end, first + lines
    except OSError as error:
        raise UnreadableError(
            f"cannot be read: {error.strerror}", where=file.path, mend="check path and permissions"
        ) from error


def _cuts(stream: Any, size: int) -> Iterator[tuple[int, int]]:
    """Yield where to cut a file, in bytes, and how many lines each part has."""
    stream.seek(0)
    at = lines = 0
    due = size
    while block := stream.read(_BLOCK):
        begun = 0
        while at + len(block) >= due:
            cut = block.find(b"\n", max(due - at - 1, begun))
            if cut < 0:
                break
            lines += block.count(b"\n", begun, cut + 1)
            yield at + cut + 1, lines
            begun, lines = cut + 1, 0
            due = at + begun + size
        lines += block.count(b"\n", begun)
        at += len(block)
        last = at if begun < len(block) else 0
    if last:
        yield at, lines


def records(shard: Shard, choices: Choices) -> Iterator[AuditRecord | CorruptRecord]:
    """Yield the records of a shard; empty lines are none."""
    (file,) = shard.files
    folders = facts_of_file(file)
    number = shard.first - 1
    left = shard.end - shard.start if shard.end else -1
    try:
        with _compression.opened(file.path) as stream:
            if shard.start:
                stream.seek(shard.start)
            for line in _compression.lines(stream, LARGEST_RECORD):
                number += 1
                if isinstance(line, int):
                    yield CorruptRecord(
                        f"{file.path}: line {number}",
                        f"is too large ({line / 1e6:,.0f} MB; at most {LARGEST_RECORD / 1e6:,.0f})",
                    )
                else:
                    yield from _record(line, number, file.path, choices, folders)
                if left >= 0:
                    left -= line if isinstance(line, int) else len(line)
                    if left <= 0:
                        return
    except _compression.broken() as error:
        what = getattr(error, "strerror", None) or "the compressed bytes are damaged or cut off"
        yield CorruptRecord(file.path, f"cannot be read on behind line {number}: {what}")


def _record(
    line: bytes, number: int, path: str, choices: Choices, folders: PathFacts
) -> Iterator[AuditRecord | CorruptRecord]:
    if number == 1:
        line = line.removeprefix(_MARK)
    if not line.strip():
        return
    where = f"{path}: line {number}"
    try:
        text = line.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        yield CorruptRecord(where, f"is not UTF-8 (byte {error.start + 1:,} of the line)")
        return
    try:
        document = _document(text, number, path, choices)
    except UnreadableError as error:
        yield CorruptRecord(where, error.what)
        return
    except Exception as error:
        yield defective(where, "read", error)
        return
    own = _belonging(text, choices)
    month = own.month or folders.month
    yield AuditRecord(
        document,
        path,
        f"line {number}",
        own.page,
        own.section or folders.section,
        month,
        ("record" if own.month else "address") if month else "",
    )


def _document(text: str, number: int, path: str, choices: Choices) -> Document:
    from capqa.formats import jsonl
    from capqa.formats._neighbours import with_neighbours
    from capqa.model import Document

    strings = jsonl.record_strings(text, 0, number, path, choices.configurations.get("jsonl"))
    segments = with_neighbours([segment for each in strings for segment in each.segments])
    languages = {segment.language for segment in segments}
    return Document(
        name=path,
        format="jsonl",
        data=text.encode("utf-8"),
        text=text,
        encoding="utf-8",
        byte_order_mark=b"",
        segments=segments,
        language=languages.pop() if len(languages) == 1 else None,
        first_line=number,
    )


def _belonging(text: str, choices: Choices) -> Belonging:
    try:
        record = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        # What Python's own decoder takes and this does not: NaN, half of a surrogate pair.
        record = _decoded(text)
    return belonging(record, choices.fields) if isinstance(record, dict) else Belonging()


def _decoded(text: str) -> object:
    import json

    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
