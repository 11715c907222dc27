"""Find mistakes in glossary files: duplicates, contradictions, invisible characters and more.

Files of the same languages in the same folder are compared with. Works as a pre-commit hook, see
docs/glossaries.md.
Exit code 0: nothing found. 1: findings. 2: a file could not be read.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from capqa import config, plugins
from capqa.commands._glossary import _arguments
from capqa.commands._glossary._json import dumped
from capqa.errors import CapqaError, ConfigurationError
from capqa.glossary.lint import GROUP
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from capqa.glossary.linting.fixing import Mended
    from capqa.glossary.linting.running import LintFinding
    from capqa.glossary.linting.table import Table

VERSION = 1
"""The version of the JSON's shape; it grows when a reader of the old shape would fail."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    # Their names alone: `capqa --help` asks every command.
    checks = plugins.names(GROUP)
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a file, or a folder to search (default: the project's glossaries)",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="mend white space and the order of rows first; no other row changes",
    )
    for name, action in (("only", "run this check only"), ("skip", "leave this check out")):
        parser.add_argument(
            f"--{name}",
            action="append",
            choices=checks,
            metavar="CHECK",
            help=f"{action}; may be repeated" + (f": {', '.join(checks)}" * (name == "only")),
        )
    _arguments.add_format(parser)


def run(options: argparse.Namespace) -> int:
    """Lint the files, print what is found and return the exit code."""
    from capqa.glossary.linting.running import beside, checks, lint

    names = [name for name in options.only or checks() if name not in (options.skip or ())]
    errors: list[CapqaError] = []
    tables = _tables(options.paths or _project_paths(), errors)
    if options.fix:
        tables = [_fixed(table, names, errors) for table in tables]
    others, notes = beside([table.path for table in tables])
    found = lint([*others, *tables], names)
    for note in notes:
        print(f"capqa: note: {visible(note)}", file=sys.stderr)
    for error in errors:
        print(f"capqa: {visible(str(error))}", file=sys.stderr)
    if options.format == "json":
        print(_json(found, errors, len(tables)))
    else:
        for each in found:
            print(visible(f"{each.file}:{each.line}: {each.check}: {each.message}"))
    if errors:
        return 2
    return 1 if found else 0


def _project_paths() -> list[str]:
    paths = [_arguments.shown(path) for path in config.find(Path.cwd()).glossaries]
    if not paths:
        raise ConfigurationError(
            "no glossary to lint", mend='name files, or set "glossaries" in capqa.toml'
        )
    return paths


def _tables(paths: Sequence[str], errors: list[CapqaError]) -> list[Table]:
    from capqa.files.inputs import find
    from capqa.glossary.files import language_pair
    from capqa.glossary.linting.table import read_table

    tables = []
    for path in find(paths, suffixes=(".csv",)):
        if isinstance(path, CapqaError):
            errors.append(path)
            continue
        # Other tables may lie in the folder; capqa passes over them, too.
        if language_pair(path) is None and str(path) not in map(str, map(Path, paths)):
            continue
        try:
            tables.append(read_table(path))
        except CapqaError as error:
            errors.append(error)
    return tables


def _fixed(table: Table, names: Sequence[str], errors: list[CapqaError]) -> Table:
    from capqa.files.atomic import replace
    from capqa.glossary.linting.fixing import mended
    from capqa.glossary.linting.table import table_of

    done = mended(table, names)
    if not done.changed:
        return table
    try:
        replace(table.path, done.data, expected=table.data)
    except CapqaError as error:
        errors.append(error)
        return table
    print(f"capqa: fixed {visible(str(table.path))}: {_account(done)}", file=sys.stderr)
    return table_of(table.path, done.data)


def _account(done: Mended) -> str:
    counts = (
        (done.respaced, "white space in {}"),
        (done.removed, "{} removed"),
        (done.sorted_in, "{} sorted in"),
    )
    rows = ("blank line" if "removed" in what else "row" for _, what in counts)
    return ", ".join(
        what.format(f"{count} {row}{'s' * (count != 1)}")
        for (count, what), row in zip(counts, rows, strict=True)
        if count
    )


def _json(found: Sequence[LintFinding], errors: Sequence[CapqaError], files: int) -> str:
    content = {
        "version": VERSION,
        "findings": [
            {
                "path": each.file,
                "line": each.line,
                "check": each.check,
                "message": each.message,
            }
            for each in found
        ],
        "errors": [{"path": each.where, "message": str(each)} for each in errors],
        "summary": {"files": files, "findings": len(found), "errors": len(errors)},
    }
    return dumped(content)
