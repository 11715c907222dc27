"""Finding the term a misspelt word was meant to be, without looking at every term.

Every term is filed under what remains of its beginning after up to two letters are left out; a
misspelt word shares one of these keys with the term it was meant to be (Wolf Garbe's SymSpell).
Mistakes have a cost: a letter left out, doubled or swapped makes a typo, but a letter replaced
by another often makes another word (Erlebnis, Ergebnis), so that it costs more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SLIP = 2
"""The cost of a letter left out, put in, or swapped with its neighbour."""

REPLACEMENT = 3
"""The cost of a letter replaced by another."""

LONGEST_WORD = 48
"""The longest word compared, in folded letters: comparing costs the square of it."""

SHORTEST_TERM = 6
"""The shortest term that is guessed at, in folded letters: shorter ones resemble too much."""

_PREFIX = 8
_TWO_SLIPS = 11


def allowed_cost(word: str) -> int:
    """Return what the mistakes in a folded word may cost for it to be recognised."""
    if not SHORTEST_TERM <= len(word) <= LONGEST_WORD:
        return 0
    if len(word) < 9:
        return SLIP
    return REPLACEMENT if len(word) < _TWO_SLIPS else REPLACEMENT + SLIP


class TypoIndex:
    """The words of a termbase, by what is left of their beginnings."""

    def __init__(self, words: Iterable[str]) -> None:
        """Note folded words; they are filed when first asked for."""
        self._words: dict[str, list[str]] = {}
        for word in words:
            if len(word) >= SHORTEST_TERM:
                self._words.setdefault(word[0], []).append(word)
        self._files: dict[str, dict[str, list[str]]] = {}

    def nearest(self, word: str, limit: int) -> tuple[list[str], int]:
        """Return the words nearest to a folded word at a cost within limit, and this cost.

        The first letter must be right: it hardly ever is the mistake, and rhymes are other words.
        """
        limit = min(limit, allowed_cost(word))
        if limit <= 0:
            return [], 0
        most = limit // SLIP
        file = self._file(word[0])
        candidates = {
            candidate
            for key in _deletions(word, most)
            for candidate in file.get(key, ())
            if abs(len(candidate) - len(word)) <= most
        }
        best: list[str] = []
        nearest = limit + 1
        for candidate in sorted(candidates):
            cost = distance(word, candidate, min(nearest, limit))
            if cost < nearest:
                best, nearest = [candidate], cost
            elif cost == nearest <= limit:
                best.append(candidate)
        return best, nearest

    def _file(self, letter: str) -> dict[str, list[str]]:
        file = self._files.get(letter)
        if file is None:
            file = self._files[letter] = {}
            for word in self._words.get(letter, ()):
                for key in _deletions(word, 2 if len(word) >= _TWO_SLIPS - 2 else 1):
                    file.setdefault(key, []).append(word)
        return file


def _deletions(word: str, most: int) -> set[str]:
    prefix = word[:_PREFIX]
    keys = {prefix}
    level = {prefix}
    for _ in range(most):
        level = {key[:at] + key[at + 1 :] for key in level for at in range(1, len(key))}
        keys |= level
    return keys


def distance(left: str, right: str, limit: int) -> int:
    """Return the least cost of the mistakes between two words, at most limit + 1."""
    if left == right:
        return 0
    if abs(len(left) - len(right)) * SLIP > limit:
        return limit + 1
    before: list[int] = []
    previous = list(range(0, (len(right) + 1) * SLIP, SLIP))
    for row, letter in enumerate(left, 1):
        current = [row * SLIP]
        for column, other in enumerate(right, 1):
            cost = min(
                previous[column] + SLIP,
                current[column - 1] + SLIP,
                previous[column - 1] + (REPLACEMENT if letter != other else 0),
            )
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + SLIP)
            current.append(cost)
        if min(current) > limit and min(previous) > limit - SLIP:
            return limit + 1
        before, previous = previous, current
    return min(previous[-1], limit + 1)
