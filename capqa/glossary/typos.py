"""Finding the term a misspelt word was meant to be, without looking at every term.

Mistakes have a cost: a letter left out, doubled or swapped makes a typo, but a letter replaced
by another often makes another word (Erlebnis, Ergebnis), so that it costs more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.deletions import BEGINNING, SHORTEST_WORD

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def __init__(self, near: Callable[[str, int], list[str]]) -> None:
        """Take what returns the words whose beginning differs from one by at most so many letters.

        It may return others too, in alphabetical order.
        """
        self._near = near
        self._remembered: dict[tuple[str, int], list[str]] = {}

    def nearest(self, word: str, limit: int) -> tuple[list[str], int]:
        """Return the words nearest to a folded word at a cost within limit, and this cost.

        The first letter must be right.
        """
        limit = min(limit, allowed_cost(word))
        if limit <= 0:
            return [], 0
        most = limit // SLIP
        best: list[str] = []
        nearest = limit + 1
        for candidate in self._candidates(word[:BEGINNING], most):
            if abs(len(candidate) - len(word)) > most:
                continue
            cost = distance(word, candidate, min(nearest, limit))
            if cost < nearest:
                best, nearest = [candidate], cost
            elif cost == nearest <= limit:
                best.append(candidate)
        return best, nearest

    def _candidates(self, beginning: str, most: int) -> list[str]:
        # All forms a long word may be of share their beginning.
        key = beginning, most
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[key] = self._near(beginning, most)
        return found


def distance(left: str, right: str, limit: int) -> int:
    """Return the least cost of the mistakes between two words, at most limit + 1."""
    if left == right:
        return 0
    if abs(len(left) - len(right)) * SLIP > limit:
        return limit + 1
    left, right = _differing(left, right)
    if not left or not right:
        return min(SLIP * (len(left) + len(right)), limit + 1)
    before: list[int] = []
    previous = list(range(0, (len(right) + 1) * SLIP, SLIP))
    for row, letter in enumerate(left, 1):
        current = [row * SLIP]
        for column, other in enumerate(right, 1):
            cost = previous[column - 1]
            if letter != other:
                cost = min(cost + REPLACEMENT, previous[column] + SLIP, current[-1] + SLIP)
                if (
                    row > 1
                    and column > 1
                    and letter == right[column - 2]
                    and left[row - 2] == other
                ):
                    cost = min(cost, before[column - 2] + SLIP)
            current.append(cost)
        if min(current) > limit and min(previous) > limit - SLIP:
            return limit + 1
        before, previous = previous, current
    return min(previous[-1], limit + 1)


def _differing(left: str, right: str) -> tuple[str, str]:
    """Return two words without what they begin and end with alike: mistakes lie between."""
    shorter = min(len(left), len(right))
    start = 0
    while start < shorter and left[start] == right[start]:
        start += 1
    end = 0
    while end < shorter - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return left[start : len(left) - end], right[start : len(right) - end]
