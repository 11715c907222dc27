"""Finds names of institutions by their shape: "Université de Paris", "Teatro Real"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from capqa.language.phrases import rows
from capqa.language.tokens import Gap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.language.tokens import Token

_LONGEST: Final = 9
# What tells German towns of one name apart: "Frankfurt an der Oder", "Weil am Rhein".
_BY: Final = frozenset({"an der", "am", "im", "in der", "ob der", "auf der", "vor der", "bei"})


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("name_words.csv") if row["kind"] == kind)


def institutions(words: Sequence[Token], folded: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (first, last exclusive) of runs that have the shape of a name, in any order."""
    for index in range(len(words)):
        if not words[index].text[0].isupper():
            continue
        if folded[index] in _words("institution"):
            last = _institution_end(words, folded, index)
            if last - index >= 2:
                yield index, last
        if folded[index] in _words("article") and (last := _titled_end(words, index)):
            yield index, last
        if folded[index] in _words("street") and words[index].gap is Gap.NONE:
            if folded[index - 1].endswith("er"):
                yield index - 1, index + 1
            continue
        for length in (2, 1):
            last = index + length + 1
            if (
                last < len(words)
                and folded[last] in _words("river")
                and " ".join(folded[index + 1 : last]) in _BY
            ):
                yield index, last + 1


def _institution_end(words: Sequence[Token], folded: Sequence[str], first: int) -> int:
    """Return where the capitalised words after an institution's word end, linking ones between."""
    last = end = first + 1
    while last < len(words) and last - first < _LONGEST and words[last].gap is Gap.NONE:
        if words[last].text[0].isupper():
            end = last + 1
        elif folded[last] not in _words("link"):
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
