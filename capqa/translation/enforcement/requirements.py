"""All a translation of a text must keep: glossary terms, places, certain names, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.enforcement.terms import RequiredTerm, required_terms
from capqa.translation.grammar.names import TAKEN_FOR_A_NAME
from capqa.translation.word_by_word import read_parts

if TYPE_CHECKING:
    from capqa.translation.lexicon.lexicon import Lexicon

_KEPT: Final = frozenset({"exonym", "name", "kept"})


def requirements(
    text: str, lexicon: Lexicon, page_names: frozenset[str]
) -> tuple[RequiredTerm, ...]:
    """Return the requirements in text order, never overlapping; terms go before names."""
    terms = required_terms(text, lexicon)
    found = list(terms)
    covered = bytearray(len(text))
    for term in terms:
        covered[term.span.start : term.span.end] = b"\x01" * len(term.span)
    for part in read_parts(text, lexicon, page_names):
        certain = part.origin in _KEPT and part.detail != TAKEN_FOR_A_NAME
        free = covered.find(1, part.span.start, part.span.end) < 0
        if certain and free and part.target:
            source = part.span.of(text)
            if any(map(str.isalpha, source)):
                found.append(RequiredTerm(part.span, source, (part.target,), is_proper=True))
    return tuple(sorted(found, key=lambda term: term.span))
