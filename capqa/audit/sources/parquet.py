"""Parquet tables: a record a row, read batch by batch; the columns are chosen by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from capqa.audit.addresses import facts_of_file
from capqa.audit.extras import required
from capqa.audit.fields import belonging
from capqa.audit.records import AuditRecord, CorruptRecord, defective
from capqa.audit.shards import Shard
from capqa.audit.sources._parquet.columns import chosen_columns
from capqa.audit.sources._parquet.rows import document_of
from capqa.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.audit.addresses import PathFacts
    from capqa.audit.choices import Choices
    from capqa.audit.shards import FileState
    from capqa.audit.sources._parquet.columns import ChosenColumns

SUFFIXES: tuple[str, ...] = (".parquet", ".parq", ".pq")
"""The endings of the names of Parquet files."""

_BATCH: Final = 512
_BUFFER: Final = 1 << 20
_MOST_ROWS: Final = 200_000


def plan(file: FileState, choices: Choices) -> Iterator[Shard]:
    """Yield the shards of a table: ranges of rows. Raises UnreadableError, and CapqaError where
    the library is missing.
    """
    table = _opened(file.path)
    columns = chosen_columns(table.schema_arrow, choices.fields, file.path)
    rows: int = table.metadata.num_rows
    if not rows:
        raise UnreadableError("holds no rows", where=file.path, mend="leave it out")
    size = max(1, _size(table.metadata, columns))
    step = max(1, min(_MOST_ROWS, rows * choices.shard_size // size))
    for start in range(0, rows, step):
        end = min(start + step, rows)
        yield Shard("parquet", (file,), start, end, start + 1, size * (end - start) // rows)


def records(shard: Shard, choices: Choices) -> Iterator[AuditRecord | CorruptRecord]:
    """Yield the records of some rows."""
    (file,) = shard.files
    try:
        table = _opened(file.path)
        columns = chosen_columns(table.schema_arrow, choices.fields, file.path)
    except UnreadableError as error:
        yield CorruptRecord(file.path, error.what, shard.end - shard.start)
        return
    facts = facts_of_file(file)
    for group in _groups(table, shard):
        number = group.start
        for batch in _batches(table, columns, group):
            if isinstance(batch, str):
                # The next group may be whole.
                rows = f"rows {number + 1:,} to {group.end:,}"
                yield CorruptRecord(f"{file.path}: {rows}", batch, group.end - number)
                break
            for row in _rows(batch):
                number += 1
                if isinstance(row, str):
                    yield CorruptRecord(f"{file.path}: row {number}", row)
                else:
                    yield _record(row, number, file.path, columns, facts, choices)


def _record(
    row: dict[str, Any],
    number: int,
    path: str,
    columns: ChosenColumns,
    facts: PathFacts,
    choices: Choices,
) -> AuditRecord | CorruptRecord:
    try:
        document = document_of(row, number, path, columns)
    except UnicodeDecodeError:
        return CorruptRecord(f"{path}: row {number}", "is not UTF-8")
    except Exception as error:
        return defective(f"{path}: row {number}", "read", error)
    own = belonging(row, choices.fields)
    month = own.month or facts.month
    return AuditRecord(
        document,
        path,
        f"row {number}",
        own.page,
        own.section or facts.section,
        month,
        ("record" if own.month else "address") if month else "",
        has_lines=False,
    )


def _opened(path: str) -> Any:
    pyarrow = required("pyarrow", "audit")
    parquet = required("pyarrow.parquet", "audit")
    try:
        # Buffered, or a whole column of a row group would be in memory at once.
        return parquet.ParquetFile(path, buffer_size=_BUFFER, pre_buffer=False)
    except (pyarrow.ArrowException, OSError) as error:
        raise UnreadableError(
            f"is no Parquet file that can be read ({_reason(error)})",
            where=path,
            mend="restore the file",
        ) from error


def _size(metadata: Any, columns: ChosenColumns) -> int:
    """Return how many bytes the chosen columns have, uncompressed."""
    return sum(
        column.total_uncompressed_size
        for group in range(metadata.num_row_groups)
        for number in range(metadata.num_columns)
        if (column := metadata.row_group(group).column(number)).path_in_schema in columns.leaves
    )


class _Group(NamedTuple):
    """A row group of a table, where it begins, and which of the table's rows are wanted of it."""

    number: int
    begin: int
    start: int
    end: int


def _groups(table: Any, shard: Shard) -> Iterator[_Group]:
    begin = 0
    for number in range(table.metadata.num_row_groups):
        behind = begin + table.metadata.row_group(number).num_rows
        start, end = max(begin, shard.start), min(behind, shard.end)
        if start < end:
            yield _Group(number, begin, start, end)
        begin = behind


def _batches(table: Any, columns: ChosenColumns, group: _Group) -> Iterator[Any]:
    """Yield the wanted rows of a group in batches, or why they cannot be read on."""
    pyarrow = required("pyarrow", "audit")
    at = group.begin
    try:
        for batch in table.iter_batches(
            batch_size=_BATCH, row_groups=[group.number], columns=columns.leaves, use_threads=False
        ):
            start, end = max(group.start - at, 0), min(group.end - at, batch.num_rows)
            at += batch.num_rows
            if start < end:
                yield columns.readable(batch.slice(start, end - start))
            if at >= group.end:
                return
    except (pyarrow.ArrowException, OSError) as error:
        yield f"cannot be read ({_reason(error)})"


def _rows(batch: Any) -> Iterator[dict[str, Any] | str]:
    try:
        yield from batch.to_pylist()
        return
    except (UnicodeDecodeError, ValueError, OverflowError):
        pass
    for number in range(batch.num_rows):
        try:
            (row,) = batch.slice(number, 1).to_pylist()
        except (UnicodeDecodeError, ValueError, OverflowError) as error:
            yield f"cannot be read ({_reason(error)})"
        else:
            yield row


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
