"""Finding the term a misspelt word was meant to be, without looking at every term.

Mistakes have a cost: a letter left out, doubled or swapped makes a typo, but a letter replaced
by another often makes another word (Erlebnis, Ergebnis), so that it costs more.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from capqa.glossary.deletions import (
    BEGINNING,
    SHORTEST_WITH_TWO,
    SHORTEST_WORD,
    hashes,
    hashes_of_two,
    section,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

SLIP = 2
"""The cost of a letter left out, put in, or swapped with its neighbour."""

REPLACEMENT = 3
"""The cost of a letter replaced by another."""

LONGEST_WORD = 48
"""The longest word compared, in folded letters: comparing costs the square of it."""

SHORTEST_TERM = SHORTEST_WORD
"""The shortest term that is guessed at, in folded letters: shorter ones resemble too much."""

_REMEMBERED = 4_096


_ALLOWED = [0] * (LONGEST_WORD + 2)
_ALLOWED[SHORTEST_TERM : LONGEST_WORD + 1] = [REPLACEMENT + SLIP] * (
    LONGEST_WORD + 1 - SHORTEST_TERM
)
_ALLOWED[SHORTEST_TERM:SHORTEST_WITH_TWO] = [REPLACEMENT] * (SHORTEST_WITH_TWO - SHORTEST_TERM)
_ALLOWED[SHORTEST_TERM:9] = [SLIP] * (9 - SHORTEST_TERM)


def allowed_cost(word: str) -> int:
    """Return what the mistakes in a folded word may cost for it to be recognised."""
    return _ALLOWED[min(len(word), LONGEST_WORD + 1)]


class TypoIndex:
    """The words of a termbase that a misspelt one may have been meant to be."""

    def __init__(
        self, sections: Container[str], near: Callable[[str, Sequence[int]], list[str]]
    ) -> None:
        """Take the sections, see `deletions`, and what returns the words in one under hashes.

        It may return others too.
        """
        self._sections = sections
        self._near = near
        self._remembered: dict[str, list[str]] = {}

    def holds_any(self, word: str, *, capitalised: bool) -> bool:
        """Return whether any word with the first letter of a folded one may be spelt this way."""
        return section(word[0], capitalised=capitalised) in self._sections

    def nearest(self, word: str, limit: int) -> list[str]:
        """Return the words nearest to a folded word at a cost within limit, alphabetically.

        The first letter must be right.
        """
        limit = min(limit, allowed_cost(word))
        if limit <= 0:
            return []
        candidates = self._candidates(word, limit // SLIP, capitalised=True)
        candidates += self._candidates(word, limit // SLIP, capitalised=False)
        return sorted(_nearest(word, candidates, limit)[0])

    def nearest_spelt(self, word: str, limit: int, *, capitalised: bool) -> tuple[list[str], int]:
        """Return the nearest words that may be spelt with a capital, or without, and their cost.

        None are returned if others are nearer.
        """
        limit = min(limit, allowed_cost(word))
        if limit <= 0:
            return [], 0
        candidates = self._candidates(word, limit // SLIP, capitalised=capitalised)
        if not candidates:
            return [], 0
        best, cost = _nearest(word, candidates, limit)
        if best and cost:
            others = self._candidates(word, (cost - 1) // SLIP, capitalised=not capitalised)
            if _nearest(word, others, cost - 1)[0]:
                return [], 0
        return sorted(best), cost

    def _candidates(self, word: str, most: int, *, capitalised: bool) -> list[str]:
        """Return the words from which one differs by so many mistakes, and others."""
        where = section(word[0], capitalised=capitalised)
        if where not in self._sections:
            return []
        beginning = word[:BEGINNING]
        # All forms a long word may be of share their beginning.
        key = where + beginning
        sharing = self._remembered.get(key)
        if sharing is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            sharing = self._remembered[key] = self._near(where, hashes(beginning))
        if most > 1:
            sharing = [*sharing, *self._near(where, hashes_of_two(beginning, word))]
        if not sharing:
            return sharing
        least, longest = len(word) - most, len(word) + most
        return [each for each in sharing if least <= len(each) <= longest]


def _nearest(word: str, candidates: Iterable[str], limit: int) -> tuple[set[str], int]:
    best: set[str] = set()
    nearest = limit + 1
    letters = frozenset(word)
    # A slip adds or takes away one letter at most, a replacement both: what differs more is refused
    # before its mistakes are looked for.
    most = limit * 2 // REPLACEMENT
    for candidate in candidates:
        if len(letters.symmetric_difference(candidate)) > most:
            continue
        cost = distance(word, candidate, limit)
        if cost < nearest:
            best, nearest, limit = {candidate}, cost, cost
        elif cost == nearest == limit:
            best.add(candidate)
    return best, nearest


def distance(left: str, right: str, limit: int) -> int:
    """Return the least cost of the mistakes between two words, at most limit + 1.

    Fast for a limit of a few mistakes: each is tried where the words begin to differ.
    """
    if left == right:
        return 0
    if limit < SLIP or abs(len(left) - len(right)) * SLIP > limit:
        return limit + 1
    if limit < 2 * SLIP:
        return _one_mistake(left, right, limit)
    if left[:BEGINNING] == right[:BEGINNING]:
        return _mistakes(left[BEGINNING:], right[BEGINNING:], limit)
    return _mistakes.__wrapped__(left, right, limit)


@lru_cache(maxsize=16_384)
def _mistakes(left: str, right: str, limit: int) -> int:
    """Return the same for two mistakes or more; words end alike again and again."""
    at = _first_difference(left, right)
    left, right = left[at:], right[at:]
    if not left or not right:
        return SLIP * (len(left) + len(right))
    mistakes = [(SLIP, left[1:], right), (SLIP, left, right[1:])]
    if left[:2] == right[1::-1]:
        mistakes.append((SLIP, left[2:], right[2:]))
    mistakes.append((REPLACEMENT, left[1:], right[1:]))
    best = limit + 1
    for cost, ours, theirs in mistakes:
        if cost < best:
            best = min(best, cost + distance(ours, theirs, best - 1 - cost))
    return best


def _first_difference(left: str, right: str) -> int:
    at = 0
    for letter, other in zip(left, right, strict=False):
        if letter != other:
            break
        at += 1
    return at


def _one_mistake(left: str, right: str, limit: int) -> int:
    """Return the cost of the only mistake that may be, right where two words begin to differ."""
    half = len(left) // 2
    if left[:half] != right[:half]:
        # The mistake is in this half, so that the other one is right.
        if not right.endswith(left[half + 1 :]):
            return limit + 1
    else:
        left, right = left[half:], right[half:]
    at = _first_difference(left, right)
    left, right = left[at:], right[at:]
    if left[1:] == right or left == right[1:]:
        return SLIP
    if left[:2] == right[1::-1] and left[2:] == right[2:]:
        return SLIP
    if limit >= REPLACEMENT and left[1:] == right[1:]:
        return REPLACEMENT
    return limit + 1
