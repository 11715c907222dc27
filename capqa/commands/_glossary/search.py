"""Find entries by a piece of their source, target, variants or note.

Case and accents are forgiven.
Exit code 0: found. 1: not found. 2: a glossary could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.commands._glossary import _arguments, _rows, _scope
from capqa.errors import ConfigurationError
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("text", metavar="TEXT", help="what to look for")
    _scope.add_scope(parser)
    _arguments.add_format(parser)


def run(options: argparse.Namespace) -> int:
    """Print what was found and return the exit code."""
    from capqa.glossary.browsing.search import search

    if not options.text.strip():
        raise ConfigurationError("nothing to look for", where="TEXT", mend="give some letters")
    text = options.text.strip()
    return _rows.print_rows(
        _scope.scope_of(options),
        lambda entries: search(text, entries),
        options.format,
        f"no entry has {visible(text)!r}",
    )
