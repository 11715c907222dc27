"""Which dialect a table is in, told from its content and its name's ending."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from itertools import islice
from typing import Final

from capqa.formats._csv.rows import Dialect, UnclosedQuoteError, rows

_STATED: Final = re.compile(r'"?sep=([^"\r\n])"?(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_DELIMITERS: Final = (",", ";", "\t", "|")
_SAMPLE: Final = 65_536
_ROWS: Final = 200
_ENOUGH: Final = 0.75
_TABULATED: Final = (".tsv", ".tab")


def stated_delimiter(text: str) -> tuple[str | None, int]:
    """Return the delimiter that a first line for Excel states ("sep=;"), and where rows start."""
    found = _STATED.match(text)
    return (found[1], found.end()) if found else (None, 0)


def told_delimiter(text: str, start: int, name: str, *, quotes: bool) -> str:
    """Return what parts the cells, from the sample of the text that begins at ``start``."""
    sample = text[start : start + _SAMPLE]
    if name.lower().endswith(_TABULATED) and "\t" in sample:
        return "\t"
    best, best_score = ",", (0.0, 0)
    for delimiter in _DELIMITERS:
        score = _regularity(sample, Dialect(delimiter, quotes))
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _regularity(sample: str, dialect: Dialect) -> tuple[float, int]:
    """Return which part of the rows has as many cells as most, and how many those are."""
    widths: list[int] = []
    # The sample may end amid a quoted cell, or the quotation marks be another dialect's.
    with suppress(UnclosedQuoteError):
        widths.extend(len(row.cells) for row in islice(rows(sample, dialect), _ROWS) if row.cells)
    if not widths:
        return 0.0, 0
    wide = Counter(width for width in widths if width > 1)
    if not wide:
        return 0.0, 0
    width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
    share = count / len(widths)
    # A little irregular is as good as regular: cells at the end of a row may be left out.
    return (1.0 if share >= _ENOUGH else share), width if share >= _ENOUGH else 0
