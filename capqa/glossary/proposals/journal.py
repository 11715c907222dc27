"""The file beside a glossary that keeps what is proposed for it and what became of that.

A text file rather than a database, for three reasons: it is committed with its glossary, so that a
desk sees proposals where it sees the terms; Git merges it line by line; and network folders, where
glossaries often lie, are no place for SQLite's write-ahead log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.errors import CapqaError
from capqa.glossary.editing import durable_lines
from capqa.glossary.proposals.events import Event, event_in, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ENDING = ".proposals.jsonl"


class Journal(NamedTuple):
    """The events of a file in the order of its lines, and how many lines hold none."""

    events: tuple[Event, ...]
    unreadable: int


def journal_of(glossary: Path) -> Path:
    """Return the file for a glossary's proposals, which need not exist; links are followed."""
    target = glossary.resolve() if glossary.is_symlink() else glossary
    return target.with_name(f"{target.stem}{ENDING}")


def append(journal: Path, events: Iterable[Event]) -> None:
    """Add events; they are on disk when this returns.

    Call it with the file's lock held. Raises CapqaError when it cannot be written.
    """
    try:
        durable_lines.append(journal, map(line_of, events))
    except OSError as error:
        raise CapqaError(
            f"cannot be written: {error.strerror}",
            where=str(journal),
            mend="check permissions and free space",
        ) from error


def read(journal: Path) -> Journal:
    """Return what a file holds, nothing where there is none.

    Lines that are cut short, damaged or left by a merge are counted and passed over; one that
    stands twice counts once. Raises CapqaError when there is a file that cannot be read.
    """
    try:
        data = journal.read_bytes()
    except FileNotFoundError:
        return Journal((), 0)
    except OSError as error:
        raise CapqaError(
            f"cannot be read: {error.strerror}", where=str(journal), mend="check its permissions"
        ) from error
    found: dict[str, Event] = {}
    unreadable = 0
    for line in data.split(b"\n"):
        if not line.strip():
            continue
        try:
            event = event_in(line.decode())
        except ValueError:
            unreadable += 1
        else:
            found.setdefault(event.id, event)
    return Journal(tuple(found.values()), unreadable)
