"""Remove an entry from a glossary of yours.

A term that begins with a hyphen goes behind --, at the end.
Exit code 0: done. 1: no such entry. 2: could not be done; the file is then as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.commands._glossary import _changes, _one_entry

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("source", metavar="SOURCE", help="the term, exactly as the glossary has it")
    _changes.add_choice(parser)
    _changes.add_file_and_author(parser)


def run(options: argparse.Namespace) -> int:
    """Remove the entry and return the exit code."""
    from capqa.glossary.editing.removing import remove

    return _one_entry.change(options, remove, "removed")
