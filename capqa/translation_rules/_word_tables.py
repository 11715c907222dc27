"""The tables of number words, months, scales and units: what a language writes for a thing.

A cell holds words in lower case; one that ends with ``*`` stands for all words it begins.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_TABLES: Final = Path(__file__).parent / "_tables"
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Written together with the word: "and", "in", "to", "the".
_ARABIC_PARTICLES: Final = re.compile(r"[وف]?[بلك]?(?:ال|لل)?(?=\w{2})")


class Words(NamedTuple):
    """The words of a cell."""

    exact: frozenset[str]
    beginnings: tuple[str, ...]

    def have(self, word: str) -> bool:
        """Return whether a word in lower case is one of them."""
        return word in self.exact or (bool(self.beginnings) and word.startswith(self.beginnings))

    def any_in(self, words: Iterable[str]) -> bool:
        """Return whether one of some words is."""
        return any(map(self.have, words))


NONE: Final = Words(frozenset(), ())
"""What a cell says that is not there."""


@cache
def table(name: str) -> dict[str, dict[str, Words]]:
    """Return the words of a table by row and column."""
    # Imported here: most pages have no translations to check.
    import csv

    with (_TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return {
        row[0]: {column: _words(cell) for column, cell in zip(rows[0][1:], row[1:], strict=True)}
        for row in rows[1:]
    }


def words_of(text: str, language: str) -> list[str]:
    """Return the words of a text in lower case, those of Arabic also without their particles."""
    words = _WORD.findall(text.casefold())
    if language == "ar":
        words += [_ARABIC_PARTICLES.sub("", word, count=1) for word in words]
    return words


def _words(cell: str) -> Words:
    words = cell.casefold().split()
    return Words(
        frozenset(word for word in words if not word.endswith("*")),
        tuple(word[:-1] for word in words if word.endswith("*")),
    )
