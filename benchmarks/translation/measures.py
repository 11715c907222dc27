"""What is measured of translations against references; chrF2 comes from sacrebleu."""

from __future__ import annotations

import unicodedata
from importlib import import_module
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def chrf2(outputs: Sequence[str], references: Sequence[Sequence[str]]) -> float | None:
    """Return the corpus chrF2, 0 to 100, each output against its nearest reference.

    ``references`` holds one sequence of any length from 1 for each output. None where sacrebleu
    is not installed. Popović, "chrF: character n-gram F-score for automatic MT evaluation", 2015.
    """
    try:
        sacrebleu = import_module("sacrebleu")
    except ModuleNotFoundError:
        return None
    streams = [list(stream) for stream in zip_longest(*references)]
    return float(sacrebleu.corpus_chrf(list(outputs), streams).score)


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text without casing, punctuation and symbols."""
    letters = [
        " " if unicodedata.category(character)[0] in "PSZ" else character
        for character in unicodedata.normalize("NFC", text).casefold()
    ]
    return tuple("".join(letters).split())


def distance(output: str, references: Sequence[str]) -> int:
    """Return the words to put in, drop or exchange to reach the nearest reference, folded."""
    words = folded_words(output)
    return min(_edits(words, folded_words(reference)) for reference in references)


def _edits(ours: Sequence[str], theirs: Sequence[str]) -> int:
    row = list(range(len(theirs) + 1))
    for at, word in enumerate(ours, start=1):
        before, row[0] = row[0], at
        for column, other in enumerate(theirs, start=1):
            exchanged = before + (word != other)
            before = row[column]
            row[column] = min(exchanged, before + 1, row[column - 1] + 1)
    return row[-1]
