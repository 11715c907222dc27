"""Changing the one entry a command names, in whichever file of the project it stands."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from capqa.commands._glossary import _changes, _printing
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from capqa.glossary.editing.changing import Change
    from capqa.glossary.editing.table import Table
    from capqa.glossary.entry import Entry


def change(
    options: argparse.Namespace, edit: Callable[[Table, Entry], Change], done_as: str
) -> int:
    """Apply an edit to the entry, say what was done and return the exit code: 1 for no entry."""
    from capqa.glossary.editing import changing
    from capqa.glossary.editing.author import author
    from capqa.glossary.editing.choosing import NotFoundError, only
    from capqa.glossary.editing.table import Table

    pair, files = _changes.files_to_change(options)

    def the_one(entries: list[Entry]) -> Entry:
        return only(entries, options.source, target=options.target, line=options.line)

    try:
        tables = {str(path): Table.read(path) for path in files}
        chosen = the_one([entry for table in tables.values() for entry in table.entries])
        done = changing.change(
            tables[chosen.file].path,
            # Sought again in the file as it is under the lock.
            lambda table: edit(table, the_one(list(table.entries))),
            by=author(options.by),
        )
    except NotFoundError as error:
        looked = ", ".join(map(str, files))
        print(visible(f"capqa: {error} ({pair[0]} to {pair[1]}) in {looked}"), file=sys.stderr)
        return 1
    if done.before == done.after:
        print(f"nothing to change: {_printing.place(done.entry)}: {_printing.line(done.entry)}")
        return 0
    what = visible(_changes.described(done.before, done.after))
    print(f"{done_as} {_printing.place(done.entry)}: {what}")
    return 0
