"""A term, the ways a glossary spells it, and which case a text may spell it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from capqa.glossary.entry import Entry

_LOWER_CASE_NOUN = 6


class Term(NamedTuple):
    """All entries of one source, best first."""

    entries: tuple[Entry, ...]

    @property
    def best(self) -> Entry:
        """The entry to propose."""
        return self.entries[0]


class Spelling(NamedTuple):
    """One way to spell a term as the glossary has it."""

    text: str
    term: Term
    variant: bool


def is_combining_form(text: str) -> bool:
    """Return whether a glossary spells a term with an open end: "Bundes-", "-politik"."""
    return text.startswith("-") or text.endswith("-")


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
