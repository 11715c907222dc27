"""Write a glossary in the format of another tool.

What that format cannot hold is listed. TBX, TMX, XLSX and CSV hold everything; a cell of CSV that
a spreadsheet would run as a formula gets an apostrophe, which the import takes away again.
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
    from capqa.glossary import exchange

    parser.add_argument("glossary", type=Path, metavar="GLOSSARY", help="a glossary file")
    parser.add_argument("--format", required=True, choices=exchange.names(), help="what to write")
    parser.add_argument(
        "--output", required=True, type=Path, metavar="FILE", help="where; replaced if it exists"
    )
    parser.add_argument(
        "--dialect",
        help="how to write it: tbx dca or dct, deepl csv or tsv, google csv, tsv or term-set",
    )
    _arguments.add_languages(parser)


def run(options: argparse.Namespace) -> int:
    """Write the file, say what was left out, and return the exit code."""
    from capqa.glossary import exchange
    from capqa.glossary.exchange import _glossary_file
    from capqa.glossary.exchange._left_out import LeftOut
    from capqa.glossary.files import parse

    path, output = options.glossary, options.output
    form = exchange.load(options.format)
    dialect = options.dialect or ""
    if dialect and dialect not in form.DIALECTS:
        known = f"use {' or '.join(form.DIALECTS)}" if form.DIALECTS else "leave --dialect out"
        what = f"{form.TITLE} has no dialect {dialect!r}"
        raise ConfigurationError(what, where="--dialect", mend=known)
    pair = _exchange.pair_of(options, path)
    entries = parse(path, _exchange.data_of(path))
    if output.exists() and output.resolve() == path.resolve():
        raise ConfigurationError("is the glossary", where=str(output), mend="name another file")
    left_out = LeftOut(form.TITLE)
    data = form.write(entries, pair, left_out, dialect)
    _glossary_file.save(output, data, output.read_bytes() if output.is_file() else None)
    _exchange.note(left_out.lines())
    done = f"{_exchange.count(len(entries) - left_out.entries)} of {len(entries)}"
    print(f"exported {done} to {visible(_arguments.shown(output))}")
    return 0
