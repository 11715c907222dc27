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

LOOKED_AT: Final = 100
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
    reader = TableReader(name, told)
    return Table(reader.dialect_of(text), list(reader.read(text)))


class TableReader:
    """Reads a table, as a whole or in parts that begin and end with rows, in their order."""

    def __init__(self, name: str, told: Configuration) -> None:
        """Read a file of this name as it is told."""
        self._name = name
        self._told = told
        self._dialect: Dialect | None = None
        self._columns: Columns | None = None
        self._rows = 0
        self._header = 0

    @property
    def has_begun(self) -> bool:
        """Whether a part has been read."""
        return self._dialect is not None

    def dialect_of(self, text: str) -> Dialect:
        """Return the dialect of the table; before its first part is read, of one that begins so."""
        if self._dialect is not None:
            return self._dialect
        stated, start = stated_delimiter(text)
        told = self._told
        delimiter = told.delimiter or stated
        delimiter = delimiter or told_delimiter(text, start, self._name, quotes=told.quotes)
        return Dialect(delimiter, told.quotes)

    def read(self, text: str, first_line: int = 1) -> Iterator[TextCell]:
        """Yield the text cells of the table, or of its next part, which begins on this line.

        Raises UnreadableError.
        """
        try:
            yield from self._cells(text, first_line)
        except UnclosedQuoteError as error:
            raise UnreadableError(
                f"has a quotation mark that is never closed (line {error.line})",
                where=self._name,
                mend="close it, or set quotes = false in [format.csv] if marks mean nothing there",
            ) from error

    def _cells(self, text: str, first_line: int) -> Iterator[TextCell]:
        start = 0 if self.has_begun else stated_delimiter(text)[1]
        line = first_line + 1 if start else first_line
        self._dialect = self.dialect_of(text)
        found = enumerate(rows(text, self._dialect, start, line), start=self._rows + 1)
        head = list(islice(found, LOOKED_AT)) if self._columns is None else []
        filled = [(number, row) for number, row in head if row.cells]
        if filled:
            values = [[value(text, cell) for cell in row.cells] for _, row in filled]
            self._columns = columns_of(values[0], values[1:], self._told, self._name)
            self._header = filled[0][0] if self._columns.names else 0
        columns = self._columns
        reader = None
        if columns is not None and not columns.is_glossary:
            reader = _RowReader(text, columns, Places(text, first_line))
        for self._rows, row in chain(head, found):
            # A glossary is gone through nonetheless: a mark never closed must not pass.
            if reader is not None and self._rows > self._header:
                yield from reader.read(self._rows, row)


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
