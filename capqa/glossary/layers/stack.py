"""All layers of a termbase as one: a later layer replaces what earlier ones say of a source."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from capqa.glossary.layers.layer import Layer
    from capqa.glossary.spellings import Spelling, Term


class Stack:
    """The spellings in force, those that win over others of the same fold first.

    A later layer wins; in a layer, one entry's own source wins over another's variant.
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        """Put later layers over earlier ones."""
        self.layers = tuple(layers)
        self._replaced = _replaced(self.layers)
        self._words: dict[str, tuple[Spelling, ...]] = {}

    def __len__(self) -> int:
        """Return the number of entries in force."""
        every = sum(len(layer.tables.records) for layer in self.layers)
        return every - sum(
            len(layer.term(layer.sources[source]).entries)
            for layer, replaced in zip(self.layers, self._replaced, strict=True)
            for source in replaced
        )

    def terms(self) -> Iterator[Term]:
        """Yield the terms in force in the order of the layers and their files."""
        for layer, replaced in zip(self.layers, self._replaced, strict=True):
            for term in layer.terms():
                if term.best.source not in replaced:
                    yield term

    def words(self, folded: str) -> tuple[Spelling, ...]:
        """Return the spellings of one word with a folded form."""
        found = self._words.get(folded)
        if found is None:
            if folded not in self.known_words:
                return ()
            if len(self.layers) == 1:
                layer = self.layers[0]
                found = tuple(map(layer.spelling, layer.word_spellings(folded)))
            else:
                found = self._spellings(lambda layer: layer.word_spellings(folded))
            self._words[folded] = found
        return found

    def spelt(self, folded: str) -> tuple[Spelling, ...]:
        """Return the spellings of one word or several with a folded form."""
        return self._spellings(
            lambda layer: sorted([*layer.word_spellings(folded), *layer.phrase_spellings(folded)])
        )

    def opened_by(self, opening: str) -> tuple[Spelling, ...]:
        """Return the spellings of several words whose first two may be these."""
        return self._spellings(lambda layer: layer.opening_spellings(opening))

    def combining(self) -> tuple[Spelling, ...]:
        """Return the spellings with an open hyphen."""
        return self._spellings(lambda layer: layer.tables.combining)

    def near(self, section: str, hashes: Sequence[int]) -> list[str]:
        """Return the words in a section filed under some hashes, and few others."""
        if len(self.layers) == 1:
            return self.layers[0].near(section, hashes)
        found = {word for layer in self.layers for word in layer.near(section, hashes)}
        return [word for word in found if self.words(word)]

    @cached_property
    def known_words(self) -> dict[str, int] | set[str]:
        """The folded forms of all words, of some replaced ones too."""
        if len(self.layers) == 1:
            return self.layers[0].words
        return set().union(*(layer.words for layer in self.layers))

    @cached_property
    def sections(self) -> frozenset[str]:
        """The sections that `near` finds words in."""
        return frozenset().union(*(layer.sections for layer in self.layers))

    @cached_property
    def openings(self) -> dict[str, int] | set[str]:
        """All keys that `opened_by` knows."""
        if len(self.layers) == 1:
            return self.layers[0].openings
        return set().union(*(layer.openings for layer in self.layers))

    def _spellings(self, numbers: Callable[[Layer], Sequence[int]]) -> tuple[Spelling, ...]:
        return tuple(
            spelling
            for layer, replaced in zip(reversed(self.layers), reversed(self._replaced), strict=True)
            for spelling in map(layer.spelling, numbers(layer))
            if not replaced or spelling.term.best.source not in replaced
        )


def _replaced(layers: Sequence[Layer]) -> list[set[str]]:
    found: list[set[str]] = []
    for at, layer in enumerate(layers):
        replaced: set[str] = set()
        for later in layers[at + 1 :]:
            replaced |= layer.sources.keys() & later.sources.keys()
        found.append(replaced)
    return found
