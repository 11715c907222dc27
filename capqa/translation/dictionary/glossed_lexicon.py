"""A lexicon that also knows what a dictionary says of words it does not know itself.

Terms, common words and names keep their meaning; only words that would be left untranslated are
looked up, so that a gloss never contradicts the glossary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.matching import TermMatch
from capqa.glossary.termbase import Termbase
from capqa.translation.lexicon.lexicon import Lexicon, Lexicons
from capqa.translation.word_by_word import read_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.glossary.entry import Entry
    from capqa.translation.dictionary.dictionary import Gloss
    from capqa.translation.lexicon.knowledge import Knowledge


class GlossedLexicon(Lexicon):
    """A lexicon with a dictionary behind it, for one request; see the module.

    ``glossed`` holds the words it had to look up so far, as they stand in the text.
    """

    def __init__(
        self,
        base: Lexicon,
        knowledge: Knowledge,
        look_up: Callable[[str], Gloss | None],
        names: frozenset[str],
    ) -> None:
        """Put ``look_up`` behind a lexicon; ``names`` are those of the page."""
        super().__init__(Termbase(), knowledge, base.source_language, base.target_language)
        self._base = base
        self._look_up = look_up
        self._page_names = names
        self.glossed: dict[str, Gloss] = {}

    def find(self, text: str) -> list[TermMatch]:
        """Return the base's terms and a gloss for each word nobody else knows, in text order."""
        matches = {match.span: match for match in self._base.find(text)}
        for part in read_parts(text, self._base, self._page_names):
            if part.origin != "unknown":
                continue
            word = part.span.of(text)
            gloss = self._look_up(word)
            if gloss is not None:
                self.glossed[word] = gloss
                first, *others = gloss.entries
                matches[part.span] = TermMatch(
                    part.span, first, gloss.how, tuple(others), gloss.inflection
                )
        return [matches[span] for span in sorted(matches)]

    def lookup(self, text: str) -> tuple[Entry, ...]:
        """Return the base's entries of exactly this source."""
        return self._base.lookup(text)

    def is_term(self, entry: Entry) -> bool:
        """Return whether an entry's target is binding; a gloss never is."""
        glosses = (gloss.entries for gloss in self.glossed.values())
        return not any(entry in entries for entries in glosses) and self._base.is_term(entry)

    @property
    def is_empty(self) -> bool:
        """Whether neither terms nor common words are known for the pair."""
        return self._base.is_empty


class GlossedLexicons(Lexicons):
    """The lexicons of one request; they keep what they looked up."""

    def __init__(
        self,
        base: Lexicons,
        knowledge: Knowledge,
        look_up: Callable[[str], Gloss | None],
        names: frozenset[str],
    ) -> None:
        """Put ``look_up`` behind the lexicons; ``names`` are those of the page."""
        super().__init__(Termbase(), knowledge)
        self._base = base
        self._behind = (knowledge, look_up, names)
        self._glossed: dict[tuple[str, str], GlossedLexicon] = {}

    def of(self, source_language: str, target_language: str) -> GlossedLexicon:
        """Return the lexicon of a pair."""
        pair = (source_language, target_language)
        if pair not in self._glossed:
            self._glossed[pair] = GlossedLexicon(self._base.of(*pair), *self._behind)
        return self._glossed[pair]
