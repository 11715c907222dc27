"""Terms that are only part of a word: "Bundes-" is federal, "-politik" policy.

As parts of a compound many words mean something else than alone (Bund, Politik), which an editor
says with a hyphen at the open end.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.glossary.folding import fold
from capqa.glossary.terms import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from capqa.glossary.morphology import Morphology
    from capqa.glossary.terms import Recognised, Spelling


def is_combining_form(text: str) -> bool:
    """Return whether a glossary spells a term with an open end: "Bundes-", "-politik"."""
    return text.startswith("-") or text.endswith("-")


class CombiningForms:
    """The combining forms of a termbase, by the end of the compound they stand at."""

    def __init__(self, spellings: Iterable[Spelling], morphology: Morphology) -> None:
        """File spellings by where their hyphen is."""
        self._first: dict[str, Spelling] = {}
        last = []
        for spelling in spellings:
            word = spelling.text.strip("-")
            if spelling.text.startswith("-"):
                last.append(replace(spelling, text=word[:1].upper() + word[1:]))
            else:
                self._first.setdefault(fold(word), spelling)
        self._last = WordIndex(last, morphology)

    def first(self, folded: str) -> Spelling | None:
        """Return the form a folded beginning of a compound is, its linking element included."""
        return self._first.get(folded)

    def last(self, folded: str) -> Recognised | None:
        """Return the form a folded end of a compound is, inflected or not."""
        return self._last.head(folded)
