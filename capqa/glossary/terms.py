"""The index of a termbase: which term does this one word spell, in which form?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from capqa.glossary.folding import fold
from capqa.glossary.matching import How
from capqa.glossary.typos import REPLACEMENT, SHORTEST_TERM, TypoIndex, allowed_cost
from capqa.glossary.word_class import WordClass, word_class

if TYPE_CHECKING:
    from collections.abc import Iterable

    from capqa.glossary.entry import Entry
    from capqa.glossary.morphology import Morphology, Reduction

_LOWER_CASE_NOUN = 6
_ATTRIBUTES = (WordClass.ADJECTIVE, WordClass.PARTICIPLE)
_HEADS = (WordClass.NOUN, WordClass.PROPER)
_NOT_A_MODIFIER = (WordClass.PARTICIPLE, WordClass.OTHER)


@dataclass(frozen=True, slots=True)
class Term:
    """All entries of one source, best first, and the spellings they are found by."""

    entries: tuple[Entry, ...]

    @property
    def best(self) -> Entry:
        """The entry to propose."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to spell a term as the glossary has it."""

    text: str
    term: Term
    variant: bool


@dataclass(frozen=True, slots=True)
class Recognised:
    """A single word recognised as a form of a term."""

    spelling: Spelling
    how: How
    inflection: Reduction | None = None
    meant: str = ""


