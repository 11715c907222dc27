"""What the glossaries of a shelf say, kept at hand and read again when a file has changed."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.glossary.browsing.layers import Layer, seen_from_here
from capqa.glossary.browsing.surroundings import Surroundings
from capqa.glossary.editing import history
from capqa.glossary.editing.table import EMPTY, Table
from capqa.glossary.folding import fold
from capqa.glossary.linting.table import table_of
from capqa.glossary.proposals.shelf import stamp_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from capqa.glossary.entry import Entry
    from capqa.glossary.linting.table import Row as LintedRow
    from capqa.glossary.linting.table import Table as LintedTable
    from capqa.glossary.proposals.shelf import Shelf

_LEAST_SHARED: Final = 5
_MOST_ALIKE: Final = 4
_LOOKED_AT: Final = 12


class Known(NamedTuple):
    """An entry of some glossary; ``own`` if the project may change it."""

    entry: Entry
    in_force: bool
    own: bool


class Knowledge:
    """The entries of all glossaries of a pair, looked up by what they say.

    It is a picture of one moment: ask `current` for one that is up to date.
    """

    def __init__(self, shelf: Shelf, before: Knowledge | None = None) -> None:
        """Read the glossaries, the others only if they are not as they were ``before``.

        Raises ConfigurationError for one that cannot be read.
        """
        self.shelf = shelf
        path = shelf.glossary
        self._stamp = stamp_of([path])
        self._others = stamp_of(each for each in shelf.files if each != path)
        self.table = Table.read(path) if path.exists() else Table(path, EMPTY)
        same = before is not None and before._others == self._others
        # A file that is new has others over it that it had not before.
        if before is not None and same and bool(before._stamp) == bool(self._stamp):
            surroundings = before.surroundings
        else:
            surroundings = Surroundings.of(path, shelf.pair, shelf.configured)
        self.surroundings: Surroundings = surroundings
        self._histories: dict[str, list[history.Record]] = {}
        self._own = frozenset(map(str, map(seen_from_here, shelf.files)))

    def current(self) -> Knowledge:
        """Return this, or what has been read anew because a file has changed."""
        path = self.shelf.glossary
        others = stamp_of(each for each in self.shelf.files if each != path)
        unchanged = (self._stamp, self._others) == (stamp_of([path]), others)
        return self if unchanged else Knowledge(self.shelf, self)

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """All entries, file by file, those files first that override others."""
        return tuple(self._known())

    @cached_property
    def linted(self) -> LintedTable:
        """The rows of the glossary entries are added to, as checks want them."""
        return table_of(self.shelf.glossary, self.table.data)

    @cached_property
    def unusable(self) -> tuple[LintedRow, ...]:
        """The rows of that glossary with targets that are not to be used."""
        return tuple(row for row in self.linted.rows if not row.status.usable)

    def related(self, entry: Entry) -> list[LintedRow]:
        """Return the rows of that glossary that checks could compare an entry with, in order."""
        spellings = {fold(each) for each in (entry.source, entry.target, *entry.variants)}
        found = {row.line: row for row in self.unusable}
        for spelling in spellings:
            found |= {row.line: row for row in self._linted_by_fold.get(spelling, ())}
        return [found[line] for line in sorted(found)]

    def history(self, entry: Entry) -> list[history.Record]:
        """Return the changes of an entry's source in its file, oldest first.

        Raises CapqaError when there is a history that cannot be read.
        """
        if entry.file not in self._histories:
            self._histories[entry.file] = history.read(Path(entry.file))
        return [
            record
            for record in self._histories[entry.file]
            if entry.source in (record.before.get("source"), record.after.get("source"))
        ]

    def writable(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return the fields by column that the glossary has columns for.

        What a reviewer says besides, or is guessed, keeps no term out of a file of two columns.
        """
        return {name: value for name, value in values.items() if name in self.table.header}

    def holding(self, source: str, target: str) -> Entry | None:
        """Return the entry that says exactly this and may be proposed, None where none does."""
        for each in self._by_source.get(source, ()):
            if each.entry.target == target and each.in_force and each.entry.status.usable:
                return each.entry
        return None

    def of_source(self, source: str) -> list[Known]:
        """Return the entries in force of a source or variant, spellings forgiven."""
        return self._in_force(self._by_fold.get(fold(source), ()))

    def of_target(self, target: str) -> list[Known]:
        """Return the entries in force that have a target, case aside."""
        return self._in_force(self._by_target.get(target.casefold(), ()))

    def like(self, source: str) -> list[Known]:
        """Return a few entries in force whose sources begin as this one does, the nearest first."""
        wanted = fold(source)
        at = bisect_left(self._folds, wanted)
        near = self._folds[max(at - _LOOKED_AT, 0) : at + _LOOKED_AT]
        shared = {each: _shared(each, wanted) for each in near if each != wanted}
        alike = [each for each, length in shared.items() if length >= _LEAST_SHARED]
        alike.sort(key=lambda each: -shared[each])
        found = (known for each in alike for known in self._in_force(self._by_fold[each]))
        return [known for known, _ in zip(found, range(_MOST_ALIKE), strict=False)]

    def _known(self) -> Iterator[Known]:
        over, under = self.surroundings.over, self.surroundings.under
        replaced = frozenset(entry.source for layer in over for entry in layer.entries)
        own = Layer(self.shelf.glossary, self.table.entries, replaced)
        for layer in (*over, own, *under):
            changeable = layer is own or str(layer.path) in self._own
            for entry in layer.entries:
                yield Known(entry, layer.in_force(entry), changeable)

    @staticmethod
    def _in_force(found: Iterable[Known]) -> list[Known]:
        return [each for each in found if each.in_force]

    @cached_property
    def _linted_by_fold(self) -> dict[str, list[LintedRow]]:
        found: dict[str, list[LintedRow]] = {}
        for row in self.linted.rows:
            for spelling in {fold(each) for each in (row.source, row.target, *row.variants)}:
                found.setdefault(spelling, []).append(row)
        return found

    @cached_property
    def _by_source(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = {}
        for each in self.known:
            found.setdefault(each.entry.source, []).append(each)
        return found

    @cached_property
    def _by_fold(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = {}
        for each in self.known:
            for spelling in dict.fromkeys(map(fold, (each.entry.source, *each.entry.variants))):
                found.setdefault(spelling, []).append(each)
        return found

    @cached_property
    def _by_target(self) -> dict[str, list[Known]]:
        found: dict[str, list[Known]] = {}
        for each in self.known:
            found.setdefault(each.entry.target.casefold(), []).append(each)
        return found

    @cached_property
    def _folds(self) -> list[str]:
        return sorted(self._by_fold)


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    alike = min(len(one), len(other))
    return next((at for at, (first, second) in enumerate(pairs) if first != second), alike)
