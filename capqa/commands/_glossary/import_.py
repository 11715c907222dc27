"""Take the entries of another tool's glossary into one of yours.

The format is recognised from the file, or said with --format. Every row is taken, or none: what
cannot be read, stands twice or would be a formula in a spreadsheet is listed with its line. So is
what contradicts the glossary, unless --prefer says which side holds; its other bytes stay.
Exit code 0: done. 2: nothing was imported; the glossary is as it was.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from capqa.commands._glossary import _arguments, _exchange
from capqa.errors import CapqaError
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse

    from capqa.glossary.editing.table import Table
    from capqa.glossary.entry import Entry
    from capqa.glossary.exchange._merging import Comparison, Side
    from capqa.glossary.exchange._reading import Reading

_SIDES: dict[str | None, Side] = {None: "first", "existing": "first", "imported": "second"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    from capqa.glossary import exchange

    parser.add_argument("file", type=Path, metavar="FILE", help="the glossary of another tool")
    parser.add_argument(
        "--into",
        type=Path,
        required=True,
        metavar="GLOSSARY",
        help="the CSV file to put the entries into; created if need be",
    )
    _arguments.add_languages(parser)
    parser.add_argument(
        "--format", choices=exchange.names(), help="what FILE is (default: recognised)"
    )
    parser.add_argument(
        "--prefer",
        choices=("existing", "imported"),
        help="which side holds where they contradict each other (default: import nothing)",
    )
    parser.add_argument("--dry-run", action="store_true", help="check and count, write nothing")
    parser.add_argument(
        "--by", metavar="NAME", help="who imports (default: as Git knows you, or the login name)"
    )


def run(options: argparse.Namespace) -> int:
    """Import the file and return the exit code."""
    from capqa.glossary import exchange
    from capqa.glossary.editing.author import author
    from capqa.glossary.editing.locking import locked

    pair = _exchange.pair_of(options, options.into)
    name = _arguments.shown(options.file)
    form = exchange.load(options.format) if options.format else None
    reading = exchange.read(_exchange.data_of(options.file), name, pair, form)
    _refuse_formulas(reading)
    _exchange.note(reading.notes)
    if reading.refusals:
        lines = [f"{name}:{each.row}: {each.what}; {each.mend}" for each in reading.refusals]
        rows = _exchange.count(len(lines), "row is", "rows are")
        raise _exchange.refuse(lines, f"nothing was imported: {rows} refused", "mend them first")
    into: Path = options.into
    if not into.parent.is_dir():
        raise CapqaError("no such folder", where=str(into.parent), mend="create it first")
    if options.dry_run:
        _import(reading, options, "")
        return 0
    by = author(options.by)
    with locked(into):
        _import(reading, options, by)
    return 0


def _import(reading: Reading, options: argparse.Namespace, by: str) -> None:
    from capqa.glossary.editing import history
    from capqa.glossary.editing.table import EMPTY, Table
    from capqa.glossary.exchange import _glossary_file
    from capqa.glossary.exchange._merging import compare
    from capqa.glossary.files import language_pair

    into: Path = options.into
    exists = into.exists()
    table = Table.read(into) if exists else Table(into, EMPTY)
    found = compare(table.entries, reading.entries)
    if found.conflicts and options.prefer is None:
        lines = list(map(_exchange.described, found.conflicts))
        what = f"nothing was imported: {_exchange.count(len(lines), 'conflict', 'conflicts')}"
        mend = "mend one side, or say --prefer existing or --prefer imported"
        raise _exchange.refuse(lines, what, mend)
    changed, added = found.outcome(_SIDES[options.prefer])
    # What is created stands in the order of the file it comes from.
    data = (
        _glossary_file.with_entries(table, changed, added)
        if exists
        else _glossary_file.of_entries(added)
    )
    _glossary_file.verify(into, data)
    if not options.dry_run and data != (table.data if exists else None):
        history.verify_writable(into)
        _glossary_file.save(into, data, table.data if exists else None)
        _record(table, changed, added, by)
        if language_pair(into) is None:
            _exchange.note([f"capqa reads it once it is called {into.stem}.{reading.pair}.csv"])
    _print(found, changed, added, options)


def _record(table: Table, changed: dict[int, Entry | None], added: list[Entry], by: str) -> None:
    from capqa.glossary.exchange import _recording

    _recording.record(table.path, [(table.entries[at], new) for at, new in changed.items()], by)
    _recording.record(table.path, [(None, new) for new in added], by)


def _refuse_formulas(reading: Reading) -> None:
    from capqa.glossary.exchange._cells import formula_in

    for entry in reading.entries:
        field = formula_in(entry)
        if field:
            what = f"a spreadsheet would run {field} as a formula"
            reading.refuse(entry.row, what, "begin it with a letter or a quote")


def _print(
    found: Comparison,
    changed: dict[int, Entry | None],
    added: list[Entry],
    options: argparse.Namespace,
) -> None:
    left = len(found.conflicts) if _SIDES[options.prefer] == "first" else 0
    facts = [f"{len(added)} new", f"{len(found.equal)} there already"]
    if changed:
        facts.append(f"{len(changed)} changed")
    if left:
        facts.append(f"{left} left out for what is there")
    done = "would import into" if options.dry_run else "imported into"
    print(f"{done} {visible(_arguments.shown(options.into))}: {', '.join(facts)}")
