"""Finds names of institutions by their shape: "Université de Paris", "Teatro Real"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.language.marks import ARTICLE, INSTITUTION, LINK, RIVER, STREET
from capqa.language.tokens import Gap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.language.tokens import Token

_LONGEST: Final = 9
# What tells German towns of one name apart: "Frankfurt an der Oder", "Weil am Rhein".
_BY: Final = frozenset({"an der", "am", "im", "in der", "ob der", "auf der", "vor der", "bei"})
BEFORE_RIVERS: Final = frozenset(word for words in _BY for word in words.split())
"""The words in lower case that stand between a town and its river."""


def institutions(
    words: Sequence[Token], folded: Sequence[str], marks: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield (first, last exclusive) of runs that have the shape of a name, in any order."""
    for index, mark in enumerate(marks):
        if mark & RIVER:
            for length in (2, 1):
                first = index - length - 1
                if (
                    first >= 0
                    and words[first].text[0].isupper()
                    and " ".join(folded[first + 1 : index]) in _BY
                ):
                    yield first, index + 1
        if not words[index].text[0].isupper():
            continue
        if mark & INSTITUTION:
            last = _institution_end(words, marks, index)
            if last - index >= 2:
                yield index, last
        if mark & ARTICLE and (last := _titled_end(words, index)):
            yield index, last
        if mark & STREET and words[index].gap is Gap.NONE and folded[index - 1].endswith("er"):
            yield index - 1, index + 1


def _institution_end(words: Sequence[Token], marks: Sequence[int], first: int) -> int:
    """Return where the capitalised words after an institution's word end, linking ones between."""
    last = end = first + 1
    while last < len(words) and last - first < _LONGEST and words[last].gap is Gap.NONE:
        if words[last].text[0].isupper():
            end = last + 1
        elif not marks[last] & LINK:
            break
        last += 1
    return end


def _titled_end(words: Sequence[Token], first: int) -> int:
    """Return where "Las Fallas" or "Die Welt" ends if nothing follows it, else 0."""
    last = first + 1
    while last < len(words) and words[last].gap is Gap.NONE and words[last].text[0].isupper():
        last += 1
    closed = last == len(words) or words[last].gap >= Gap.BREAK
    return last if closed and 2 <= last - first <= 3 else 0
