"""Mending what can be mended without knowing the language: white space, and the order of rows.

Only rows that have such a fault change; every other one keeps its bytes, quotes and line end.
"""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from capqa.glossary.linting.order import order
from capqa.glossary.linting.spacing import spaced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from capqa.glossary.linting.table import Row, Table


class Mended(NamedTuple):
    """The bytes of a file after mending, and what was done in how many rows."""

    data: bytes
    respaced: int = 0
    sorted_in: int = 0
    removed: int = 0

    @property
    def changed(self) -> bool:
        """Whether anything was mended."""
        return bool(self.respaced or self.sorted_in or self.removed)


def mended(table: Table, checks: Iterable[str] = ("whitespace", "sorting")) -> Mended:
    """Return a file with those faults mended whose checks are named; nothing is written.

    Rows are left in their order where one of them is broken: what belongs before it is unknown.
    """
    wanted = set(checks)
    rows = list(table.rows)
    texts = {row.line: row.text for row in rows}
    respaced = removed = sorted_in = 0
    if "whitespace" in wanted:
        kept = [row for row in rows if not row.is_blank]
        removed = len(rows) - len(kept)
        rows = kept
        for row in rows:
            text = _respaced(table, row)
            if text != row.text:
                texts[row.line] = text
                respaced += 1
    if "sorting" in wanted and all(row.source and row.target for row in rows):
        sorted_in = sum(order(after) < order(before) for before, after in pairwise(rows))
        rows.sort(key=order)
    if not (respaced or removed or sorted_in):
        return Mended(table.data)
    mark = BOM_UTF8 if table.data.startswith(BOM_UTF8) else b""
    written = _joined([texts[row.line] for row in rows], _line_end(table.header))
    data = mark + (table.header + written).encode()
    return Mended(data, respaced, sorted_in, removed)


def _respaced(table: Table, row: Row) -> str:
    columns = table.columns + ("",) * (len(row.fields) - len(table.columns))
    fields = [spaced(name, field) for name, field in zip(columns, row.fields, strict=False)]
    if fields == list(row.fields):
        return row.text
    written = io.StringIO()
    csv.writer(written, lineterminator=_line_end(row.text)).writerow(fields)
    return written.getvalue()


def _joined(texts: list[str], line_end: str) -> str:
    # The last row may have no line end, and it may no longer be the last one.
    ended = [text if _line_end(text) else text + line_end for text in texts[:-1]]
    return "".join([*ended, *texts[-1:]])


def _line_end(text: str) -> str:
    return text[len(text.rstrip("\r\n")) :]
