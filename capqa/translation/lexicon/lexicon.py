"""The lexicon of one language pair: glossary terms, common words and places, found in a text."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from capqa.glossary.files import read_glossary
from capqa.glossary.termbase import Termbase
from capqa.translation.lexicon.knowledge import compiled

if TYPE_CHECKING:
    from capqa.glossary.entry import Entry
    from capqa.glossary.matching import TermMatch
    from capqa.translation.lexicon.knowledge import Knowledge

# Occurrences per word of running text.
_NO_SLIP: Final = 3e-7
# English texts name Germans now and then, but use German words far more seldom than Germans do:
# Steinmeier is 70 times as common in German texts, Eisbrecher 850 times.
_SHARE_OF_NAMES: Final = 75
_COMMON_DOMAINS: Final = frozenset({"general", "time"})
_COMMON_WORDS: Final = Path(__file__).parent / "common"


class Lexicon:
    """All words known for a pair; a term of the termbase replaces a common word of its spelling."""

    def __init__(
        self, termbase: Termbase, knowledge: Knowledge, source_language: str, target_language: str
    ) -> None:
        """Take the termbase's terms for the pair; nothing is read before the first question."""
        self.source_language = source_language
        self.target_language = target_language
        self._termbase = termbase
        self._knowledge = knowledge
        self._places: dict[str, str | None] = {}

    def find(self, text: str) -> list[TermMatch]:
        """Return the terms and common words in a text, as `Termbase.find` does."""
        return self._merged.find(text)

    def lookup(self, text: str) -> tuple[Entry, ...]:
        """Return the entries of exactly this source, as `Termbase.lookup` does."""
        return self._merged.lookup(text)

    def is_term(self, entry: Entry) -> bool:
        """Return whether an entry's target is binding.

        It is unless the word is from our common words or of a glossary's domain "general".
        """
        return entry.domain not in _COMMON_DOMAINS and entry not in self._common_entries

    @property
    def is_empty(self) -> bool:
        """Whether neither terms nor common words are known for the pair."""
        return not len(self._merged)

    def place_name(self, name: str) -> str | None:
        """Return the name a place has in the target language, None for what is no known place."""
        if name not in self._places:
            if len(self._places) > 16_384:
                self._places.clear()
            self._places[name] = self._knowledge.place_name(
                name, self.source_language, self.target_language
            )
        return self._places[name]

    def is_source_word(self, word: str) -> bool:
        """Return whether a word is common enough in the source language to be no slip."""
        frequency = self._knowledge.frequency(word, self.source_language)
        if frequency:
            return frequency >= _NO_SLIP
        return self._knowledge.is_compound(word, self.source_language)

    def is_only_source_word(self, word: str) -> bool:
        """Return whether a word belongs to the source language and not to the target's texts."""
        native = self._knowledge.frequency(word, self.source_language)
        shared = self._knowledge.frequency(word, self.target_language)
        if not native and not shared:
            # Zwergpinguine stands in no list, but its parts do: people are not called so.
            return self._knowledge.is_compound(word, self.source_language)
        return native > _SHARE_OF_NAMES * shared

    def is_shared_word(self, word: str) -> bool:
        """Return whether texts in the target language use the word too, as they do names."""
        known = self._knowledge.frequency(word, self.target_language) > 0
        return known and not self.is_only_source_word(word)

    def is_target_word(self, word: str) -> bool:
        """Return whether a word belongs to the target language rather than to the source."""
        return self._knowledge.frequency(word, self.target_language) > max(
            _NO_SLIP, self._knowledge.frequency(word, self.source_language)
        )

    def is_commoner(self, word: str, other: str) -> bool:
        """Return whether one word of the source language is more common than another."""
        source = self.source_language
        return self._knowledge.frequency(word, source) > self._knowledge.frequency(other, source)

    def is_person_name(self, word: str) -> bool:
        """Return whether people are called so."""
        return self._knowledge.is_person_name(word)

    @cached_property
    def _merged(self) -> Termbase:
        terms = self._termbase.for_pair(self.source_language, self.target_language)
        return Termbase(
            [self._common_entries, terms.entries],
            source_language=self.source_language,
            target_language=self.target_language,
            place_name=self.place_name,
            is_word=self.is_source_word,
        )

    @cached_property
    def _common_entries(self) -> dict[Entry, None]:
        path = _COMMON_WORDS / f"common.{self.source_language}-{self.target_language}.csv"
        return dict.fromkeys(read_glossary(path)) if path.is_file() else {}


class Lexicons:
    """The lexicons of all pairs asked for so far, over one termbase."""

    def __init__(self, termbase: Termbase, knowledge: Knowledge) -> None:
        """Create no lexicon yet."""
        self._termbase = termbase
        self._knowledge = knowledge
        self._lexicons: dict[tuple[str, str], Lexicon] = {}

    def of(self, source_language: str, target_language: str) -> Lexicon:
        """Return the lexicon of a pair.

        Its first question raises ConfigurationError when a glossary file of the pair is broken.
        """
        pair = (source_language, target_language)
        if pair not in self._lexicons:
            self._lexicons[pair] = Lexicon(self._termbase, self._knowledge, *pair)
        return self._lexicons[pair]


_SHARED: WeakKeyDictionary[Termbase, Lexicons] = WeakKeyDictionary()


def lexicons_of(termbase: Termbase) -> Lexicons:
    """Return the lexicons over a termbase and the compiled knowledge, one for all who ask."""
    if termbase not in _SHARED:
        _SHARED[termbase] = Lexicons(termbase, compiled())
    return _SHARED[termbase]
