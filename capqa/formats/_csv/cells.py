"""The text of a cell, each letter at its place, and whether it is text for readers at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from capqa.formats._csv.rows import Cell
    from capqa.formats._mapping import SegmentBuilder

_SPECIAL: Final = re.compile(r'""|\r\n|\r|\n')
_ADDRESS: Final = re.compile(
    r"[a-z][a-z0-9+.-]{1,20}://\S*|www\.\S+|mailto:\S*|[^\s@]+@[^\s@]+\.[^\s@]+|#\S+|@\S+",
    re.IGNORECASE,
)
_FILE_NAME: Final = re.compile(r"\S*[/\\]\S*|[^\s]+\.[A-Za-z][A-Za-z0-9]{1,4}")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_CODE: Final = re.compile(r"[A-Z0-9]{1,4}|\S*[\d_=]\S*")
_DATE: Final = re.compile(
    r"(?:[^\W\d_]{2,12}\.?,? )?\d{1,4}\.? ?(?:[^\W\d_]{3,12}\.?|[-/.]\d{1,2}[-/.]) ?\d{0,4}"
    r"(?:[T, ]+\d{1,2}:\d\d\S*(?: [A-Z]{2,4})?)?"
)
_LONGEST_LABEL: Final = 200


def value(text: str, cell: Cell) -> str:
    """Return what a cell says."""
    if not cell.quoted:
        return text[cell.start : cell.end]
    inside = text[cell.start + 1 : cell.closed].replace('""', '"')
    return inside + text[cell.closed + 1 : cell.end]


def add_cell(builder: SegmentBuilder, text: str, cell: Cell) -> None:
    """Add the text of a cell; a line break in it becomes LF."""
    if not cell.quoted:
        builder.letters(text[cell.start : cell.end], cell.start)
        return
    at = cell.start + 1
    for special in _SPECIAL.finditer(text, at, cell.closed):
        builder.letters(text[at : special.start()], at)
        at = special.end()
        meant = '"' if special[0] == '""' else "\n"
        builder.whole(meant, special.start(), len(special[0]))
    builder.letters(text[at : cell.closed], at)
    builder.letters(text[cell.closed + 1 : cell.end], cell.closed + 1)


def is_text(words: str) -> bool:
    """Return whether a cell holds words for readers: no number, date, code, address, file name.

    >>> [is_text(each) for each in ("Irak", "ein Bild", "2024-05-01", "a.jpg", "https://x.y", "A1")]
    [True, True, False, False, False, False]
    """
    words = words.strip()
    if not _WORD.search(words):
        return False
    if len(words) > _LONGEST_LABEL:
        return True
    patterns = (_ADDRESS, _CODE, _DATE) if " " in words else (_ADDRESS, _FILE_NAME, _CODE, _DATE)
    return not any(pattern.fullmatch(words) for pattern in patterns)
