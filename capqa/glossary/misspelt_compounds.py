"""Mending a misspelt compound that no glossary lists as a whole: Raketenoffensieve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.compounds import SHORTEST_PART, linked
from capqa.glossary.folding import fold_with_offsets

if TYPE_CHECKING:
    from capqa.glossary.misspellings import Misspellings
    from capqa.glossary.terms import WordIndex

_SHORTEST_COMPOUND = 11
_LONGEST_COMPOUND = 40
_SHORTEST_BEGINNING = 6
_SHORTEST_END = 7


def mended(word: str, folded: str, index: WordIndex, misspellings: Misspellings) -> str | None:
    """Return the compound a word was meant to be, or None.

    One of its two parts must be right, the other nearly a known noun.
    """
    links = index.morphology.linking_elements
    if not links or not _SHORTEST_COMPOUND <= len(folded) <= _LONGEST_COMPOUND:
        return None
    starts = _after_modifiers(folded, links, index)
    for start in range(len(folded) - SHORTEST_PART, SHORTEST_PART, -1):
        tail = folded[start:]
        found = len(tail) >= 4 and index.head(tail) is not None
        if found and start >= _SHORTEST_BEGINNING:
            for link in links:
                stem = folded[:start].removesuffix(link)
                if len(stem) + len(link) != start:
                    continue
                meant = misspellings.nearest_noun(stem)
                if meant is not None:
                    _, offsets = fold_with_offsets(word)
                    return meant + word[offsets[len(stem)] :]
        elif len(tail) >= _SHORTEST_END and start in starts:
            meant = misspellings.nearest_noun(tail)
            if meant is not None:
                _, offsets = fold_with_offsets(word)
                return word[: offsets[start]] + meant[:1].lower() + meant[1:]
    return None


def _after_modifiers(folded: str, links: tuple[str, ...], index: WordIndex) -> set[int]:
    """Return where the second part of a compound may start, the first being a known modifier."""
    last = len(folded) - SHORTEST_PART + 1
    stops = [
        stop
        for stop in index.modifier_stops(folded, 0, last)
        if index.modifier(folded[:stop]) is not None
    ]
    return {start for start, _, _ in linked(folded, stops, links)}
