"""Finding the term a misspelt word was meant to be, without looking at every term.

Every term is filed under what remains of its beginning after up to two letters are left out; a
misspelt word shares one of these keys with the term it was meant to be (Wolf Garbe's SymSpell).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PREFIX = 8
_SHORTEST_WORD = 6
_TWO_MISTAKES = 10
LONGEST_WORD = 48
"""The longest word compared, in folded letters: comparing costs the square of it."""


def allowed_distance(word: str) -> int:
    """Return how many mistakes a folded word may hold and still be recognised."""
    if len(word) > LONGEST_WORD:
        return 0
    return 2 if len(word) > _TWO_MISTAKES else 1 if len(word) > _SHORTEST_WORD else 0


class TypoIndex:
    """The words of a termbase, by what is left of their beginnings."""

    def __init__(self, words: Iterable[str]) -> None:
        """Note folded words; short ones are left out, too much is one letter away from them."""
        self._words: dict[str, list[str]] = {}
        for word in words:
            if len(word) >= _SHORTEST_WORD:
                self._words.setdefault(word[0], []).append(word)
        self._files: dict[str, dict[str, list[str]]] = {}

    def nearest(self, word: str, limit: int) -> tuple[list[str], int]:
        """Return the words within limit mistakes that are nearest, and their distance.

        A word of less than ten letters, perhaps stripped of its ending, may hold one mistake.
        The first letter must be right: it hardly ever is the mistake, and rhymes are other words.
        """
        if limit <= 0:
            return [], 0
        if len(word) < _TWO_MISTAKES:
            limit = 1
        file = self._file(word[0])
        candidates = {
            candidate
            for key in _deletions(word, limit)
            for candidate in file.get(key, ())
            if abs(len(candidate) - len(word)) <= limit
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

    def _file(self, letter: str) -> dict[str, list[str]]:
        """Return the words that begin with a letter, filed when first asked for."""
        file = self._files.get(letter)
        if file is None:
            file = self._files[letter] = {}
            for word in self._words.get(letter, ()):
                # A word of ten letters may be two short of what it was meant to be.
                for key in _deletions(word, 2 if len(word) >= _TWO_MISTAKES - 2 else 1):
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
