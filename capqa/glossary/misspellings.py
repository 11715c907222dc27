"""Finding the terms of one word that a misspelt word may have been meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.folding import fold
from capqa.glossary.matching import How
from capqa.glossary.spellings import is_acronym
from capqa.glossary.terms import Recognised
from capqa.glossary.typos import REPLACEMENT, SHORTEST_TERM, allowed_cost
from capqa.glossary.word_class import WordClass, word_class

if TYPE_CHECKING:
    from capqa.glossary.morphology import Reduction
    from capqa.glossary.spellings import Spelling
    from capqa.glossary.terms import WordIndex
    from capqa.glossary.typos import TypoIndex


class Misspellings:
    """Mends words by the terms of an index, in any of their forms."""

    def __init__(self, index: WordIndex, typos: TypoIndex) -> None:
        """Guess at the terms of an index by their typos."""
        self._index = index
        self._typos = typos

    def misspelt(self, word: str, folded: str) -> Recognised | None:
        """Return the term a word was meant to be; None also when two are equally near."""
        limit = allowed_cost(folded)
        if len(folded) <= SHORTEST_TERM or limit == 0:
            return None
        capitalised = word[:1].isupper()
        if not self._typos.holds_any(folded, capitalised=capitalised):
            return None
        best: dict[str, Recognised] = {}
        for form, reduction in self._forms(folded):
            near, cost = self._typos.nearest_spelt(form, limit, capitalised=capitalised)
            for spelling in (each for key in near for each in self._index.spellings(key)):
                if not self._may_be_meant(word, folded, spelling, reduction):
                    continue
                if cost < limit:
                    best, limit = {}, cost
                found = Recognised(spelling, How.TYPO, reduction, spelling.text)
                best.setdefault(spelling.term.best.target, found)
        return next(iter(best.values())) if len(best) == 1 else None

    def nearest_noun(self, folded: str) -> str | None:
        """Return the only noun that a folded one nearly is, in the same form, or None."""
        admits = self._index.morphology.admits
        for form, reduction in self._forms(folded):
            if reduction and reduction.umlaut:
                continue
            nouns = [
                spelling.text
                for key in self._typos.nearest(form, REPLACEMENT)
                if key != form
                for spelling in self._index.spellings(key)
                if word_class(spelling.term.best) is WordClass.NOUN
                and (reduction is None or admits(spelling.term.best, key, reduction))
            ]
            if len(nouns) == 1:
                return nouns[0] + (reduction.ending if reduction else "")
        return None

    def _forms(self, folded: str) -> list[tuple[str, Reduction | None]]:
        reduced = [(each.lemma, each) for each in self._index.morphology.plain_reductions(folded)]
        return [(folded, None), *reduced]

    def _may_be_meant(
        self, word: str, folded: str, spelling: Spelling, reduction: Reduction | None
    ) -> bool:
        entry = spelling.term.best
        if spelling.text[:1].isupper() != word[:1].isupper() or is_acronym(spelling.text):
            return False
        if reduction and not self._index.morphology.admits(entry, fold(spelling.text), reduction):
            return False
        # One letter tells irakisch from iranisch: such words are too alike to guess.
        return word_class(entry) is not WordClass.ADJECTIVE or len(folded) >= 11
