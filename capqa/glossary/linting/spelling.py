"""When two sources are one term, spelt in two ways that finding terms does not tell apart."""

from __future__ import annotations

from typing import NamedTuple

from capqa.glossary.folding import fold
from capqa.glossary.spellings import is_acronym, is_combining_form


class Spelling(NamedTuple):
    """A source without what makes no difference: hyphens, and ae for ä. Case does make one.

    >>> Spelling.of("Ampel-Koalition") == Spelling.of("Ampelkoalition")
    True
    >>> Spelling.of("Groß-") == Spelling.of("Groß")
    False
    """

    folded: str
    is_capitalised: bool
    is_acronym: bool

    @classmethod
    def of(cls, source: str) -> Spelling:
        """Return the spelling of a source; one with an open hyphen is unlike any other."""
        folded = source if is_combining_form(source) else fold(source)
        return cls(folded, source[:1].isupper(), is_acronym(source))
