"""A glossary file as it is written, broken rows included.

`capqa.glossary.files` stops at the first row that is wrong; whoever mends a file wants to see all.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError
from capqa.glossary.editing.row import lines, rows
from capqa.glossary.entry import STATUSES, Status
from capqa.glossary.files import LONGEST_FIELD, language_pair, parse, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Row:
    """A row: ``line`` is that in the file where it starts, from 1, ``text`` all of its characters.

    ``fields`` are as written; ``values`` are those by column with single spaces, none where the
    row has not as many fields as the header.
    """

    file: str
    line: int
    text: str
    fields: tuple[str, ...]
    values: Mapping[str, str]

    @property
    def is_blank(self) -> bool:
        """Whether the row says nothing at all, so that it is no entry."""
        return not any(field.strip() for field in self.fields)

    @property
    def source(self) -> str:
        """The source term, "" where there is none."""
        return self.values.get("source", "")

    @property
    def target(self) -> str:
        """The target term, "" where there is none."""
        return self.values.get("target", "")

    @property
    def part_of_speech(self) -> str:
        """The part of speech as written."""
        return self.values.get("part_of_speech", "")

    @property
    def status(self) -> Status:
        """How binding the target is; preferred where nothing or nothing known is stated."""
        return STATUSES.get(self.values.get("status", ""), Status.PREFERRED)

    @property
    def binds(self) -> bool:
        """Whether the target is the one to use."""
        return self.status in (Status.PREFERRED, Status.KEEP_AS_IS)

    @property
    def is_proper(self) -> bool:
        """Whether the row says that its term is a name."""
        return self.part_of_speech.casefold().startswith(("prop", "name"))

    @property
    def variants(self) -> tuple[str, ...]:
        """The other spellings of the source, as written one after the other."""
        stated = self.values.get("variants", "")
        return tuple(filter(None, map(str.strip, stated.split(";")))) if stated else ()

    @property
    def place(self) -> str:
        """Where the row stands, as messages about another row name it."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Table:
    """A file: its columns, the text of its header, and all rows, blank and broken ones too.

    ``asked`` tells whether it is to be linted, rather than only compared with.
    """

    path: Path
    data: bytes
    languages: tuple[str, str]
    columns: tuple[str, ...]
    header: str
    rows: tuple[Row, ...]
    asked: bool = True

    @cached_property
    def entries(self) -> tuple[Row, ...]:
        """The rows with a source and a target."""
        return tuple(row for row in self.rows if row.source and row.target)


def read_table(path: Path, *, asked: bool = True) -> Table:
    """Read a file for linting.

    Raises ConfigurationError when it cannot be read, is no UTF-8 or no CSV, has a NUL character or
    a header that is not a glossary's, or when its name states no languages.
    """
    return table_of(path, read_bytes(path), asked=asked)


def table_of(path: Path, data: bytes, *, asked: bool = True) -> Table:
    """Return the table in the bytes of a file. Raises ConfigurationError as `read_table` does."""
    languages = language_pair(path)
    if languages is None:
        raise ConfigurationError(
            "the name states no languages",
            where=str(path),
            mend="name it like conflict.de-en.csv",
        )
    records = _records(path, _text(path, data))
    _, header, names = next(records, (1, "", ()))
    # Reading the header alone complains about what is wrong with it.
    parse(path, header.encode())
    columns = tuple(name.strip() for name in names)
    found = tuple(_row(str(path), line, text, fields, columns) for line, text, fields in records)
    return Table(path, data, languages, columns, header, found, asked)


def _text(path: Path, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _wrong(path, line, "not UTF-8", "save the file as UTF-8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _wrong(path, line, "a NUL character", "remove it; is this really a CSV file?")
    return text


def _records(path: Path, text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_FIELD))
    following = 1
    try:
        for line, fields, raw in rows(text):
            yield line, raw, fields
            following = line + len(lines(raw))
    except csv.Error as error:
        mend = "check the quotes in this row"
        raise _wrong(path, following, f"not CSV: {error}", mend) from error


def _row(file: str, line: int, text: str, fields: tuple[str, ...], columns: tuple[str, ...]) -> Row:
    values = _NOTHING
    if len(fields) == len(columns):
        values = {
            name: " ".join(field.split())
            for name, field in zip(columns, fields, strict=True)
            if field
        }
    return Row(file, line, text, fields, values)


def _wrong(path: Path, line: int, problem: str, mend: str) -> ConfigurationError:
    return ConfigurationError(problem, where=f"{path}:{line}", mend=mend)
