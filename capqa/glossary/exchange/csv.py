"""Our own CSV, as spreadsheets open and save it; keeps everything.

A cell that a spreadsheet would run as a formula begins with an apostrophe here and without one in
a glossary file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.exchange import _table
from capqa.glossary.exchange._cells import neutral, restored
from capqa.glossary.exchange._delimited import decoded, first_row, rows, written
from capqa.glossary.exchange._reading import Reading
from capqa.glossary.files import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.glossary.entry import Entry
    from capqa.glossary.exchange._languages import LanguagePair
    from capqa.glossary.exchange._left_out import LeftOut

TITLE = "CSV"
SUFFIXES = (".csv", ".tsv", ".txt")
DIALECTS: tuple[str, ...] = ()


def recognises(data: bytes, name: str) -> bool:
    """Return whether the first row names our columns."""
    return name.lower().endswith(SUFFIXES) and _table.is_header(first_row(data))


def read(data: bytes, name: str, pair: LanguagePair) -> Reading:
    """Return the entries of a table with our columns. Raises ConfigurationError."""
    reading = Reading(name, pair)
    table = rows(decoded(data, name), name)
    _table.take(reading, ((row, list(map(restored, fields))) for row, fields in table))
    return reading


def write(
    entries: Sequence[Entry],
    pair: LanguagePair,
    left_out: LeftOut,
    dialect: str = "",
) -> bytes:
    """Return the entries as a table with our columns."""
    return written([COLUMNS, *(list(map(neutral, _table.cells(entry))) for entry in entries)])
