"""Many entries put into a glossary file at once, all other bytes kept, and saving it."""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise
from typing import TYPE_CHECKING

from capqa.errors import CapqaError, ConflictError
from capqa.files import atomic
from capqa.glossary.editing.drafts import verify_columns
from capqa.glossary.editing.row import Row, line_end, written
from capqa.glossary.editing.table import Table
from capqa.glossary.exchange._merging import by_source
from capqa.glossary.exchange._table import cells
from capqa.glossary.files import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from capqa.glossary.entry import Entry


def of_entries(entries: Iterable[Entry]) -> bytes:
    """Return a glossary file with these entries, in their order."""
    rows = [written(COLUMNS), *(written(cells(entry)) for entry in entries)]
    return "".join(f"{row}\n" for row in rows).encode("utf-8")


def with_entries(
    table: Table, changed: Mapping[int, Entry | None], added: Sequence[Entry]
) -> bytes:
    """Return a file with entries changed by their index, or gone where it says None, and added.

    Added ones stand in the order of a file that is sorted, else at its end. Raises
    ConfigurationError when the file lacks a column that one of them needs.
    """
    verify_columns(table, _needed([*filter(None, changed.values()), *added]))
    end = table.line_end
    raws = {row.line: row.raw if line_end(row.raw) else row.raw + end for row in table.rows}
    rows = {row.line: row for row in table.rows}
    for index, entry in changed.items():
        line = table.entries[index].row
        raws[line] = _written(table, entry, rows[line]) + end if entry else ""
    keys = [by_source(entry) for entry in table.entries]
    lines = [entry.row for entry in table.entries]
    ordered = all(first <= second for first, second in pairwise(keys))
    behind: dict[int, list[str]] = {}
    for entry in sorted(added, key=by_source) if ordered else added:
        at = bisect(keys, by_source(entry)) if ordered else len(keys)
        line = lines[at - 1] if at else table.rows[0].line
        behind.setdefault(line, []).append(_written(table, entry, rows[line]) + end)
    if not ordered and lines:
        behind[table.rows[-1].line] = behind.pop(lines[-1], [])
    pieces = (raw + "".join(behind.get(line, ())) for line, raw in raws.items())
    return table.byte_order_mark + "".join(pieces).encode("utf-8")


def save(path: Path, data: bytes, expected: bytes | None) -> None:
    """Write a file as a whole: replace one that holds ``expected``, or create one for None.

    Raises CapqaError when it cannot be written or is no longer what was expected.
    """
    if expected is not None:
        try:
            atomic.replace(path, data, expected=expected)
        except ConflictError as error:
            what = "was changed by another program meanwhile"
            raise ConflictError(what, where=str(path), mend="run the command again") from error
        return
    try:
        atomic.create(path, data)
    except FileExistsError as error:
        what = "was created by another program meanwhile"
        raise ConflictError(what, where=str(path), mend="run the command again") from error
    except OSError as error:
        raise CapqaError(
            f"cannot be created: {error.strerror}", where=str(path), mend="check its folder"
        ) from error


def verify(path: Path, data: bytes) -> None:
    """Raise ConfigurationError when what is about to be written would not be read again."""
    Table(path, data)


def _needed(entries: Sequence[Entry]) -> list[str]:
    used = {
        name for entry in entries for name, text in zip(COLUMNS, cells(entry), strict=True) if text
    }
    if all(entry.rank == 0 for entry in entries):
        used.discard("status")
    return [name for name in COLUMNS if name in used]


def _written(table: Table, entry: Entry, model: Row) -> str:
    values = dict(zip(COLUMNS, cells(entry), strict=True))
    before = dict(zip(table.header, model.fields, strict=False))
    # Columns that are not ours stay as they are in a row that changes.
    stays = before if before.get("source", "").strip() == entry.source else {}
    return written([values.get(name, stays.get(name, "")) for name in table.header], model)
