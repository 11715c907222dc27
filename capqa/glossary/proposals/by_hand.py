"""Entries that maintainers add, change and remove themselves; each step can be undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.errors import ConflictError
from capqa.glossary.editing import changing
from capqa.glossary.editing.adding import OnConflict
from capqa.glossary.editing.amending import amend
from capqa.glossary.editing.locking import locked
from capqa.glossary.editing.removing import remove
from capqa.glossary.editing.table import Table
from capqa.glossary.proposals.values import cleaned
from capqa.glossary.proposals.writing import added, change_event, file_of, record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from capqa.glossary.entry import Entry
    from capqa.glossary.proposals.knowledge import Knowledge
    from capqa.glossary.proposals.shelf import Shelf


def add_entry(
    knowledge: Knowledge,
    values: Mapping[str, str],
    *,
    by: str,
    on_conflict: OnConflict = OnConflict.REFUSE,
) -> Entry:
    """Write an entry nobody has proposed.

    Raises RivalError when its source has another preferred target, ConfigurationError when it is
    there already or may not be written, CapqaError when it cannot be.
    """
    shelf = knowledge.shelf
    with locked(shelf.journal):
        done = added(knowledge, values, by=by, on_conflict=on_conflict)
        record(shelf, [change_event(shelf, done, shelf.glossary, by=by)])
    return done.entry


def fields_of(entry: Entry) -> dict[str, str]:
    """Return what the row of an entry says by column, the empty columns of its file too.

    Raises ConflictError when it is not there any more as it was.
    """
    table = Table.read(Path(entry.file))
    same = _same(table, entry)
    return dict.fromkeys(table.header, "") | table.fields(table.entries.index(same))


def change_entry(shelf: Shelf, entry: Entry, values: Mapping[str, str], *, by: str) -> Entry:
    """Give an entry of one of the shelf's files other values by column.

    Raises ConflictError when it is not there any more as it was, ConfigurationError for what may
    not be written, CapqaError when it cannot be.
    """

    def amended(table: Table) -> changing.Change:
        return amend(table, _same(table, entry), cleaned(values, table.entries))

    return _changed(shelf, entry, amended, by)


def remove_entry(shelf: Shelf, entry: Entry, *, by: str) -> Entry:
    """Take an entry out of one of the shelf's files.

    Raises ConflictError when it is not there any more as it was, CapqaError when it cannot be.
    """
    return _changed(shelf, entry, lambda table: remove(table, _same(table, entry)), by)


def _changed(
    shelf: Shelf, entry: Entry, edit: Callable[[Table], changing.Change], by: str
) -> Entry:
    path = file_of(shelf, Path(entry.file))
    with locked(shelf.journal):
        done = changing.change(path, edit, by=by)
        if done.before != done.after:
            record(shelf, [change_event(shelf, done, path, by=by)])
    return done.entry


def _same(table: Table, entry: Entry) -> Entry:
    """Return the entry of a table that says the same; its line may have moved."""
    for each in table.entries:
        if replace(each, row=entry.row, file=entry.file) == entry:
            return each
    raise ConflictError(
        f"{entry.source!r} -> {entry.target!r} is not there any more as it was",
        where=str(table.path),
        mend="look again",
    )
