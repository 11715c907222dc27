"""A memory of pairs: the same text found at once, like texts by comparison, the newest first."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from capqa.translation.memory.similarity import LONGEST, Words, at_most, similarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.memory.pairs import TranslatedPair

LEAST_SIMILARITY: Final = 0.8
"""How alike a text must be to be offered for another."""

_NOT_THE_SAME: Final = 0.99


@dataclass(frozen=True, slots=True)
class Match:
    """A pair found for a text; ``similarity`` is 1 for the same text and below 1 otherwise."""

    pair: TranslatedPair
    similarity: float

    @property
    def exact(self) -> bool:
        """Whether the source is the same text."""
        return self.similarity == 1


class TranslationMemory:
    """Pairs to look texts up in; built once, then only asked."""

    def __init__(self, pairs: Sequence[TranslatedPair]) -> None:
        """Take the pairs, oldest first where their times do not tell."""
        order = sorted(range(len(pairs)), key=lambda at: (pairs[at].time, at), reverse=True)
        self._by_source: dict[str, list[TranslatedPair]] = {}
        for at in order:
            self._by_source.setdefault(_normal(pairs[at].source), []).append(pairs[at])

    def exact(self, text: str, source_language: str, target_language: str) -> list[Match]:
        """Return the pairs of exactly this text, the newest first, each translation once.

        White space and the ways to compose a character do not count, case does.
        """
        found: dict[str, Match] = {}
        for pair in self._by_source.get(_normal(text), ()):
            if pair.serves(source_language, target_language):
                found.setdefault(pair.target, Match(pair, 1.0))
        return list(found.values())

    def similar(
        self,
        text: str,
        source_language: str,
        target_language: str,
        least: float = LEAST_SIMILARITY,
    ) -> list[Match]:
        """Return the pairs of texts that are like this one but not the same, the likest first.

        Of several translations of one text the newest is returned.
        """
        asked = Words.of(_normal(text))
        if not 0 < asked.length <= LONGEST:
            return []
        lengths, known = self._by_length
        start = bisect_left(lengths, asked.length * least)
        end = bisect_right(lengths, asked.length / least)
        found: list[Match] = []
        for words, pairs in known[start:end]:
            if words.text == asked.text or at_most(words, asked) < least:
                continue
            pair = next(
                (each for each in pairs if each.serves(source_language, target_language)), None
            )
            if pair is None:
                continue
            alike = min(similarity(words, asked), _NOT_THE_SAME)
            if alike >= least:
                found.append(Match(pair, alike))
        newest_first = sorted(found, key=lambda match: match.pair.time, reverse=True)
        return sorted(newest_first, key=lambda match: match.similarity, reverse=True)

    @cached_property
    def _by_length(self) -> tuple[list[int], list[tuple[Words, list[TranslatedPair]]]]:
        known = [(Words.of(source), pairs) for source, pairs in self._by_source.items()]
        known = [each for each in known if 0 < each[0].length <= LONGEST]
        known.sort(key=lambda each: each[0].length)
        return [words.length for words, _ in known], known


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
