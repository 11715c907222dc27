"""What a check looks at: the files of one language pair together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.glossary.linting.table import Row, Table


class Problem(NamedTuple):
    """What is wrong with a row, and what to do about it."""

    row: Row
    message: str


@dataclass(frozen=True)
class Glossary:
    """The files of a language pair, those that are only compared with first."""

    source_language: str
    target_language: str
    tables: Sequence[Table]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows of all files, in their order."""
        return tuple(row for table in self.tables for row in table.rows)

    @cached_property
    def entries(self) -> tuple[Row, ...]:
        """All rows with a source and a target, in the order of the files."""
        return tuple(row for table in self.tables for row in table.entries)

    def other(self, there: Row, here: Row) -> str:
        """Return how a message about a row names another one: by its line, and its file if need be.

        >>> from pathlib import Path
        >>> from capqa.glossary.linting.table import Row
        >>> row = Row("a.de-en.csv", 7, "", (), {})
        >>> Glossary("de", "en", ()).other(row, row)
        'line 7'
        """
        return f"line {there.line}" if there.file == here.file else there.place
