"""Counts of what was audited and found, by section and month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from capqa.audit.auditing import Audited

OTHERS: Final = "(others)"
"""What sections are counted as when there are too many to tell them apart."""

MOST_SECTIONS: Final = 5_000
"""How many sections are told apart, at most."""


class Cell(msgspec.Struct, array_like=True):
    """What there is in one section in one month, both "" where not known.

    ``flagged`` counts the texts that have findings; ``languages`` and ``rules`` count findings.
    """

    section: str
    month: str
    records: int = 0
    texts: int = 0
    flagged: int = 0
    languages: dict[str, int] = msgspec.field(default_factory=dict)
    rules: dict[str, int] = msgspec.field(default_factory=dict)

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return sum(self.rules.values())

    def add(self, other: Cell) -> None:
        """Count what another one counts."""
        self.records += other.records
        self.texts += other.texts
        self.flagged += other.flagged
        for mine, theirs in ((self.languages, other.languages), (self.rules, other.rules)):
            for name, count in theirs.items():
                mine[name] = mine.get(name, 0) + count


class Tally:
    """The counts of a shard or of an archive; the order of adding matters only where there are more
    sections than are told apart.
    """

    def __init__(self, cells: Iterable[Cell] = ()) -> None:
        """Begin with some cells."""
        self._cells: dict[tuple[str, str], Cell] = {}
        self._sections: set[str] = set()
        for cell in cells:
            self.add(cell)

    def add(self, cell: Cell) -> None:
        """Count what a cell counts."""
        self._cell(cell.section, cell.month).add(cell)

    def note(self, section: str, month: str, audited: Audited, *, continues: bool) -> None:
        """Count a record."""
        cell = self._cell(section, month)
        cell.records += not continues
        cell.texts += audited.texts
        cell.flagged += audited.flagged
        for finding in audited.findings:
            cell.rules[finding.rule] = cell.rules.get(finding.rule, 0) + 1
            language = finding.language
            cell.languages[language] = cell.languages.get(language, 0) + 1

    def cells(self) -> list[Cell]:
        """Return the cells, sorted by section and month."""
        return [self._cells[key] for key in sorted(self._cells)]

    def total(self) -> Cell:
        """Return the sum of all cells."""
        total = Cell("", "")
        for cell in self._cells.values():
            total.add(cell)
        return total

    def by_section(self) -> dict[str, Cell]:
        """Return the sums of all months, by section."""
        return self._sums(lambda cell: cell.section)

    def by_month(self) -> dict[str, Cell]:
        """Return the sums of all sections, by month."""
        return self._sums(lambda cell: cell.month)

    def _sums(self, key: Callable[[Cell], str]) -> dict[str, Cell]:
        sums: dict[str, Cell] = {}
        for cell in self.cells():
            sums.setdefault(key(cell), Cell(cell.section, cell.month)).add(cell)
        return dict(sorted(sums.items()))

    def _cell(self, section: str, month: str) -> Cell:
        if section not in self._sections:
            if len(self._sections) >= MOST_SECTIONS:
                section = OTHERS
            self._sections.add(section)
        return self._cells.setdefault((section, month), Cell(section, month))
