"""A table with our columns, from CSV or a spreadsheet, made into entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError
from capqa.glossary.exchange._languages import names_language
from capqa.glossary.files import COLUMNS, REQUIRED_COLUMNS
from capqa.language_names import language_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.glossary.entry import Entry
    from capqa.glossary.exchange._languages import LanguagePair
    from capqa.glossary.exchange._reading import Reading


def take(reading: Reading, rows: Iterator[tuple[int, list[str]]]) -> None:
    """Add the rows of a table to a reading; the first one names the columns.

    Raises ConfigurationError for a header that is not ours.
    """
    columns: list[str] | None = None
    for row, cells in rows:
        if columns is None:
            columns = header(cells, reading.name, row, reading.pair)
            continue
        while len(cells) > len(columns) and not cells[-1].strip():
            cells.pop()
        if len(cells) > len(columns):
            what = f"the header has {len(columns)} fields, this row {len(cells)}"
            reading.refuse(row, what, 'put fields with a comma in "quotes"')
            continue
        values = dict.fromkeys(columns, "") | dict(zip(columns, cells, strict=False))
        variants = values.pop("variants", "").split(";")
        source, target = values.pop("source"), values.pop("target")
        status = values.pop("status", "")
        reading.add(row, source, target, status=status, variants=variants, **values)
    if columns is None:
        raise ConfigurationError("is empty", where=reading.name, mend="export it again")


def header(cells: Sequence[str], name: str, row: int, pair: LanguagePair) -> list[str]:
    """Return our columns for the cells of a header; a language may stand for source or target.

    Raises ConfigurationError for an unknown, repeated or missing column.
    """
    where = f"{name}:{row}"
    found = [_column(cell, pair) for cell in _trimmed(cells)]
    for column, cell in zip(found, cells, strict=False):
        if column not in COLUMNS:
            mend = f"use {', '.join(COLUMNS)}, or say the --format it is in"
            raise ConfigurationError(f"unknown column {cell!r}", where=where, mend=mend)
        if found.count(column) > 1:
            raise ConfigurationError(
                f"column {column!r} stands twice", where=where, mend="remove one of them"
            )
    for column in REQUIRED_COLUMNS:
        if column not in found:
            code = getattr(pair, column)
            what = f"no column {column!r} ({language_name(code)})"
            mend = f"call it {column} or {code}, or say the right languages"
            raise ConfigurationError(what, where=where, mend=mend)
    return found


def is_header(cells: Sequence[str]) -> bool:
    """Return whether a row names our columns: source and target, or one beside two others.

    The others may be languages, which only `header` can tell.
    """
    names = ["_".join(cell.casefold().split()) for cell in _trimmed(cells)]
    known = [name for name in names if name in COLUMNS]
    if set(REQUIRED_COLUMNS) <= set(known):
        return True
    terms = len(names) - len(known) + len(set(REQUIRED_COLUMNS) & set(known))
    return terms == len(REQUIRED_COLUMNS) and len(names) > terms


def cells(entry: Entry) -> list[str]:
    """Return an entry's fields in the order of our columns."""
    return [
        ";".join(value) if isinstance(value, tuple) else str(value)
        for value in (getattr(entry, column) for column in COLUMNS)
    ]


def _column(cell: str, pair: LanguagePair) -> str:
    name = "_".join(cell.casefold().split())
    if name in COLUMNS:
        return name
    if names_language(cell, pair.source):
        return "source"
    return "target" if names_language(cell, pair.target) else name


def _trimmed(cells: Sequence[str]) -> list[str]:
    kept = list(cells)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept
