"""Targets with a term in them that a row forbids, in the same file or in another.

Such a row proposes what the other one refuses: every proposal made from it breaks the glossary. A
forbidden name is looked for everywhere, another word where the forbidding row's source is part of
the row's own.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "Kiew,Kiev,proper noun,forbidden",
...     "Tagebuch,Kiev diary,noun,preferred", "Kiewer,Kiever,noun,preferred")
["3: the target 'Kiev diary' has 'Kiev', which line 2 forbids; reword it"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.entry import Status
from capqa.glossary.folding import fold
from capqa.glossary.linting.glossary import Problem
from capqa.glossary.words import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary
    from capqa.glossary.linting.table import Row

_MOST_WORDS = 8
"""The words of the longest forbidden term looked for."""

_LONGEST_SOURCE = 100
_SHORTEST_PART = 3


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the rows whose usable target holds a forbidden term."""
    forbidden = _Forbidden(glossary)
    if not forbidden:
        return
    for row in glossary.entries:
        if not row.status.usable:
            continue
        for term in _runs(row.target, forbidden.longest):
            other = forbidden.row(term, row)
            # Row against row is what `duplicates` says already.
            if other is not None and not _same(other, row):
                place = glossary.other(other, row)
                problem = f"the target {row.target!r} has {other.target!r}, which {place} forbids"
                yield Problem(row, f"{problem}; reword it")
                break


class _Forbidden:
    """The forbidden terms: names, and other words by the source they are forbidden for."""

    def __init__(self, glossary: Glossary) -> None:
        self.longest = 0
        self._names: dict[tuple[str, ...], Row] = {}
        self._others: dict[tuple[str, ...], dict[str, Row]] = {}
        for row in glossary.entries:
            words = tuple(Line.of(row.target).words)
            if row.status is not Status.FORBIDDEN or not 0 < len(words) <= _MOST_WORDS:
                continue
            self.longest = max(self.longest, len(words))
            if row.is_proper:
                self._names.setdefault(words, row)
            self._others.setdefault(words, {}).setdefault(fold(row.source), row)

    def __bool__(self) -> bool:
        return bool(self.longest)

    def row(self, term: tuple[str, ...], asking: Row) -> Row | None:
        """Return the row that forbids a term to another row."""
        if term in self._names:
            return self._names[term]
        by_source = self._others.get(term)
        if by_source is None:
            return None
        return next((by_source[part] for part in _parts(asking.source) if part in by_source), None)


def _same(forbidding: Row, row: Row) -> bool:
    return (forbidding.source, forbidding.target, forbidding.part_of_speech) == (
        row.source,
        row.target,
        row.part_of_speech,
    )


def _runs(text: str, longest: int) -> Iterator[tuple[str, ...]]:
    words = tuple(Line.of(text).words)
    for start in range(len(words)):
        for length in range(1, min(longest, len(words) - start) + 1):
            yield words[start : start + length]


def _parts(source: str) -> Iterator[str]:
    """Yield a source, its words, and what compounds begin and end with, all folded."""
    folded = fold(source)[:_LONGEST_SOURCE]
    yield folded
    for word in folded.split():
        yield word
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            yield word[:cut]
            yield word[cut:]
