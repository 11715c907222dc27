"""Look up and edit the glossaries.

Every change keeps all other bytes of the file and is written down beside it, with who and when.
Exit code 0: done. 1: not found. 2: could not be done; the files are then as they were.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, cast

from capqa.commands import _glossary

if TYPE_CHECKING:
    import argparse

    from capqa.commands import CommandModule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    subcommands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, module in _modules().items():
        summary = (module.__doc__ or "").partition("\n")[0]
        subparser = subcommands.add_parser(
            name,
            help=summary[:1].lower() + summary[1:].rstrip("."),
            description=module.__doc__,
            formatter_class=parser.formatter_class,
            allow_abbrev=False,
        )
        module.add_arguments(subparser)
        subparser.set_defaults(subcommand=module)


def run(options: argparse.Namespace) -> int:
    """Run the subcommand and return its exit code."""
    return cast("CommandModule", options.subcommand).run(options)


def _modules() -> dict[str, CommandModule]:
    found = sorted(module.name for module in pkgutil.iter_modules(_glossary.__path__))
    return {
        # "import" can be no module's name: import_.py is the command import.
        name.rstrip("_").replace("_", "-"): cast(
            "CommandModule", importlib.import_module(f"{_glossary.__name__}.{name}")
        )
        for name in found
        if not name.startswith("_")
    }
