"""Text with one row a line and fields between tabs, commas or semicolons."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError
from capqa.glossary.files import LONGEST_FIELD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 100_000
_DELIMITERS = "\t;,"


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with a byte-order mark as Excel writes it.

    Raises ConfigurationError for any other encoding and for a NUL character, with its line.
    """
    encoding = "utf-8"
    for mark, marked in _MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], marked
            break
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        row = data[: error.start].decode(encoding, "ignore").count("\n") + 1
        what = f"is not {encoding.upper()}"
        raise _wrong(name, row, what, "save it as UTF-8 (in Excel: CSV UTF-8)") from error
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        mend = "remove it; if the file is UTF-16, save it as UTF-8"
        raise _wrong(name, row, "a NUL character", mend)
    return text


def rows(text: str, name: str, delimiter: str | None = None) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank, with the line it begins in, from 1.

    Without a delimiter, the one that stands most often in the first line is taken, or the one a
    first line ``sep=;`` names, as Excel writes it. Raises ConfigurationError for broken quotes.
    """
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().startswith("sep=") and len(first.strip()) <= len("sep=;"):
        delimiter = delimiter or first.strip()[-1:]
        text, skipped = rest, 1
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_FIELD))
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text), strict=True
    )
    row = 1 + skipped
    try:
        for fields in reader:
            if any(field.strip() for field in fields):
                yield row, fields
            row = reader.line_num + 1 + skipped
    except csv.Error as error:
        raise _wrong(name, row, f"not CSV: {error}", "check the quotes in this row") from error


def first_row(data: bytes) -> list[str]:
    """Return the first row of a file, [] when it is no such text: to recognise a format by."""
    mark, encoding = next((each for each in _MARKS if data.startswith(each[0])), (b"", "utf-8"))
    text = data[len(mark) : _HEAD].decode(encoding, "ignore")
    try:
        return next(([cell.strip() for cell in cells] for _, cells in rows(text, "")), [])
    except ConfigurationError:
        return []


def written(table: Iterable[Sequence[str]], delimiter: str = ",") -> bytes:
    """Return rows as text in UTF-8 with quotes where they are needed."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(table)
    return text.getvalue().encode("utf-8")


def _delimiter(text: str) -> str:
    line = text.lstrip().partition("\n")[0]
    return max(_DELIMITERS, key=lambda each: (line.count(each), each == ","))


def _wrong(name: str, row: int, what: str, mend: str) -> ConfigurationError:
    return ConfigurationError(what, where=f"{name}:{row}", mend=mend)
