"""Writing to a shelf: rows to its glossaries, and beside them the events that tell of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from capqa.errors import ConflictError
from capqa.glossary.editing import changing
from capqa.glossary.editing.adding import OnConflict, add
from capqa.glossary.proposals import journal
from capqa.glossary.proposals.events import Change
from capqa.glossary.proposals.values import cleaned, guesses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from capqa.glossary.editing.table import Table
    from capqa.glossary.proposals.events import Event
    from capqa.glossary.proposals.knowledge import Knowledge
    from capqa.glossary.proposals.shelf import Shelf


def events_of(shelf: Shelf) -> list[Event]:
    """Return every event of a shelf. Raises CapqaError when a file cannot be read."""
    return [event for path in shelf.journals for event in journal.read(path).events]


def record(shelf: Shelf, events: Iterable[Event]) -> None:
    """Add events; call it with the lock of the shelf's journal held. Raises CapqaError."""
    journal.append(shelf.journal, events)


def added(
    knowledge: Knowledge,
    values: Mapping[str, str],
    *,
    by: str,
    on_conflict: OnConflict = OnConflict.REFUSE,
    proposed_by: str = "",
) -> changing.Change:
    """Add an entry to a shelf's glossary, creating it where missing; return what was done.

    Raises RivalError when its source has another preferred target, ConfigurationError when the
    entry is there already, in whichever glossary, or may not be written, CapqaError when it cannot
    be.
    """
    shelf, surroundings = knowledge.shelf, knowledge.current().surroundings

    def adding(table: Table) -> changing.Change:
        fields = cleaned(values, table.entries)
        surroundings.refuse_known(fields)
        return add(table, fields, on_conflict, guessed=guesses(fields, shelf.pair))

    return changing.change(shelf.glossary, adding, by=by, proposed_by=proposed_by, create=True)


def change_event(
    shelf: Shelf,
    done: changing.Change,
    path: Path,
    *,
    by: str,
    proposals: tuple[str, ...] = (),
) -> Change:
    """Return the event of a change to a file, which approves proposals if any are named."""
    name = os.path.relpath(path.resolve(), shelf.journal.resolve().parent)
    return Change(
        by=by,
        proposals=proposals,
        glossary=name.replace(os.sep, "/"),
        before=dict(done.before),
        after=dict(done.after),
    )


def file_of(shelf: Shelf, path: Path) -> Path:
    """Return a path as one of a shelf's files. Raises ConflictError when it is none of them.

    What a file of events names is changed only if the project says that it is the project's.
    """
    for each in shelf.files:
        if each.resolve() == path.resolve():
            return each
    raise ConflictError(
        "is no glossary of this project", where=str(path), mend="name it in capqa.toml"
    )
