"""Change fields of an entry of a glossary of yours.

Fields are the columns: --set target=Mosul gender=n note= (which empties it).
A term that begins with a hyphen goes behind --, at the end.
Exit code 0: done. 1: no such entry. 2: could not be done; the file is then as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.commands._glossary import _changes, _one_entry
from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    import argparse

    from capqa.glossary.editing.changing import Change
    from capqa.glossary.editing.table import Table
    from capqa.glossary.entry import Entry

_OTHER_NAMES = {"pos": "part_of_speech", "part-of-speech": "part_of_speech", "variant": "variants"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("source", metavar="SOURCE", help="the term, exactly as the glossary has it")
    parser.add_argument(
        "--set",
        action="extend",
        nargs="+",
        required=True,
        metavar="FIELD=VALUE",
        help="what a field is to say; may be repeated",
    )
    _changes.add_choice(parser)
    _changes.add_file_and_author(parser)


def run(options: argparse.Namespace) -> int:
    """Change the entry and return the exit code."""
    from capqa.glossary.editing.amending import amend
    from capqa.glossary.editing.cells import clean, clean_part_of_speech

    settings = _settings(options.set)

    def amended(table: Table, entry: Entry) -> Change:
        used = {each.part_of_speech for each in table.entries}
        values = {
            name: clean_part_of_speech(value, used)
            if name == "part_of_speech"
            else clean(name, value)
            for name, value in settings.items()
        }
        return amend(table, entry, values)

    return _one_entry.change(options, amended, "changed")


def _settings(assignments: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        name = _OTHER_NAMES.get(name.strip(), name.strip())
        if not equals or not name:
            raise ConfigurationError(
                f"{assignment!r} sets nothing", where="--set", mend="write it as field=value"
            )
        if name in found:
            raise ConfigurationError(f"{name!r} is set twice", where="--set", mend="set it once")
        found[name] = value
    return found
