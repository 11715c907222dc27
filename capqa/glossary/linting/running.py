"""Running checks on glossary files, each language pair by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from capqa import plugins
from capqa.errors import ConfigurationError
from capqa.glossary.files import language_pair
from capqa.glossary.lint import GROUP, REQUIRED
from capqa.glossary.linting.glossary import Glossary
from capqa.glossary.linting.table import read_table
from capqa.glossary.paths import csv_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from capqa.glossary.lint import CheckModule
    from capqa.glossary.linting.table import Table


class LintFinding(NamedTuple):
    """What a check objects to; ``line`` is that of the row, from 1."""

    file: str
    line: int
    check: str
    message: str


def checks() -> tuple[str, ...]:
    """Return the names of all checks."""
    return plugins.names(GROUP)


def lint(tables: Sequence[Table], names: Iterable[str] | None = None) -> list[LintFinding]:
    """Return what the named checks, else all, object to, in the order of files and lines.

    Tables that are not asked about are compared with only. Raises PluginError for a check that is
    unknown or cannot be loaded.
    """
    modules = {
        name: cast("CheckModule", plugins.load(GROUP, name, REQUIRED))
        for name in (checks() if names is None else names)
    }
    asked = {str(table.path): at for at, table in enumerate(tables) if table.asked}
    found = {
        LintFinding(problem.row.file, problem.row.line, name, problem.message)
        for glossary in _glossaries(tables)
        for name, module in modules.items()
        for problem in module.check(glossary)
        if problem.row.file in asked
    }
    return sorted(found, key=lambda each: (asked[each.file], each.line, each.check, each.message))


def beside(paths: Sequence[Path]) -> tuple[list[Table], list[str]]:
    """Return the files of the same languages in the same folders, to compare with, and notes.

    A note is one line about a file that could not be read.
    """
    known = {path.absolute() for path in paths}
    wanted = {(path.absolute().parent, language_pair(path)): path.parent for path in paths}
    tables: list[Table] = []
    notes: list[str] = []
    for (_, languages), folder in wanted.items():
        for path in csv_files(folder):
            if languages is None or language_pair(path) != languages or path.absolute() in known:
                continue
            try:
                tables.append(read_table(path, asked=False))
            except ConfigurationError as error:
                notes.append(f"not compared with: {error}")
    return tables, notes


def _glossaries(tables: Sequence[Table]) -> list[Glossary]:
    by_languages: dict[tuple[str, str], list[Table]] = {}
    for table in sorted(tables, key=lambda table: table.asked):
        by_languages.setdefault(table.languages, []).append(table)
    return [Glossary(*languages, each) for languages, each in by_languages.items()]
