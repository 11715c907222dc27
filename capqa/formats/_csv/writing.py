"""Writing into cells: their quotation marks stay, or are set where they are needed.

A spreadsheet runs a cell that begins like a formula, so none may come to begin so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from capqa.errors import ConflictError
from capqa.formats._csv.cells import value
from capqa.formats._splicing import Replacement, shortened
from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._csv.rows import Cell, Dialect
    from capqa.model import Document

_FORMULA: Final = re.compile(r"[ \n]*[=+\-@\t\r＝＋－＠]")
_LINE_BREAK: Final = re.compile(r"\r\n|\r|\n")


class Writer:
    """Writes into the cells of a document that are segments."""

    def __init__(self, document: Document, cells: Sequence[Cell], dialect: Dialect) -> None:
        """Take the document and its cells in order."""
        self._document = document
        self._cells = cells
        self._starts = [cell.start for cell in cells]
        self._dialect = dialect

    def written(self, text: str, at: int) -> str:
        """Return what stands for a text at an offset, but for the quotes it may need around it."""
        cell = self._at(at)
        if "\n" in text:
            found = _LINE_BREAK.search(self._document.text, cell.start, cell.end)
            text = text.replace("\n", found[0] if found else "\n")
        return text.replace('"', '""') if cell.quoted and at <= cell.closed else text

    def completed(self, replacements: Sequence[Replacement]) -> list[Replacement]:
        """Return the replacements with quotation marks around the cells that need them.

        Raises ConflictError when a cell would come to begin like a formula.
        """
        of_cells: dict[int, list[Replacement]] = {}
        for replacement in replacements:
            start = self._at(replacement.span.start).start
            of_cells.setdefault(start, []).append(replacement)
        completed = []
        for start, inside in of_cells.items():
            cell = self._at(start)
            self._refuse_formula(cell, inside)
            completed += inside if cell.quoted else self._quoted(cell, inside)
        return completed

    def _at(self, offset: int) -> Cell:
        return self._cells[max(bisect_right(self._starts, offset) - 1, 0)]

    def _refuse_formula(self, cell: Cell, inside: Sequence[Replacement]) -> None:
        before = value(self._document.text, cell)
        raw = _spliced(self._document.text, cell.start, cell.end, inside)
        after = raw[1:] if cell.quoted else raw
        if _FORMULA.match(after) and not _FORMULA.match(before):
            raise ConflictError(
                f"{shortened(inside[0].text)} would make a formula of its cell for spreadsheets",
                where=self._document.name,
                mend=f"let the cell begin otherwise than with {after.lstrip(' ')[:1]!r}",
            )

    def _quoted(self, cell: Cell, inside: Sequence[Replacement]) -> list[Replacement]:
        news = "".join(replacement.text for replacement in inside)
        acting = (self._dialect.delimiter, '"', "\n", "\r")
        if not self._dialect.quotes or not any(each in news for each in acting):
            return list(inside)
        text = self._document.text
        made = []
        at = cell.start
        for replacement in sorted(inside):
            made += _doubled(text, at, replacement.span.start)
            made.append(Replacement(replacement.span, replacement.text.replace('"', '""')))
            at = replacement.span.end
        made += _doubled(text, at, cell.end)
        # Two replacements at one place would be taken for a conflict, so they are made one.
        if made[0].span.start == cell.start:
            made[0] = Replacement(made[0].span, f'"{made[0].text}')
        else:
            made.insert(0, Replacement(Span(cell.start, cell.start), '"'))
        if made[-1].span.end == cell.end:
            made[-1] = Replacement(made[-1].span, f'{made[-1].text}"')
        else:
            made.append(Replacement(Span(cell.end, cell.end), '"'))
        return made


def _doubled(text: str, start: int, end: int) -> list[Replacement]:
    return [Replacement(Span(at, at + 1), '""') for at in range(start, end) if text[at] == '"']


def _spliced(text: str, start: int, end: int, replacements: Sequence[Replacement]) -> str:
    pieces = []
    for replacement in sorted(replacements):
        pieces += [text[start : replacement.span.start], replacement.text]
        start = max(start, replacement.span.end)
    return "".join(pieces) + text[start:end]
