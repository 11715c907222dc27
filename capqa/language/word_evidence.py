"""What a word says: nats for and against languages, and how it is written."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

STRONGEST: Final = 6.0

UNLISTED: Final = "letters"
"""The kind of words that no list has: they are judged by their letters."""


class Shape(IntEnum):
    """The case of a word; INITIAL is a capital where any word would have one."""

    LOWER = 0
    CAPITAL = 1
    UPPER = 2
    INITIAL = 3


class WordEvidence(NamedTuple):
    """What a word says: nats for each language listed, ``absent`` for every other one.

    ``name`` tells that the word is known as a person's or place's name, ``own`` is its frequency
    in the target language; ``kind`` names the strongest source: "word", "exonym", "term",
    "compound", "letters", "script", "name", "furniture" or "neutral". ``marks`` are the bits of
    ``marks`` that our lists set for the word.
    """

    weights: Mapping[int, float]
    absent: float
    best: float
    kind: str
    name: bool
    shape: Shape
    given_name: bool = False
    marks: int = 0
    own: float = 0.0

    def weight(self, language: int) -> float:
        """Return how much the word speaks for a language, in nats."""
        return self.weights.get(language, self.absent)


NEUTRAL: Final = WordEvidence({}, 0.0, 0.0, "neutral", False, Shape.LOWER)


def shape_of(word: str) -> Shape:
    """Return the case of a word; one capital alone is CAPITAL."""
    if word[0].islower():
        return Shape.LOWER
    if len(word) > 1 and word.isupper():
        return Shape.UPPER
    return Shape.CAPITAL if word[0].isupper() else Shape.LOWER
