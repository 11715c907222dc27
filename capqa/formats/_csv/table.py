"""A table read: its dialect, its columns, and the cells that are text for readers."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import UnreadableError
from capqa.formats._csv.cells import add_cell, is_text, value
from capqa.formats._csv.columns import Columns, columns_of
from capqa.formats._csv.dialect import stated_delimiter, told_delimiter
from capqa.formats._csv.rows import Cell, Dialect, Row, UnclosedQuoteError, rows
from capqa.formats._declared_language import declared_language
from capqa.formats._html.roles import text_role
from capqa.formats._mapping import Places, SegmentBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.formats._csv.configuration import Configuration
    from capqa.model import Segment

_LOOKED_AT: Final = 100
"""How many rows are looked at to tell whether the first one is a header."""


class TextCell(NamedTuple):
    """A cell that is text for readers, and its segment."""

    cell: Cell
    segment: Segment


class Table(NamedTuple):
    """What a file holds."""

    dialect: Dialect
    cells: list[TextCell]


def read_table(text: str, name: str, told: Configuration) -> Table:
    """Return the table in a text.

    Raises UnreadableError for a quotation mark that is never closed, and when a configured column
    is missing.
    """
    stated, start = stated_delimiter(text)
    delimiter = told.delimiter or stated
    delimiter = delimiter or told_delimiter(text, start, name, quotes=told.quotes)
    dialect = Dialect(delimiter, told.quotes)
    try:
        cells = list(_text_cells(text, dialect, start, told, name))
    except UnclosedQuoteError as error:
        raise UnreadableError(
            f"has a quotation mark that is never closed (line {error.line})",
            where=name,
            mend="close it, or set quotes = false in [format.csv] if marks mean nothing there",
        ) from error
    return Table(dialect, cells)


def _text_cells(
    text: str, dialect: Dialect, start: int, told: Configuration, name: str
) -> Iterator[TextCell]:
    found = enumerate(rows(text, dialect, start, 2 if start else 1), start=1)
    head = list(islice(found, _LOOKED_AT))
    filled = [(number, row) for number, row in head if row.cells]
    if not filled:
        return
    values = [[value(text, cell) for cell in row.cells] for _, row in filled]
    columns = columns_of(values[0], values[1:], told, name)
    if columns.is_glossary:
        # To be read nonetheless: a mark never closed must not pass.
        for _ in found:
            pass
        return
    header = filled[0][0] if columns.names else 0
    reader = _RowReader(text, columns, Places(text))
    for number, row in chain(head, found):
        if number > header:
            yield from reader.read(number, row)


class _RowReader:
    def __init__(self, text: str, columns: Columns, places: Places) -> None:
        self._text = text
        self._columns = columns
        self._places = places

    def read(self, number: int, row: Row) -> Iterator[TextCell]:
        """Yield the text cells of a row, which is the one with this number, from 1."""
        columns = self._columns
        language = None
        if columns.language_column is not None and columns.language_column < len(row.cells):
            language = declared_language(value(self._text, row.cells[columns.language_column])[:40])
        for column, cell in enumerate(row.cells):
            if columns.roles is not None and column not in columns.roles:
                continue
            words = value(self._text, cell)
            if columns.roles is None and (column == columns.language_column or not is_text(words)):
                continue
            builder = SegmentBuilder(self._places)
            add_cell(builder, self._text, cell)
            if columns.roles is None:
                role = text_role(words.strip(), None, holds_byline=False, linked=False, small=False)
            else:
                role = columns.roles[column]
            segment = builder.segment(
                role,
                locator=f"row {number}, column {columns.name(column)}",
                language=columns.languages.get(column) or language,
            )
            if segment:
                yield TextCell(cell, segment)
