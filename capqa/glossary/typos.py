"""Finding the term a misspelt word was meant to be, without looking at every term.

Mistakes have a cost: a letter left out, doubled or swapped makes a typo, but a letter replaced
by another often makes another word (Erlebnis, Ergebnis), so that it costs more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.deletions import BEGINNING, SHORTEST_WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SLIP = 2
"""The cost of a letter left out, put in, or swapped with its neighbour."""

REPLACEMENT = 3
"""The cost of a letter replaced by another."""

LONGEST_WORD = 48
"""The longest word compared, in folded letters: comparing costs the square of it."""

SHORTEST_TERM = SHORTEST_WORD
"""The shortest term that is guessed at, in folded letters: shorter ones resemble too much."""

_TWO_SLIPS = 11
_REMEMBERED = 4_096


def allowed_cost(word: str) -> int:
    """Return what the mistakes in a folded word may cost for it to be recognised."""
    if not SHORTEST_TERM <= len(word) <= LONGEST_WORD:
        return 0
    if len(word) < 9:
        return SLIP
    return REPLACEMENT if len(word) < _TWO_SLIPS else REPLACEMENT + SLIP


class TypoIndex:
    """The words of a termbase that a misspelt one may have been meant to be."""

    def __init__(self, near: Callable[[str, int], Iterable[str]]) -> None:
        """Take what returns the words whose beginning differs from one by at most so many letters.

        It may return others too.
        """
        self._near = near
        self._remembered: dict[tuple[str, int], dict[int, list[str]]] = {}

    def nearest(self, word: str, limit: int) -> tuple[list[str], int]:
        """Return the words nearest to a folded word at a cost within limit, and this cost.

        They are in alphabetical order. The first letter must be right.
        """
        limit = min(limit, allowed_cost(word))
        if limit <= 0:
            return [], 0
        most = limit // SLIP
        best: list[str] = []
        nearest = limit + 1
        by_length = self._candidates(word[:BEGINNING], most)
        for length in range(len(word) - most, len(word) + most + 1):
            for candidate in by_length.get(length, ()):
                cost = distance(word, candidate, min(nearest, limit))
                if cost < nearest:
                    best, nearest = [candidate], cost
                elif cost == nearest <= limit:
                    best.append(candidate)
        return sorted(best), nearest

    def _candidates(self, beginning: str, most: int) -> dict[int, list[str]]:
        # All forms a long word may be of share their beginning.
        key = beginning, most
        found = self._remembered.get(key)
        if found is None:
            found = {}
            for word in self._near(beginning, most):
                found.setdefault(len(word), []).append(word)
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = found
        return found


def distance(left: str, right: str, limit: int) -> int:
    """Return the least cost of the mistakes between two words, at most limit + 1.

    Fast for a limit of a few mistakes: each is tried where the words begin to differ.
    """
    if left == right:
        return 0
    if limit < SLIP or abs(len(left) - len(right)) * SLIP > limit:
        return limit + 1
    at = 0
    for letter, other in zip(left, right, strict=False):
        if letter != other:
            break
        at += 1
    left, right = left[at:], right[at:]
    if not left or not right:
        return SLIP * (len(left) + len(right))
    if limit < 2 * SLIP:
        return _one_mistake(left, right, limit)
    mistakes = [(SLIP, left[1:], right), (SLIP, left, right[1:])]
    if left[:2] == right[1::-1]:
        mistakes.append((SLIP, left[2:], right[2:]))
    mistakes.append((REPLACEMENT, left[1:], right[1:]))
    best = limit + 1
    for cost, ours, theirs in mistakes:
        if cost < best:
            best = min(best, cost + distance(ours, theirs, best - 1 - cost))
    return best


def _one_mistake(left: str, right: str, limit: int) -> int:
    """Return the cost of the only mistake that may be, right where two words begin to differ."""
    if left[1:] == right or left == right[1:]:
        return SLIP
    if left[:2] == right[1::-1] and left[2:] == right[2:]:
        return SLIP
    if limit >= REPLACEMENT and left[1:] == right[1:]:
        return REPLACEMENT
    return limit + 1
