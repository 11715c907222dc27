"""An entry as it is about to be written, and whether the others leave room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.errors import ConfigurationError
from capqa.glossary.entry import STATUSES, Entry, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from capqa.glossary.editing.table import Table

BINDING: Final = (Status.PREFERRED, Status.KEEP_AS_IS)
"""The statuses of which a source has one target."""


def draft(values: Mapping[str, str]) -> Entry:
    """Return the entry that clean values by column make. Raises ConfigurationError if none."""
    entry = Entry(
        values["source"],
        values["target"],
        values.get("part_of_speech", ""),
        values.get("gender", ""),
        STATUSES[values.get("status") or Status.PREFERRED],
        values.get("domain", ""),
        tuple(filter(None, values.get("variants", "").split(";"))),
        values.get("note", ""),
        values.get("reference", ""),
        values.get("reviewed", ""),
    )
    if entry.status is Status.KEEP_AS_IS and entry.source != entry.target:
        raise ConfigurationError(
            f"{entry.source!r} is not kept as it is by {entry.target!r}",
            where="status",
            mend="write both alike, or use preferred",
        )
    return entry


def verify_columns(table: Table, names: Iterable[str]) -> None:
    """Raise ConfigurationError when a file lacks one of the columns to be written."""
    for name in names:
        if name not in table.header:
            raise ConfigurationError(
                f"has no column {name!r}",
                where=str(table.path),
                mend="add it to the header and every row, or leave it out",
            )


def refuse_duplicate(new: Entry, entries: Iterable[Entry]) -> None:
    """Raise ConfigurationError when an entry of the same source, target and word class is there.

    A part of speech that is not stated may be any.
    """
    for entry in entries:
        if (entry.source, entry.target) == (new.source, new.target) and (
            entry.part_of_speech == new.part_of_speech
            or not entry.part_of_speech
            or not new.part_of_speech
        ):
            facts = ", ".join(filter(None, (entry.status, entry.part_of_speech)))
            raise ConfigurationError(
                f"{new.source!r} -> {new.target!r} is there already ({facts})",
                where=f"{entry.file}:{entry.row}",
                mend="change it with `capqa glossary edit`",
            )


def rival(new: Entry, entries: Iterable[Entry]) -> Entry | None:
    """Return the entry that holds the place of the preferred target which the new one claims."""
    if new.status not in BINDING:
        return None
    for entry in entries:
        if entry.source == new.source and entry.status in BINDING:
            return entry
    return None
