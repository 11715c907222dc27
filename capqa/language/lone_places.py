"""Finds places in another language's spelling inside the target's sentences: "Fighting in Kiew"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.language.spans import Run
from capqa.language.tokens import Gap
from capqa.language.word_evidence import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.language.line import Line

_BEFORE_PLACES: Final = frozenset(
    ("in", "from", "to", "near", "of", "at", "and", "outside", "for", "around", "across", "through")
)


def lone_places(line: Line, found: Sequence[Run]) -> list[Run]:
    """Return a run for each such place that no run holds yet.

    The labels of a line miss them: one word does not outweigh the sentence around it.
    """
    if not line.target_words:
        return []
    covered = {index for run in found for index in range(run.first, run.last)}
    return [
        Run(index, index + 1, max(word.weights, key=word.weights.__getitem__))
        for index, word in enumerate(line.evidence)
        if index not in covered and stands_in_sentence(line, index)
    ]


def stands_in_sentence(line: Line, index: int) -> bool:
    """Return whether a word is a place in the wrong spelling after a word of the sentence."""
    word, token = line.evidence[index], line.tokens[index]
    return (
        word.kind == "exonym"
        and word.shape is not Shape.LOWER
        and not word.name
        and index > 0
        and token.gap is Gap.NONE
        and line.tokens[index - 1].text.lower() in _BEFORE_PLACES
        and line.target_words > 0
    )