class WordIndex:
    """Finds terms of one word by their folded spelling, their inflected forms and near misses."""

    def __init__(self, spellings: Iterable[Spelling], morphology: Morphology) -> None:
        """File spellings of one word each under their folded form."""
        self.morphology = morphology
        self._spellings: dict[str, list[Spelling]] = {}
        for spelling in spellings:
            self._spellings.setdefault(fold(spelling.text), []).append(spelling)

    def recognise(self, word: str) -> Recognised | None:
        """Return the term a word is a form of, typing mistakes aside, or None."""
        folded = fold(word)
        found = self._spelt(word, folded)
        if found is not None and _same_case(word, found.spelling):
            return found
        # "deutsche" is a form of deutsch before it is Deutsche without its capital, and "Tagen" a
        # form of Tag before it is tagen with one.
        for reduction in self.morphology.reductions(folded):
            inflected = self._inflected(word, reduction)
            if inflected is not None and (found is None or _same_case(word, inflected)):
                return Recognised(inflected, How.INFLECTED, reduction)
        return found

    def attribute(self, word: str) -> Recognised | None:
        """Return the adjective or participle a word is a form of, its capital aside, or None."""
        found = self.recognise(word[:1].lower() + word[1:])
        if found is None or word_class(found.spelling.term.best) not in _ATTRIBUTES:
            return None
        return found

    def modifier(self, folded: str) -> Spelling | None:
        """Return a term that may stand at the front of a compound, by its dictionary form.

        Linking elements are the caller's; only the umlaut of a plural is undone here.
        """
        found = self._first_modifier(folded)
        if found is not None:
            return found
        for reduction in self.morphology.reductions(folded):
            if reduction.umlaut and reduction.ending in ("", "e", "er"):
                found = self._first_modifier(reduction.lemma)
                if found is not None:
                    return found
            elif reduction.ending == "+plural":
                found = self._first_modifier(reduction.lemma)
                if found is not None and word_class(found.term.best) is WordClass.NOUN:
                    return found
        # A modifier may lose its last e: Grenze in Grenzzaun, Sprache in Sprachkurs.
        return self._first_modifier(folded + "e") if len(folded) >= 4 else None

    def head(self, folded: str) -> Recognised | None:
        """Return the noun or name a compound may end in, as if it were a word of its own."""
        if len(folded) < 4:
            return None
        found = self.recognise(folded[:1].upper() + folded[1:])
        if found is None or word_class(found.spelling.term.best) not in _HEADS:
            return None
        return found

    def misspelt(self, word: str) -> Recognised | None:
        """Return the term a word was meant to be; None also when two are equally near."""
        folded = fold(word)
        limit = allowed_cost(folded)
        if len(folded) <= SHORTEST_TERM or limit == 0:
            return None
        best: dict[str, Recognised] = {}
        for form, reduction in self._forms(folded):
            if reduction and reduction.ending.startswith("+"):
                continue
            near, cost = self._typos.nearest(form, limit)
            for spelling in (each for key in near for each in self._spellings[key]):
                if not self._may_be_meant(word, folded, spelling, reduction):
                    continue
                if cost < limit:
                    best, limit = {}, cost
                found = Recognised(spelling, How.TYPO, reduction, spelling.text)
                best.setdefault(spelling.term.best.target, found)
        return next(iter(best.values())) if len(best) == 1 else None

    def nearest_noun(self, folded: str) -> str | None:
        """Return the only noun that a folded one nearly is, in the same form, or None."""
        for form, reduction in self._forms(folded):
            if reduction and (reduction.umlaut or reduction.ending.startswith("+")):
                continue
            near, _ = self._typos.nearest(form, REPLACEMENT)
            nouns = [
                spelling.text
                for key in near
                if key != form
                for spelling in self._spellings[key]
                if word_class(spelling.term.best) is WordClass.NOUN
                and not (
                    reduction and not self.morphology.admits(spelling.term.best, key, reduction)
                )
            ]
            if len(nouns) == 1:
                return nouns[0] + (reduction.ending if reduction else "")
        return None

    def _forms(self, folded: str) -> list[tuple[str, Reduction | None]]:
        reduced = [(each.lemma, each) for each in self.morphology.reductions(folded)]
        return [(folded, None), *reduced]

    @cached_property
    def _typos(self) -> TypoIndex:
        return TypoIndex(self._spellings)

    def _spelt(self, word: str, folded: str) -> Recognised | None:
        spellings = self._spellings.get(folded)
        if not spellings:
            return None
        for spelling in spellings:
            if spelling.text == word:
                return Recognised(spelling, How.VARIANT if spelling.variant else How.EXACT)
        for spelling in spellings:
            if fits_case(word, spelling.text):
                same = spelling.text.casefold() == word.casefold()
                how = How.EXACT if same else How.FOLDED
                return Recognised(spelling, How.VARIANT if spelling.variant else how)
        return None

    def _inflected(self, word: str, reduction: Reduction) -> Spelling | None:
        for spelling in self._spellings.get(reduction.lemma, ()):
            if word[:1].islower() and spelling.text[:1].isupper():
                continue
            if is_acronym(spelling.text) and not word.startswith(spelling.text):
                continue
            if self.morphology.admits(spelling.term.best, reduction.lemma, reduction):
                return spelling
        return None

    def _first_modifier(self, folded: str) -> Spelling | None:
        for spelling in self._spellings.get(folded, ()):
            if word_class(spelling.term.best) not in _NOT_A_MODIFIER and (
                len(folded) > 3 or spelling.text[:1].isupper()
            ):
                return spelling
        return None

    def _may_be_meant(
        self, word: str, folded: str, spelling: Spelling, reduction: Reduction | None
    ) -> bool:
        entry = spelling.term.best
        if spelling.text[:1].isupper() != word[:1].isupper() or is_acronym(spelling.text):
            return False
        if reduction and not self.morphology.admits(entry, fold(spelling.text), reduction):
            return False
        # One letter tells irakisch from iranisch: such words are too alike to guess.
        return word_class(entry) is not WordClass.ADJECTIVE or len(folded) >= 11


def _same_case(word: str, spelling: Spelling) -> bool:
    return word[:1].isupper() == spelling.text[:1].isupper()


def is_acronym(text: str) -> bool:
    """Return whether a word is written in capitals throughout, so that its case carries meaning."""
    return len(text) > 1 and text.isupper()


def fits_case(word: str, spelling: str) -> bool:
    """Return whether a word may be this term although its case differs.

    A capital may open a sentence; but "is" is not IS, and "macht" is not Macht.
    """
    if is_acronym(spelling):
        return len(spelling) >= 4 and word[:1].isupper()
    if is_acronym(word):
        return len(word) >= 4
    if spelling[:1].isupper() and word[:1].islower():
        return len(word) >= _LOWER_CASE_NOUN
    return True
