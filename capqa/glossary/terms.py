"""The index of a termbase: which term does this one word spell, in which form?"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from capqa.glossary.compounds import SHORTEST_PART
from capqa.glossary.folding import fold
from capqa.glossary.matching import How
from capqa.glossary.spellings import fits_case, is_acronym
from capqa.glossary.word_class import WordClass, word_class

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from capqa.glossary.morphology import Morphology, Reduction
    from capqa.glossary.spellings import Spelling

_REMEMBERED = 32_768
_ATTRIBUTES = (WordClass.ADJECTIVE, WordClass.PARTICIPLE)
_HEADS = (WordClass.NOUN, WordClass.PROPER)
_NOT_A_MODIFIER = (WordClass.PARTICIPLE, WordClass.OTHER)


class Recognised(NamedTuple):
    """A single word recognised as a form of a term."""

    spelling: Spelling
    how: How
    inflection: Reduction | None = None
    meant: str = ""


class WordIndex:
    """Finds terms of one word by their folded spelling and their inflected forms."""

    def __init__(
        self,
        spellings: Callable[[str], Sequence[Spelling]],
        known: Collection[str],
        morphology: Morphology,
    ) -> None:
        """Take what returns the spellings of one word under a folded form, and those that have any.

        Of those known, some may have no spelling.
        """
        self.morphology = morphology
        self.spellings = spellings
        self._known = known
        self._last = ""
        self._reduced: Iterable[Reduction] = ()
        self._heads: dict[str, Recognised | None] = {}
        self._modifiers: dict[str, Spelling | None] = {}

    def recognise(self, word: str, folded: str) -> Recognised | None:
        """Return the term a word is a form of, typing mistakes aside, or None."""
        if not word.isascii():
            word = normalize("NFC", word)
        found = self._spelt(word, folded) if folded in self._known else None
        if found is not None and _same_case(word, found.spelling):
            return found
        # "deutsche" is a form of deutsch before it is Deutsche without its capital, and "Tagen" a
        # form of Tag before it is tagen with one.
        for reduction in self._known_reductions(folded):
            inflected = self._inflected(word, reduction)
            if inflected is not None and (found is None or _same_case(word, inflected)):
                return Recognised(inflected, How.INFLECTED, reduction)
        return found

    def attribute(self, word: str) -> Recognised | None:
        """Return the adjective or participle a word is a form of, its capital aside, or None."""
        word = word[:1].lower() + word[1:]
        found = self.recognise(word, fold(word))
        if found is None or word_class(found.spelling.term.best) not in _ATTRIBUTES:
            return None
        return found

    def modifier(self, folded: str) -> Spelling | None:
        """Return a term that may stand at the front of a compound, by its dictionary form.

        Linking elements are the caller's; only the umlaut of a plural is undone here.
        """
        # The parts of compounds recur from word to word.
        try:
            return self._modifiers[folded]
        except KeyError:
            found = self._modifier(folded)
        if len(self._modifiers) >= _REMEMBERED:
            self._modifiers.clear()
        self._modifiers[folded] = found
        return found

    def modifier_stops(self, word: str, start: int, last: int) -> list[int]:
        """Return where before ``last`` the modifiers that start at a place of a word may end."""
        stops = range(start + SHORTEST_PART, last)
        known = self._modifying
        plural_ends = self.morphology.plural_ends(word)
        if plural_ends:
            modifier = self.modifier
            return [
                stop
                for stop in stops
                if (text := word[start:stop]) in known
                or (stop in plural_ends and modifier(text) is not None)
            ]
        return [stop for stop in stops if word[start:stop] in known]

    @cached_property
    def _modifying(self) -> frozenset[str]:
        """The known words, and what is left of them without an e: all that may be a modifier.

        Except for plurals.
        """
        return frozenset(self._known).union(word[:-1] for word in self._known if word[-1:] == "e")

    def head(self, folded: str) -> Recognised | None:
        """Return the noun or name a compound may end in, as if it were a word of its own."""
        if len(folded) < 4:
            return None
        try:
            return self._heads[folded]
        except KeyError:
            word = folded[:1].upper() + folded[1:]
            found = self.recognise(word, folded if word.isascii() else fold(word))
        if found is not None and word_class(found.spelling.term.best) not in _HEADS:
            found = None
        if len(self._heads) >= _REMEMBERED:
            self._heads.clear()
        self._heads[folded] = found
        return found

    def _modifier(self, folded: str) -> Spelling | None:
        found = self._first_modifier(folded)
        if found is not None:
            return found
        for reduction in self.morphology.modifier_reductions(folded):
            found = self._first_modifier(reduction.lemma)
            if found is not None and (
                reduction.umlaut or word_class(found.term.best) is WordClass.NOUN
            ):
                return found
        # A modifier may lose its last e: Grenze in Grenzzaun, Sprache in Sprachkurs.
        return self._first_modifier(folded + "e") if len(folded) >= 4 else None

    def _known_reductions(self, folded: str) -> Iterable[Reduction]:
        # A word may be asked for with a capital and without, one after the other.
        if folded != self._last:
            self._reduced = self.morphology.known_reductions(folded, self._known)
            self._last = folded
        return self._reduced

    def _spelt(self, word: str, folded: str) -> Recognised | None:
        spellings = self.spellings(folded)
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
        for spelling in self.spellings(reduction.lemma):
            if word[:1].islower() and spelling.text[:1].isupper():
                continue
            if is_acronym(spelling.text) and not word.startswith(spelling.text):
                continue
            if self.morphology.admits(spelling.term.best, reduction.lemma, reduction):
                return spelling
        return None

    def _first_modifier(self, folded: str) -> Spelling | None:
        if folded not in self._known:
            return None
        for spelling in self.spellings(folded):
            if word_class(spelling.term.best) not in _NOT_A_MODIFIER and (
                len(folded) > 3 or spelling.text[:1].isupper()
            ):
                return spelling
        return None


def _same_case(word: str, spelling: Spelling) -> bool:
    return word[:1].isupper() == spelling.text[:1].isupper()
