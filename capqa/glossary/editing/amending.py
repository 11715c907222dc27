"""Changing fields of an entry; its row moves only where the file's order demands it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError
from capqa.glossary.editing.changing import Change
from capqa.glossary.editing.drafts import draft, refuse_duplicate, rival, verify_columns
from capqa.glossary.editing.ordering import place
from capqa.glossary.editing.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.glossary.entry import Entry


def amend(table: Table, entry: Entry, values: Mapping[str, str]) -> Change:
    """Return the change that gives an entry of a table other, clean values by column.

    Raises ConfigurationError for columns the file lacks, and where the entry would then stand
    twice or be a second preferred target.
    """
    verify_columns(table, values)
    at = table.entries.index(entry)
    before = table.fields(at)
    changed = {name: value for name, value in values.items() if before.get(name, "") != value}
    if not changed:
        return Change(table.data, "edit", before, before, entry)
    after = {name: value for name, value in {**before, **changed}.items() if value}
    new = draft(after)
    others = [*table.entries[:at], *table.entries[at + 1 :]]
    # What stood twice before may still be put right field by field.
    if any(name in changed for name in ("source", "target", "part_of_speech")):
        refuse_duplicate(new, others)
    claimed = rival(new, others)
    if claimed is not None and rival(entry, others) is None:
        raise ConfigurationError(
            f"{new.source!r} has a {claimed.status} target: {claimed.target!r}",
            where=f"{claimed.file}:{claimed.row}",
            mend="make that one admitted or deprecated first",
        )
    new_at = at if _same_place(entry, new) else place(others, new, current=at)
    data = table.with_values(at, changed, new_at)
    return Change(data, "edit", before, after, Table(table.path, data).entries[new_at])


def _same_place(entry: Entry, new: Entry) -> bool:
    return replace(entry, source=new.source, target=new.target, status=new.status) == entry
