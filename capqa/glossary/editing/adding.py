"""Adding an entry to a glossary file: never twice, and never a second preferred target unasked."""

from __future__ import annotations

from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError
from capqa.glossary.editing.amending import amend
from capqa.glossary.editing.changing import Change
from capqa.glossary.editing.drafts import draft, refuse_duplicate, rival, verify_columns
from capqa.glossary.editing.ordering import place
from capqa.glossary.editing.table import Table
from capqa.glossary.entry import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.glossary.entry import Entry


class OnConflict(Enum):
    """What to do where the source has a preferred target already."""

    REFUSE = auto()
    ADMIT = auto()
    """The new target is admitted beside it."""
    REPLACE = auto()
    """The new target takes its row; fields that are not given stay."""


class RivalError(ConfigurationError):
    """A second preferred target that nobody asked for; ``rival`` is the one there is."""

    def __init__(self, new: Entry, rival: Entry) -> None:
        """Say which target there is already."""
        super().__init__(
            f"{new.source!r} has a {rival.status} target: {rival.target!r}",
            where=f"{rival.file}:{rival.row}",
            mend="--admit adds yours beside it, --replace puts it in its place",
        )
        self.rival = rival


def add(
    table: Table,
    values: Mapping[str, str],
    on_conflict: OnConflict = OnConflict.REFUSE,
    *,
    guessed: Mapping[str, str] = MappingProxyType({}),
) -> Change:
    """Return the change that adds a row of clean values by column.

    ``guessed`` fills fields nothing else is said of, where the file has such columns. The status is
    preferred unless given, keep-as-is where source and target are alike. Raises ConfigurationError
    for given columns the file lacks and for an entry that is there already, RivalError for one that
    would be a second preferred target.
    """
    given = {name: value for name, value in values.items() if value}
    verify_columns(table, given)
    if "status" in table.header:
        given.setdefault("status", default_status(given))
    new = draft(given)
    refuse_duplicate(new, table.entries)
    claimed = rival(new, table.entries)
    if claimed is not None and on_conflict is OnConflict.REFUSE:
        raise RivalError(new, claimed)
    guesses = {name: value for name, value in guessed.items() if value and name in table.header}
    if claimed is not None and on_conflict is OnConflict.REPLACE:
        stated = table.fields(table.entries.index(claimed))
        missing = {name: value for name, value in guesses.items() if name not in stated}
        return amend(table, claimed, {**missing, **given})
    if claimed is not None:
        given["status"] = Status.ADMITTED.value
        verify_columns(table, given)
    filled = {**guesses, **given}
    row = {name: filled[name] for name in table.header if name in filled}
    new = draft(row)
    at = place(table.entries, new)
    data = table.with_row(at, row)
    return Change(data, "add", {}, row, Table(table.path, data).entries[at])


def default_status(values: Mapping[str, str]) -> str:
    """Return the status of an entry of which nothing is said."""
    alike = values["source"] == values["target"]
    return (Status.KEEP_AS_IS if alike else Status.PREFERRED).value
