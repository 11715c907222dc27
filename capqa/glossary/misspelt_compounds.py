"""Mending a misspelt compound that no glossary lists as a whole: Friedenskonferrenz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.compounds import LONGEST_COMPOUND, SHORTEST_PART

if TYPE_CHECKING:
    from capqa.glossary.terms import WordIndex

_SHORTEST_COMPOUND = 11
_SHORTEST_MISSPELT = 6


def mended(word: str, index: WordIndex) -> str | None:
    """Return the folded compound a folded word was meant to be, or None.

    One of its two parts must be right, the other one mistake away from a known word.
    """
    links = index.morphology.linking_elements
    if not links or not _SHORTEST_COMPOUND <= len(word) <= LONGEST_COMPOUND:
        return None
    for start in range(len(word) - SHORTEST_PART, SHORTEST_PART, -1):
        tail = word[start:]
        found = len(tail) >= 4 and index.head(tail) is not None
        if found and start >= _SHORTEST_MISSPELT:
            for link in links:
                stem = word[:start].removesuffix(link)
                if len(stem) + len(link) != start:
                    continue
                meant = index.nearest_noun(stem)
                if meant is not None:
                    return meant + link + tail
        elif len(tail) >= _SHORTEST_MISSPELT and _is_modifier(word[:start], links, index):
            meant = index.nearest_noun(tail)
            if meant is not None:
                return word[:start] + meant
    return None


def _is_modifier(text: str, links: tuple[str, ...], index: WordIndex) -> bool:
    for link in links:
        stem = text.removesuffix(link)
        fits = len(stem) + len(link) == len(text) and len(stem) >= SHORTEST_PART
        if fits and index.modifier(stem) is not None:
            return True
    return False
