"""A termbase: the entries of several glossary files as one, and finding their terms in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.combining_forms import CombiningForms
from capqa.glossary.entries import Entries
from capqa.glossary.files import glossary_files
from capqa.glossary.folding import fold
from capqa.glossary.layers.building import build
from capqa.glossary.layers.cache import load_layer
from capqa.glossary.layers.layer import Layer
from capqa.glossary.layers.stack import Stack
from capqa.glossary.misspellings import Misspellings
from capqa.glossary.morphology import morphology_of
from capqa.glossary.phrases import PhraseIndex
from capqa.glossary.spellings import fits_case
from capqa.glossary.terms import WordIndex
from capqa.glossary.typos import TypoIndex
from capqa.glossary.word_matches import WordMatcher, shifted
from capqa.glossary.words import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from capqa.glossary.entry import Entry
    from capqa.glossary.matching import TermMatch
    from capqa.glossary.morphology import Morphology


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

        A layer that is another termbase's `entries` is taken over with its index and its own
        layers. ``place_name`` translates a place name that stands in a compound (Irakkrieg), else
        None. ``is_word`` tells whether a word not in the termbase is spelt right, so that it is no
        typo.
        """
        self.source_language = source_language
        self.target_language = target_language
        self.extra_paths: tuple[Path, ...] = ()
        morphology = morphology_of(source_language)
        self._stack = Stack(list(_layers(layers, source_language, morphology)))
        index = WordIndex(self._stack.words, self._stack.known_words, morphology)
        self._phrases = PhraseIndex(self._stack.openings, self._stack.opened_by, morphology)
        self._matcher = WordMatcher(
            index,
            CombiningForms(self._stack.combining(), morphology),
            Misspellings(index, TypoIndex(self._stack.sections, self._stack.near)),
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

        What was read before is kept compiled in the user's cache folder, see layers.cache.

        Raises ConfigurationError for the first row that cannot be read.
        """
        files = glossary_files(source_language, target_language, extra_paths)
        termbase = cls(
            [
                Entries(Stack([load_layer(path, source_language)]), source_language)
                for path in files
            ],
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
    def entries(self) -> Entries:
        """All entries in force, in the order of their files; each is made when it is read."""
        return Entries(self._stack, self.source_language)

    def __len__(self) -> int:
        """Return the number of entries in force."""
        return len(self._stack)

    def lookup(self, text: str) -> tuple[Entry, ...]:
        """Return the entries of exactly this source or variant, best first; () when unknown.

        Case and ae/oe/ue spellings are forgiven, inflection and typos are not.
        """
        found = self._stack.spelt(fold(text))
        exact = [spelling for spelling in found if spelling.text == text]
        fitting = exact or [spelling for spelling in found if fits_case(text, spelling.text)]
        return fitting[0].term.entries if fitting else ()

    def find(self, text: str, *, typos: bool = True) -> list[TermMatch]:
        """Return the terms in a text, longest match first come, in text order, never overlapping.

        Without ``typos``, misspelt words are not guessed at. Takes time linear in the text.
        """
        line = Line(text)
        matcher = self._matcher.misspelt if typos else self._matcher.well_spelt
        openings = self._phrases.openings(line)
        matches: list[TermMatch] = []
        following = 0
        for position, word in enumerate(line.words):
            if position < following:
                continue
            if position in openings:
                phrase = self._phrases.match(line, position, openings[position])
                if phrase is not None:
                    match, used = phrase
                    matches.append(match)
                    following = position + used
                    continue
            found = None
            if word[0].isupper() and _before_capital(line, position):
                found = self._matcher.attribute(word)
            if found is None:
                found = matcher(word)
            if found:
                start = line.starts[position]
                matches += [shifted(match, start) for match in found]
        return matches


def _before_capital(line: Line, position: int) -> bool:
    """Return whether a word stands right before a capitalised one."""
    gap = line.gaps[position + 1]
    return (
        len(gap) == 1
        and gap.isspace()
        and position + 1 < len(line.words)
        and line.words[position + 1][0].isupper()
    )


def _layers(
    layers: Iterable[Iterable[Entry]], source_language: str, morphology: Morphology
) -> Iterator[Layer]:
    for layer in layers:
        if isinstance(layer, Entries) and layer.source_language == source_language:
            yield from layer.stack.layers
        else:
            yield Layer(build(layer, morphology))
