"""Taking back somebody's latest decision, the row it wrote included."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.errors import ConflictError
from capqa.glossary.editing import changing
from capqa.glossary.editing.amending import amend
from capqa.glossary.editing.drafts import draft, refuse_duplicate
from capqa.glossary.editing.locking import locked
from capqa.glossary.editing.ordering import place
from capqa.glossary.editing.removing import remove
from capqa.glossary.editing.table import Table
from capqa.glossary.proposals.events import Change, Undoing
from capqa.glossary.proposals.rows import latest_of
from capqa.glossary.proposals.writing import events_of, file_of, record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from capqa.glossary.proposals.events import Decision
    from capqa.glossary.proposals.shelf import Shelf


class Undone(NamedTuple):
    """What was taken back, and in which shelf."""

    shelf: Shelf
    decision: Decision


def undo(shelves: Iterable[Shelf], *, by: str) -> Undone | None:
    """Take somebody's latest change or rejection back; return it, None where there is none.

    A row that somebody has removed meanwhile needs no taking back. Raises ConflictError, and takes
    nothing back, when the row has been changed since, CapqaError when it cannot be written.
    """
    latest: Undone | None = None
    for shelf in shelves:
        found = latest_of(events_of(shelf), by)
        if found is not None and (latest is None or found.at >= latest.decision.at):
            latest = Undone(shelf, found)
    if latest is None:
        return None
    shelf, decision = latest
    with locked(shelf.journal):
        if latest_of(events_of(shelf), by) != decision:
            raise ConflictError("you have decided on something else meanwhile", mend="try again")
        if isinstance(decision, Change):
            _take_back(shelf, decision, by)
        record(shelf, [Undoing(by=by, undone=decision.id)])
    return latest


def _take_back(shelf: Shelf, decision: Change, by: str) -> None:
    path = file_of(shelf, shelf.journal.parent / decision.glossary)
    before, after = decision.before, decision.after
    changing.change(path, lambda table: _taken_back(table, before, after), by=by)


def _taken_back(
    table: Table, before: Mapping[str, str], after: Mapping[str, str]
) -> changing.Change:
    """Return the change that makes ``before`` of the row that says ``after``."""
    if not after:
        return _put_back(table, before)
    rows = [table.fields(at) for at in range(len(table.entries))]
    if after in rows:
        entry = table.entries[rows.index(dict(after))]
        if not before:
            return remove(table, entry)
        return amend(table, entry, {**dict.fromkeys(after, ""), **before})
    same = ("source", "target")
    if before in rows or not (
        before or any(all(row[name] == after[name] for name in same) for row in rows)
    ):
        entry = draft(after)
        return changing.Change(table.data, "edit", after, after, entry)
    raise ConflictError(
        f"the row {after['source']!r} -> {after['target']!r} has been changed since",
        where=str(table.path),
        mend="edit it as it is now",
    )


def _put_back(table: Table, fields: Mapping[str, str]) -> changing.Change:
    entry = draft(fields)
    refuse_duplicate(entry, table.entries)
    at = place(table.entries, entry)
    data = table.with_row(at, fields)
    return changing.Change(data, "add", {}, fields, Table(table.path, data).entries[at])
