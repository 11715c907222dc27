"""Merge two glossaries into a new one.

Entries are equal, only in one, or conflicting: they give a source two binding targets, or say
different things about the same target. Conflicts are listed with their lines, and nothing is
written unless --prefer says which side holds.
Exit code 0: done. 2: could not be done.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from capqa.commands._glossary import _arguments, _exchange
from capqa.errors import ConfigurationError
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("first", type=Path, metavar="FIRST", help="a glossary file")
    parser.add_argument("second", type=Path, metavar="SECOND", help="another one")
    parser.add_argument(
        "--output", required=True, type=Path, metavar="FILE", help="the new glossary file"
    )
    parser.add_argument(
        "--prefer",
        choices=("first", "second"),
        help="which side holds where they conflict (default: write nothing)",
    )


def run(options: argparse.Namespace) -> int:
    """Write the merged glossary and return the exit code."""
    from capqa.glossary.exchange import _glossary_file
    from capqa.glossary.exchange._merging import compare
    from capqa.glossary.files import language_pair, parse

    paths = (options.first, options.second, options.output)
    pairs = {path: pair for path in paths if (pair := language_pair(path))}
    if len(set(pairs.values())) > 1:
        stated = ", ".join(f"{path.name} is {'-'.join(pair)}" for path, pair in pairs.items())
        raise ConfigurationError(f"other languages: {stated}", mend="merge what belongs together")
    if options.output.exists():
        raise ConfigurationError(
            "is there already", where=str(options.output), mend="name a new file"
        )
    first, second = (parse(path, _exchange.data_of(path)) for path in paths[:2])
    found = compare(first, second)
    if found.conflicts and options.prefer is None:
        lines = list(map(_exchange.described, found.conflicts))
        what = f"nothing was written: {_exchange.count(len(lines), 'conflict', 'conflicts')}"
        mend = "mend one side, or say --prefer first or --prefer second"
        raise _exchange.refuse(lines, what, mend)
    entries = found.entries(options.prefer or "first")
    data = _glossary_file.of_entries(entries)
    _glossary_file.verify(options.output, data)
    _glossary_file.save(options.output, data, None)
    facts = [
        f"{len(found.equal)} equal",
        f"{len(found.only_first)} only in the first",
        f"{len(found.only_second)} only in the second",
        f"{len(found.conflicts)} conflicting",
    ]
    shown = visible(_arguments.shown(options.output))
    print(f"merged {_exchange.count(len(entries))} into {shown}: {', '.join(facts)}")
    return 0
