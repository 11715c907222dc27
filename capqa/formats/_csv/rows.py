"""The rows of a table with the place of each cell, as Python's `csv` reads them.

Reading is a function of a text and a place in it, so that a large file can be read in parts.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Dialect(NamedTuple):
    """How a table is written: what parts its cells, and whether quotation marks hold them."""

    delimiter: str = ","
    quotes: bool = True


class Cell(NamedTuple):
    """A cell as it stands in the text, its quotation marks included.

    ``closed`` is the offset of the mark that closes it, -1 where it is not quoted.
    """

    start: int
    end: int
    closed: int = -1

    @property
    def quoted(self) -> bool:
        """Whether it begins with a quotation mark that holds it."""
        return self.closed >= 0


class Row(NamedTuple):
    """A row: its cells in order, none on an empty line; where it ends, and the line it begins on.

    ``end`` is behind its line break.
    """

    cells: list[Cell]
    end: int
    line: int


class UnclosedQuoteError(ValueError):
    """A cell whose quotation mark is never closed; ``line`` is the line it begins on."""

    def __init__(self, line: int) -> None:
        """Note the line."""
        self.line = line
        super().__init__(f"line {line}")


def rows(text: str, dialect: Dialect, offset: int = 0, line: int = 1) -> Iterator[Row]:
    """Yield the rows of a text from an offset that begins a row, which is on the given line.

    In linear time. Raises UnclosedQuoteError at a quotation mark that is never closed.
    """
    pattern = _cell(dialect)
    size = len(text)
    while offset < size:
        first_line = line
        cells: list[Cell] = []
        while True:
            found = pattern.match(text, offset)
            assert found is not None  # the pattern matches an empty cell
            closed = -1
            if found.start(1) >= 0:
                closed = found.end(1)
                if not text.startswith('"', closed):
                    raise UnclosedQuoteError(line)
                line += _breaks(text, offset, closed)
            cells.append(Cell(offset, found.end(), closed))
            offset = found.end()
            if not text.startswith(dialect.delimiter, offset) or offset >= size:
                break
            offset += 1
        line_break = _LINE_BREAK.match(text, offset)
        if line_break:
            offset = line_break.end()
            line += 1
        is_empty = len(cells) == 1 and cells[0].start == cells[0].end
        yield Row([] if is_empty else cells, offset, first_line)


@cache
def _cell(dialect: Dialect) -> re.Pattern[str]:
    bare = rf"[^{re.escape(dialect.delimiter)}\r\n]*+"
    # Without quotation marks, the group that holds what is within them never matches.
    return re.compile(
        rf'"((?:[^"]++|"")*+)"?{bare}|{bare}' if dialect.quotes else rf"{bare}|(?!)()"
    )


def _breaks(text: str, start: int, end: int) -> int:
    if text.find("\n", start, end) < 0 and text.find("\r", start, end) < 0:
        return 0
    return sum(1 for _ in _LINE_BREAK.finditer(text, start, end))
