"""Small glossaries for the examples in the checks' docstrings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from capqa.glossary.linting.glossary import Glossary
from capqa.glossary.linting.table import table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from capqa.glossary.linting.glossary import Problem

_COLUMNS = ("source", "target", "part_of_speech", "status")


def messages(
    check: Callable[[Glossary], Iterator[Problem]],
    *rows: str,
    columns: str = "",
    languages: tuple[str, str] = ("de", "en"),
) -> list[str]:
    """Return what a check says of the rows of a file, each with its line.

    The columns are, unless given, source, target, part_of_speech and status as far as the first
    row has them.
    """
    columns = columns or ",".join(_COLUMNS[: rows[0].count(",") + 1])
    path = Path(f"sample.{languages[0]}-{languages[1]}.csv")
    table = table_of(path, "\n".join([columns, *rows, ""]).encode())
    return [
        f"{problem.row.line}: {problem.message}" for problem in check(Glossary(*languages, [table]))
    ]
