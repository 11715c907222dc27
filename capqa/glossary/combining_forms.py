"""Terms that are only part of a word: "Bundes-" is federal, "-politik" policy.

As parts of a compound many words mean something else than alone (Bund, Politik), which an editor
says with a hyphen at the open end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.folding import fold
from capqa.glossary.terms import WordIndex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from capqa.glossary.morphology import Morphology
    from capqa.glossary.spellings import Spelling
    from capqa.glossary.terms import Recognised


class CombiningForms:
    """The combining forms of a termbase, by the end of the compound they stand at."""

    def __init__(self, spellings: Iterable[Spelling], morphology: Morphology) -> None:
        """File spellings by where their hyphen is."""
        self._first: dict[str, Spelling] = {}
        last: dict[str, list[Spelling]] = {}
        for spelling in spellings:
            word = spelling.text.strip("-")
            if spelling.text.startswith("-"):
                capitalised = spelling._replace(text=word[:1].upper() + word[1:])
                last.setdefault(fold(word), []).append(capitalised)
            else:
                self._first.setdefault(fold(word), spelling)
        self._any_last = bool(last)
        self._last = WordIndex(lambda folded: last.get(folded, ()), last, morphology)

    @property
    def beginnings(self) -> Collection[str]:
        """What `first` knows."""
        return self._first.keys()

    def first(self, folded: str) -> Spelling | None:
        """Return the form a folded beginning of a compound is, its linking element included."""
        return self._first.get(folded)

    def last(self, folded: str) -> Recognised | None:
        """Return the form a folded end of a compound is, inflected or not."""
        return self._last.head(folded) if self._any_last else None
