"""Finding the term a misspelt word was meant to be, without looking at every term.

Every term is filed under what remains of its beginning after up to two letters are left out; a
misspelt word shares one of these keys with the term it was meant to be (Wolf Garbe's SymSpell).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PREFIX = 8
LONGEST_WORD = 48
"""The longest word compared, in folded letters: comparing costs the square of it."""


def allowed_distance(word: str) -> int:
    """Return how many mistakes a folded word may hold and still be recognised."""
    if len(word) > LONGEST_WORD:
        return 0
    return 2 if len(word) >= 11 else 1 if len(word) >= 7 else 0


class TypoIndex:
    """The words of a termbase, by what is left of their beginnings."""

    def __init__(self, words: Iterable[str]) -> None:
        """File folded words; short ones are left out, too much is one letter away from them."""
        self._files: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            if len(word) >= 6:
                for key in _deletions(word):
                    self._files.setdefault(key, []).append(word)

    def nearest(self, word: str, limit: int) -> tuple[list[str], int]:
        """Return the words within limit mistakes that are nearest, and their distance.

        The first letter must be right: it hardly ever is the mistake, and rhymes are other words.
        """
        if limit <= 0:
            return [], 0
        candidates = {
            candidate
            for key in _deletions(word)
            for candidate in self._files.get(key, ())
            if candidate[0] == word[0] and abs(len(candidate) - len(word)) <= limit
        }
        best: list[str] = []
        nearest = limit + 1
        for candidate in sorted(candidates):
            mistakes = distance(word, candidate, min(nearest, limit))
            if mistakes < nearest:
                best, nearest = [candidate], mistakes
            elif mistakes == nearest <= limit:
                best.append(candidate)
        return best, nearest


def _deletions(word: str) -> set[str]:
    prefix = word[:_PREFIX]
    keys = {prefix}
    level = {prefix}
    for _ in range(2):
        level = {key[:at] + key[at + 1 :] for key in level for at in range(1, len(key))}
        keys |= level
    return keys


def distance(left: str, right: str, limit: int) -> int:
    """Return the fewest insertions, deletions, substitutions and swaps, at most limit + 1."""
    if left == right:
        return 0
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(
                previous[column] + 1,
                current[column - 1] + 1,
                previous[column - 1] + (letter != other),
            )
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, previous = previous, current
    return min(previous[-1], limit + 1)
