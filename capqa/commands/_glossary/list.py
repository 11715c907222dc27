"""List entries, all of them or those of a language, status or domain.

Exit code 0: done. 1: there are none. 2: a glossary could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.commands._glossary import _arguments, _rows, _scope

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from capqa.glossary.entry import Entry


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    _scope.add_scope(parser)
    parser.add_argument("--status", help="only entries of this status")
    parser.add_argument("--domain", help="only entries of this domain, case aside")
    _arguments.add_format(parser)


def run(options: argparse.Namespace) -> int:
    """Print the entries and return the exit code."""
    from capqa.glossary.editing.cells import clean

    status = clean("status", options.status) if options.status is not None else None
    domain = options.domain.strip().casefold() if options.domain is not None else None

    def chosen(entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            if status in (None, entry.status.value) and domain in (None, entry.domain.casefold()):
                yield entry

    return _rows.print_rows(
        _scope.scope_of(options), chosen, options.format, "there are no such entries"
    )
