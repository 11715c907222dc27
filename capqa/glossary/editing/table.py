"""A glossary file taken apart so that a row can be put in, changed or taken out, and no other byte.

Columns that capqa does not know are read over and kept.
"""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError
from capqa.glossary.editing.row import line_end, lines, rows, written
from capqa.glossary.files import COLUMNS, REQUIRED_COLUMNS, parse, read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

EMPTY = (",".join(COLUMNS) + "\n").encode()
"""A glossary file without entries."""


class Table:
    """The rows of a glossary file; what changes it returns the new bytes of the whole file."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Take the bytes of a file apart.

        Raises ConfigurationError, naming file and row, for the first thing that is wrong.
        """
        self.path = path
        self.data = data
        self.byte_order_mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
        if b"\0" in data:
            parse(path, data)  # which says where
        try:
            self.rows = list(rows(data.decode("utf-8-sig")))
            self.header = tuple(field.strip() for field in self.rows[0].fields)
        except (UnicodeDecodeError, csv.Error, IndexError):
            parse(path, data)  # which says what is wrong
            raise
        unknown = [name for name in self.header if name not in COLUMNS]
        self.entries = parse(path, self._without(unknown) if unknown else data)
        by_line = {row.line: at for at, row in enumerate(self.rows)}
        self._places = [by_line[entry.row] for entry in self.entries]

    @classmethod
    def read(cls, path: Path) -> Table:
        """Read a file. Raises ConfigurationError as the constructor does."""
        return cls(path, read_bytes(path))

    def fields(self, at: int) -> dict[str, str]:
        """Return what stands in the row of an entry by column, without empty fields."""
        row = self.rows[self._places[at]]
        values = zip(self.header, map(str.strip, row.fields), strict=True)
        return {name: value for name, value in values if value}

    def with_row(self, at: int, values: Mapping[str, str]) -> bytes:
        """Return the file with a new row that becomes the entry at an index.

        ``values`` are by column, all of which the header has.
        """
        place = _row_index(self._places, at)
        fields = [values.get(name, "") for name in self.header]
        raws = self._closed()
        raws.insert(place, written(fields, self.rows[place - 1]) + self.line_end)
        return self._joined(raws)

    def with_values(self, at: int, values: Mapping[str, str], new_at: int) -> bytes:
        """Return the file with fields of an entry's row changed, and the row moved to an index.

        All its other fields stay as they were written, but for quotes that they do not need.
        """
        place = self._places[at]
        row = self.rows[place]
        fields = list(row.fields)
        for name, value in values.items():
            fields[self.header.index(name)] = value
        raws = self._closed()
        changed = written(fields, row) + line_end(raws[place])
        if new_at == at:
            raws[place] = changed
        else:
            others = self._places[:at] + [each - 1 for each in self._places[at + 1 :]]
            del raws[place]
            raws.insert(_row_index(others, new_at), changed)
        return self._joined(raws)

    def without_row(self, at: int) -> bytes:
        """Return the file without the row of an entry."""
        raws = self._closed()
        del raws[self._places[at]]
        return self._joined(raws)

    @property
    def line_end(self) -> str:
        """How the file's lines end."""
        return line_end(self.rows[0].raw) or "\n"

    def _closed(self) -> list[str]:
        raws = [row.raw for row in self.rows]
        if not line_end(raws[-1]):
            raws[-1] += self.line_end
        return raws

    def _joined(self, raws: list[str]) -> bytes:
        # A file whose last line has no end keeps it that way, so that the end moves to the row
        # that became the last but one.
        if not line_end(self.rows[-1].raw):
            raws[-1] = raws[-1].removesuffix(line_end(raws[-1]))
        return self.byte_order_mark + "".join(raws).encode()

    def _without(self, unknown: Sequence[str]) -> bytes:
        for name in (*unknown, *REQUIRED_COLUMNS):
            if self.header.count(name) != 1 or not name:
                problem = "a column without a name" if not name else f"not one column {name!r}"
                raise ConfigurationError(
                    problem, where=f"{self.path}:1", mend="give each column a name of its own"
                )
        known = [at for at, name in enumerate(self.header) if name not in unknown]
        pieces: list[str] = []
        for row in self.rows:
            piece = "\n"
            if not row.blank:
                if len(row.fields) != len(self.header):
                    raise ConfigurationError(
                        f"the header has {len(self.header)} fields, this row {len(row.fields)}",
                        where=f"{self.path}:{row.line}",
                        mend='put fields with a comma in "quotes"',
                    )
                piece = written([row.fields[at] for at in known]) + "\n"
            # Blank lines in place of what is left out, so that every row keeps its line.
            pieces.append(piece + "\n" * (len(lines(row.raw)) - len(lines(piece))))
        return "".join(pieces).encode()


def _row_index(places: Sequence[int], at: int) -> int:
    # Behind the entry before it, rather than before the next: blank lines part what follows.
    return places[at - 1] + 1 if at else (places[0] if places else 1)
