"""CSV for spreadsheets: a line a decision. A cell that would run as a formula gets an apostrophe.

Characters that no file can hold, and control characters, stand as U+FFFD; every line end within a
cell is a line feed, as a carriage return would end the row for some readers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.exchange._cells import neutral
from capqa.glossary.exchange._characters import FORBIDDEN
from capqa.glossary.exchange._delimited import written
from capqa.review.exporting._rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence


def holds(row: Row) -> bool:
    """Return True: every row has a line."""
    return True


def write(rows: Sequence[Row]) -> bytes:
    """Return a table with a header, in UTF-8."""
    return written([Row._fields, *(list(map(_cell, row)) for row in rows)])


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    return neutral(FORBIDDEN.sub("\ufffd", text))
