"""Glossary files written for a test, and what one check says of them."""

from __future__ import annotations

from pathlib import Path

from capqa.glossary.linting.running import lint
from capqa.glossary.linting.table import table_of

COLUMNS = "source,target,part_of_speech,gender,status,domain,variants,note"


def found(check: str, *files: str, pair: str = "de-en", columns: str = COLUMNS) -> list[str]:
    """Return ``file:line: message`` for files named a, b ..., each given as its rows.

    Rows of the usual columns may leave out the last fields.
    """
    tables = [
        table_of(Path(f"{name}.{pair}.csv"), _text(rows, columns).encode())
        for name, rows in zip("abc", files, strict=False)
    ]
    return [f"{each.file[0]}:{each.line}: {each.message}" for each in lint(tables, [check])]


def _text(rows: str, columns: str) -> str:
    if columns == COLUMNS:
        wanted = columns.count(",")
        rows = "\n".join(row + "," * (wanted - row.count(",")) for row in rows.split("\n"))
    return f"{columns}\n{rows}\n"
