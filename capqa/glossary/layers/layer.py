"""One layer of a termbase: the terms of one glossary file, each built when it is first found."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from capqa.glossary.deletions import NONE_FILED, filed
from capqa.glossary.spellings import Spelling, Term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from capqa.glossary.deletions import Deletions
    from capqa.glossary.layers.tables import Groups, Tables


class Layer:
    """The terms of one layer by their folded spellings."""

    def __init__(self, tables: Tables) -> None:
        """Index the tables; no entry is built yet."""
        self.tables = tables
        self.sources = _numbered(tables.sources)
        self.words = _numbered(tables.words.keys)
        self.openings = _numbered(tables.openings.keys)
        self._deletions = dict(tables.deletions or {})
        self._terms: dict[int, Term] = {}
        self._spellings: dict[int, Spelling] = {}

    def term(self, number: int) -> Term:
        """Return a term, the same object every time."""
        found = self._terms.get(number)
        if found is None:
            found = self._terms[number] = Term(self.tables.records.of(number))
        return found

    def terms(self) -> Iterator[Term]:
        """Yield all terms in the order of the file."""
        yield from map(self.term, range(len(self.tables.sources)))

    def spelling(self, number: int) -> Spelling:
        """Return a spelling, the same object every time."""
        found = self._spellings.get(number)
        if found is None:
            tables = self.tables
            above = number - len(tables.sources)
            if above < 0:
                found = Spelling(tables.sources[number], self.term(number), variant=False)
            else:
                term = self.term(tables.variant_terms[above])
                found = Spelling(tables.variants[above], term, variant=True)
            self._spellings[number] = found
        return found

    def word_spellings(self, folded: str) -> Sequence[int]:
        """Return the spellings of one word with a folded form, first come first."""
        return _group(self.tables.words, self.words.get(folded))

    def phrase_spellings(self, folded: str) -> Sequence[int]:
        """Return the spellings of several words with a folded form, first come first."""
        return _group(self.tables.phrases, self._phrases.get(folded))

    def opening_spellings(self, opening: str) -> Sequence[int]:
        """Return the spellings of several words whose first two may be these, see building."""
        return _group(self.tables.openings, self.openings.get(opening))

    def near(self, section: str, hashes: Iterable[int]) -> list[str]:
        """Return the folded forms of the words in a section filed under hashes, and few others."""
        keys = self.tables.words.keys
        try:
            return [keys[number] for number in self.deletions(section).under(hashes)]
        except IndexError:
            # Somebody forged the compiled file, and finds nothing.
            return []

    def deletions(self, section: str) -> Deletions:
        """Return the words in a section by what is left of their beginnings."""
        found = self._deletions.get(section)
        if found is None:
            # Nothing is left to be filed of what was compiled.
            numbers = () if self.tables.deletions is not None else self._sections.get(section, ())
            found = filed(self.tables.words.keys, numbers) if numbers else NONE_FILED
            if numbers:
                self._deletions[section] = found
        return found

    @property
    def sections(self) -> Collection[str]:
        """The names of the sections that `deletions` has words in."""
        stored = self.tables.deletions
        return self._sections.keys() if stored is None else stored.keys()

    @cached_property
    def _sections(self) -> dict[str, list[int]]:
        return self.tables.sections()

    @cached_property
    def _phrases(self) -> dict[str, int]:
        return _numbered(self.tables.phrases.keys)


def _numbered(keys: Sequence[str]) -> dict[str, int]:
    return dict(zip(keys, range(len(keys)), strict=True))


def _group(groups: Groups, at: int | None) -> Sequence[int]:
    return () if at is None else groups.numbers[groups.starts[at] : groups.starts[at + 1]]
