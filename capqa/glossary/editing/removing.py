"""Taking an entry out of a glossary file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.editing.changing import Change

if TYPE_CHECKING:
    from capqa.glossary.editing.table import Table
    from capqa.glossary.entry import Entry


def remove(table: Table, entry: Entry) -> Change:
    """Return the change that takes the row of an entry of a table out."""
    at = table.entries.index(entry)
    return Change(table.without_row(at), "remove", table.fields(at), {}, entry)
