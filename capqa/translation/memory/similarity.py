"""How alike two texts are, by words and, where words differ, by their characters.

The similarity is 1 - d / n. d is the least cost to turn one text's words into the other's: leaving
out or adding a word costs its length, replacing one costs the edit distance of their characters
(Levenshtein, or their longer length if less than half of the letters stay). n is the greater number
of characters, white space not counted. Case counts a tenth of a letter. So "Mossul" for "Mosul" is
cheap, "Kirkuk" for "Mossul" costs a whole word, and word order counts. From 0 (nothing in common)
to 1 (the same words).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 1_000
"""The longest text compared, in code points: captions are shorter, and time is the square of it."""

_WORD: Final = re.compile(r"\w+|[^\w\s]")
_CASE: Final = 0.1


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words that differs: what stands in the one text and in the other, either empty.

    ``span`` is where ``after`` stands in the second text.
    """

    before: str
    after: str
    span: Span


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text with their places; a punctuation mark is a word."""

    text: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    length: int
    letters: Counter[str]

    @classmethod
    def of(cls, text: str) -> Words:
        """Return the words of a text."""
        found = [(match[0], Span(*match.span())) for match in _WORD.finditer(text)]
        words = tuple(word for word, _ in found)
        letters = Counter("".join(words).casefold())
        return cls(text, words, tuple(span for _, span in found), sum(map(len, words)), letters)


def at_most(one: Words, other: Words) -> float:
    """Return a bound the similarity cannot exceed, for much less work: letters not shared cost."""
    longer = max(one.length, other.length)
    shared = (one.letters & other.letters).total()
    return shared / longer if longer else 1.0


def similarity(one: Words, other: Words) -> float:
    """Return how alike two texts are; 0 for one that is longer than is compared."""
    longer = max(one.length, other.length)
    if not longer:
        return 1.0
    if longer > LONGEST:
        return 0.0
    return max(0.0, 1 - _costs(one.words, other.words)[-1][-1] / longer)


def changes(one: Words, other: Words) -> list[Change]:
    """Return the runs of words that differ, in text order; those of case alone count."""
    found: list[Change] = []
    start: tuple[int, int] | None = None
    for row, column, end, same in _steps(one.words, other.words):
        if same:
            start = None
            continue
        if start is None:
            start = row, column
        else:
            found.pop()
        before = _covered(one, start[0], end[0])
        after = _covered(other, start[1], end[1])
        found.append(Change(before.of(one.text), after.of(other.text), after))
    return found


def _steps(
    one: Sequence[str], other: Sequence[str]
) -> list[tuple[int, int, tuple[int, int], bool]]:
    """Return the cheapest way: each step's row and column, its end, and whether words are kept."""
    costs = _costs(one, other)
    steps: list[tuple[int, int, tuple[int, int], bool]] = []
    row, column = len(one), len(other)
    while row or column:
        end, here, same = (row, column), costs[row][column], False
        step = _replacing(one[row - 1], other[column - 1]) if row and column else 0.0
        if row and column and _equal(here, costs[row - 1][column - 1] + step):
            row, column, same = row - 1, column - 1, step == 0
        elif row and _equal(here, costs[row - 1][column] + len(one[row - 1])):
            row -= 1
        else:
            column -= 1
        steps.append((row, column, end, same))
    return steps[::-1]


def _covered(text: Words, start: int, end: int) -> Span:
    if start < end:
        return Span(text.spans[start].start, text.spans[end - 1].end)
    at = text.spans[start].start if start < len(text.spans) else len(text.text)
    return Span(at, at)


def _costs(one: Sequence[str], other: Sequence[str]) -> list[list[float]]:
    row = [0.0]
    for word in other:
        row.append(row[-1] + len(word))
    costs = [row]
    for word in one:
        above, row = row, [row[0] + len(word)]
        for column, beside in enumerate(other):
            row.append(
                min(
                    above[column + 1] + len(word),
                    row[column] + len(beside),
                    above[column] + _replacing(word, beside),
                )
            )
        costs.append(row)
    return costs


def _replacing(one: str, other: str) -> float:
    return 0.0 if one == other else _word_cost(one, other)


@lru_cache(maxsize=65_536)
def _word_cost(one: str, other: str) -> float:
    longer = max(len(one), len(other))
    folded, beside = one.casefold(), other.casefold()
    if folded == beside:
        return min(_CASE, longer)
    # Half of the letters must stay for a word to count as the same one changed.
    most = longer / 2
    if abs(len(one) - len(other)) > most:
        return longer
    distance = _distance(folded, beside)
    return distance if distance <= most else longer


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row = row, [number]
        for column, beside in enumerate(other):
            step = above[column] + (letter != beside)
            row.append(min(step, above[column + 1] + 1, row[column] + 1))
    return row[-1]


def _equal(one: float, other: float) -> bool:
    return abs(one - other) < 1e-6
