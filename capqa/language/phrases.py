"""Finds listed phrases in a line: names that every language keeps, and furniture of pages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from capqa.language.lexicon import DATA, mapped_table, mapped_trie
from capqa.language.marks import (
    ENDONYMS,
    FACTS,
    KEPT,
    KINDS,
    LIST_PHRASE_FACTS_NAME,
    LIST_PHRASES_NAME,
    LONGEST_PHRASE,
    TELLING,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


class Phrase(NamedTuple):
    """A listed phrase at words ``first``..``last`` (exclusive) of a line.

    ``alone`` tells that it is an ordinary phrase too, and a name only where nothing touches it;
    ``languages`` are those a telling phrase gives away, as indexes.
    """

    first: int
    last: int
    kind: str
    alone: bool
    languages: tuple[int, ...]


class PhraseTable:
    """The compiled phrases of our lists."""

    def __init__(self, data: Path = DATA) -> None:
        """Map the tables in a folder; raises CapqaError when they have not been built."""
        self._keys = mapped_trie(data / LIST_PHRASES_NAME)
        self._facts = mapped_table(data / LIST_PHRASE_FACTS_NAME)

    def kept(self, words: Sequence[str], openings: Iterable[int]) -> Iterator[Phrase]:
        """Yield names that pages keep, the longest at each of some indexes of folded words."""
        return self._find(KEPT, words, openings)

    def telling(self, words: Sequence[str], openings: Iterable[int]) -> Iterator[Phrase]:
        """Yield phrases that give a language away: furniture, names English translates."""
        return self._find(TELLING, words, openings)

    def may_tell(self, first: str, second: str, target: int) -> bool:
        """Return whether a phrase that tells another language than ``target`` may begin with these
        two folded words; ``second`` is "" at the end of a line.
        """
        alone, both = f"{TELLING}{first} ", f"{TELLING}{first} {second} "
        keys = [alone] if alone in self._keys else []
        return any(
            language not in (0, target + 1)
            for key in (*keys, *self._keys.iterkeys(both))
            for language in self._facts_of(key)[2:]
        )

    def is_kept(self, word: str) -> bool:
        """Return whether a folded word is a name that pages may keep."""
        return f"{KEPT}{word} " in self._keys

    def may_be_kept(self, first: str, second: str) -> bool:
        """Return whether a name of several words may begin with these two folded words."""
        return self._begins(f"{KEPT}{first} {second} ")

    def _facts_of(self, key: str) -> memoryview:
        at = self._keys[key] * FACTS
        return self._facts[at : at + FACTS]

    def _begins(self, words: str) -> bool:
        return next(self._keys.iterkeys(words), None) is not None

    def endonym_length(self, words: Sequence[str], first: int) -> int:
        """Return how many words from an index on are what a language calls itself, 0 for none."""
        return next((found.last - first for found in self._find(ENDONYMS, words, (first,))), 0)

    def _find(self, group: str, words: Sequence[str], openings: Iterable[int]) -> Iterator[Phrase]:
        for first in openings:
            keys = self._keys.prefixes(f"{group}{' '.join(words[first : first + LONGEST_PHRASE])} ")
            if not keys:
                continue
            longest = max(keys, key=len)
            kind, alone, *languages = self._facts_of(longest)
            yield Phrase(
                first,
                first + longest.count(" ") - 1,
                KINDS[kind],
                bool(alone),
                tuple(language - 1 for language in languages if language),
            )


@cache
def shared_phrases() -> PhraseTable:
    """Return the one table of this process."""
    return PhraseTable()
