"""One row of a glossary file as it is written, and writing one in the manner of another."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Row(NamedTuple):
    """A row; ``line`` is its first line in the file, from 1, ``raw`` its text with the line end."""

    line: int
    fields: tuple[str, ...]
    raw: str

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(field.strip() for field in self.fields)


def line_end(raw: str) -> str:
    """Return the line end of a row: a carriage return, a line feed, both, or nothing."""
    for end in ("\r\n", "\n", "\r"):
        if raw.endswith(end):
            return end
    return ""


def lines(text: str) -> list[str]:
    """Return the lines of a text as the reader of CSV counts them, each with its end."""
    return list(io.StringIO(text, newline=""))


def rows(text: str) -> Iterator[Row]:
    """Yield the rows of a text. Raises csv.Error where it is not CSV."""
    every = lines(text)
    reader = csv.reader(every, strict=True)
    start = 0
    for fields in reader:
        raw = "".join(every[start : reader.line_num])
        yield Row(start + 1, tuple(fields), raw)
        start = reader.line_num


def written(fields: Sequence[str], model: Row | None = None) -> str:
    """Return fields as one row without its line end, all of them quoted where the model's are."""
    if model is not None and model.raw[: -len(line_end(model.raw)) or None] == _text(
        model.fields, quote_all=True
    ):
        return _text(fields, quote_all=True)
    return _text(fields, quote_all=False)


def _text(fields: Sequence[str], *, quote_all: bool) -> str:
    file = io.StringIO(newline="")
    if quote_all:
        csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="").writerow(fields)
    else:
        csv.writer(file, lineterminator="").writerow(fields)
    return file.getvalue()
