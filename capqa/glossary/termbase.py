"""A termbase: the entries of several glossary files as one, and finding their terms in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.combining_forms import CombiningForms, is_combining_form
from capqa.glossary.files import glossary_files, read_glossary
from capqa.glossary.folding import fold
from capqa.glossary.morphology import morphology_of
from capqa.glossary.phrases import PhraseIndex
from capqa.glossary.terms import Spelling, Term, WordIndex, fits_case
from capqa.glossary.word_matches import WordMatcher
from capqa.glossary.words import is_one_word, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from capqa.glossary.entry import Entry
    from capqa.glossary.matching import TermMatch
    from capqa.model import Span


class Termbase:
    """The terms of one language pair; built once, then only asked."""

    def __init__(
        self,
        layers: Iterable[Iterable[Entry]] = (),
        *,
        source_language: str = "de",
        target_language: str = "en",
        place_name: Callable[[str], str | None] | None = None,
        is_word: Callable[[str], bool] | None = None,
    ) -> None:
        """Build the index; a later layer replaces all entries of the same source before it.

        ``place_name`` translates a place name that stands in a compound (Irakkrieg), else None.
        ``is_word`` tells whether a word not in the termbase is spelt right, so that it is no typo.
        """
        self.source_language = source_language
        self.target_language = target_language
        self.extra_paths: tuple[Path, ...] = ()
        by_layer = _layered(layers)
        self._terms = [term for terms in by_layer for term in terms]
        self._spellings_by_fold: dict[str, list[Spelling]] = {}
        single: list[Spelling] = []
        several: list[Spelling] = []
        combining: list[Spelling] = []
        for spelling in _spellings(by_layer):
            if is_combining_form(spelling.text):
                combining.append(spelling)
                continue
            self._spellings_by_fold.setdefault(fold(spelling.text), []).append(spelling)
            (single if is_one_word(spelling.text) else several).append(spelling)
        morphology = morphology_of(source_language)
        self._phrases = PhraseIndex(several, morphology)
        self._matcher = WordMatcher(
            WordIndex(single, morphology),
            CombiningForms(combining, morphology),
            place_name,
            is_word,
        )

    @classmethod
    def load(
        cls,
        source_language: str,
        target_language: str,
        extra_paths: Sequence[Path] = (),
        *,
        place_name: Callable[[str], str | None] | None = None,
        is_word: Callable[[str], bool] | None = None,
    ) -> Termbase:
        """Read the shipped glossaries of a pair and the extra ones, which override them in order.

        Raises ConfigurationError for the first row that cannot be read.
        """
        files = glossary_files(source_language, target_language, extra_paths)
        termbase = cls(
            [read_glossary(path) for path in files],
            source_language=source_language,
            target_language=target_language,
            place_name=place_name,
            is_word=is_word,
        )
        termbase.extra_paths = tuple(extra_paths)
        return termbase

    def for_pair(self, source_language: str, target_language: str) -> Termbase:
        """Return the termbase of a language pair from the same places; this one if it is its own.

        Raises ConfigurationError as `load` does.
        """
        if (source_language, target_language) == (self.source_language, self.target_language):
            return self
        return Termbase.load(source_language, target_language, self.extra_paths)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in force, in the order of their files."""
        return tuple(entry for term in self._terms for entry in term.entries)

    def __len__(self) -> int:
        """Return the number of entries in force."""
        return sum(len(term.entries) for term in self._terms)

    def lookup(self, text: str) -> tuple[Entry, ...]:
        """Return the entries of exactly this source or variant, best first; () when unknown.

        Case and ae/oe/ue spellings are forgiven, inflection and typos are not.
        """
        found = self._spellings_by_fold.get(fold(text), ())
        exact = [spelling for spelling in found if spelling.text == text]
        fitting = exact or [spelling for spelling in found if fits_case(text, spelling.text)]
        return fitting[0].term.entries if fitting else ()

    def find(self, text: str, *, typos: bool = True) -> list[TermMatch]:
        """Return the terms in a text, longest match first come, in text order, never overlapping.

        Without ``typos``, misspelt words are not guessed at. Takes time linear in the text.
        """
        spans = list(words(text))
        matches: list[TermMatch] = []
        position = 0
        while position < len(spans):
            phrase = self._phrases.match(text, spans, position)
            if phrase is not None:
                match, used = phrase
                matches.append(match)
                position += used
                continue
            before_noun = _two_capitalised(text, spans, position)
            matches += self._matcher.match(
                text, spans[position], typos=typos, before_noun=before_noun
            )
            position += 1
        return matches


def _two_capitalised(text: str, spans: Sequence[Span], position: int) -> bool:
    """Return whether a capitalised word stands right before another one, as in a headline."""
    if position + 1 >= len(spans):
        return False
    word, following = spans[position], spans[position + 1]
    return (
        following.start - word.end == 1
        and text[word.end].isspace()
        and text[word.start].isupper()
        and text[following.start].isupper()
    )


def _layered(layers: Iterable[Iterable[Entry]]) -> list[list[Term]]:
    found: list[dict[str, list[Entry]]] = []
    for layer in layers:
        fresh: dict[str, list[Entry]] = {}
        for entry in layer:
            fresh.setdefault(entry.source, []).append(entry)
        for earlier in found:
            for source in earlier.keys() & fresh.keys():
                del earlier[source]
        found.append(fresh)
    return [
        [Term(tuple(sorted(group, key=lambda each: each.rank))) for group in sources.values()]
        for sources in found
    ]


def _spellings(layers: Sequence[Sequence[Term]]) -> Iterable[Spelling]:
    """Yield the spellings of terms, those that win over others of the same fold first.

    A later layer wins; in a layer, one entry's own source wins over another's variant.
    """
    for terms in reversed(layers):
        yield from (Spelling(term.best.source, term, variant=False) for term in terms)
        for term in terms:
            variants = dict.fromkeys(each for entry in term.entries for each in entry.variants)
            for variant in variants:
                if variant != term.best.source and any(True for _ in words(variant)):
                    yield Spelling(variant, term, variant=True)
