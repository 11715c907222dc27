"""Add an entry to a glossary of yours.

The file is the project's glossary of these languages from capqa.toml, else the conflict glossary
under glossaries/; --file names another one, which is created if need be. The part of speech is
guessed where it is sure. A term that begins with a hyphen goes behind --, at the end.
Exit code 0: done. 2: could not be done; the file is then as it was.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from capqa import config
from capqa.commands._glossary import _changes, _printing
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse

    from capqa.glossary.editing.changing import Change
    from capqa.glossary.editing.table import Table

_GIVEN = ("gender", "status", "domain", "note", "reference")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("source", metavar="SOURCE", help="the term in its dictionary form")
    parser.add_argument("target", metavar="TARGET", help="what it is to be in the target language")
    parser.add_argument("--pos", metavar="TEXT", help="part of speech; guessed where it is sure")
    parser.add_argument("--gender", help="m, f, n, or p for what stands in the plural only")
    parser.add_argument(
        "--status", help="preferred unless said otherwise; keep-as-is if both alike"
    )
    parser.add_argument("--domain", metavar="TEXT", help="the subject")
    parser.add_argument(
        "--variant",
        action="append",
        default=[],
        metavar="TEXT",
        help="another spelling of the source; may be repeated",
    )
    parser.add_argument("--note", metavar="TEXT", help="when to use this target")
    parser.add_argument("--reference", metavar="TEXT", help="where the rendering comes from")
    conflict = parser.add_mutually_exclusive_group()
    conflict.add_argument(
        "--admit", action="store_true", help="admit this target beside the preferred one"
    )
    conflict.add_argument(
        "--replace", action="store_true", help="put this target in place of the preferred one"
    )
    _changes.add_file_and_author(parser)


def run(options: argparse.Namespace) -> int:
    """Add the entry, say where and what was guessed, and return the exit code."""
    from capqa.glossary.browsing.surroundings import Surroundings
    from capqa.glossary.editing import changing
    from capqa.glossary.editing.adding import OnConflict, add
    from capqa.glossary.editing.author import author
    from capqa.glossary.editing.cells import clean, clean_part_of_speech
    from capqa.glossary.editing.word_guesses import guess

    pair, files = _changes.files_to_change(options)
    path = files[0]
    values = {name: clean(name, getattr(options, name) or "") for name in _GIVEN}
    values |= {name: clean(name, getattr(options, name)) for name in ("source", "target")}
    values["variants"] = clean("variants", ";".join(options.variant))
    guessed = guess(values["source"], values["target"], *pair)._asdict()
    if options.pos is not None:
        guessed = {}
    on_conflict = OnConflict.ADMIT if options.admit else OnConflict.REFUSE
    on_conflict = OnConflict.REPLACE if options.replace else on_conflict

    def added(table: Table) -> Change:
        used = {entry.part_of_speech for entry in table.entries}
        stated = clean_part_of_speech(options.pos or "", used)
        return add(table, {**values, "part_of_speech": stated}, on_conflict, guessed=guessed)

    surroundings = Surroundings.of(path, pair, config.find(Path.cwd()).glossaries)
    if options.file is None:
        # Nobody named a file: what holds already need not be said again.
        surroundings.refuse_known({**values, "part_of_speech": options.pos or ""})
    done = changing.change(path, added, by=author(options.by), create=True)
    what = visible(_changes.described(done.before, done.after))
    print(
        f"{'added' if done.action == 'add' else 'replaced'} {_printing.place(done.entry)}: {what}"
    )
    taken = [name for name, value in guessed.items() if value and not values.get(name)]
    taken = [
        name for name in taken if guessed[name] == done.after.get(name) != done.before.get(name)
    ]
    if taken:
        print(
            "guessed: " + ", ".join(f"{name.replace('_', ' ')} {guessed[name]}" for name in taken)
        )
    for note in surroundings.notes(done.entry):
        print(f"capqa: note: {visible(note)}", file=sys.stderr)
    return 0
