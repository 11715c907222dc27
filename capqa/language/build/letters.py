"""Trains the letter model: how probable each three-letter sequence is in each language."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from capqa.language.letters import BUCKETS, LATIN, STEPS_PER_NAT, UNSEEN, bucket
from capqa.language.lexicon_layout import FREQUENCIES, frequency_byte

if TYPE_CHECKING:
    from capqa.language.build.words import Profiles

_SMOOTHING: Final = 0.2
_TRAINED: Final = frequency_byte(4e-7)


def letter_table(profiles: Profiles) -> bytes:
    """Return the table of ``BUCKETS`` rows, one byte a Latin-script language: -log p in steps.

    A word weighs by the square root of its frequency, so that rare words, which unseen words
    resemble, count for something.
    """
    columns = {index: column for column, index in enumerate(LATIN)}
    counts: list[dict[int, float]] = [defaultdict(float) for _ in LATIN]
    contexts: list[dict[int, float]] = [defaultdict(float) for _ in LATIN]
    for word, profile in profiles.items():
        rows = None
        for index, value in profile.items():
            column = columns.get(index)
            if column is None or value < _TRAINED:
                continue
            if rows is None:
                padded = f"^{word}$"
                rows = [bucket(padded[i : i + 3]) for i in range(len(padded) - 2)]
                fronts = [bucket(padded[i : i + 2]) for i in range(len(padded) - 2)]
            weight = math.sqrt(FREQUENCIES[value] * 1e7)
            for row, front in zip(rows, fronts, strict=True):
                counts[column][row] += weight
                contexts[column][front] += weight
    return _quantised(profiles, counts, contexts)


def _quantised(
    profiles: Profiles, counts: list[dict[int, float]], contexts: list[dict[int, float]]
) -> bytes:
    table = bytearray([UNSEEN]) * (BUCKETS * len(LATIN))
    fronts: dict[int, int] = {}
    for word, profile in profiles.items():
        if max(profile.values()) < _TRAINED:
            continue
        padded = f"^{word}$"
        for i in range(len(padded) - 2):
            fronts[bucket(padded[i : i + 3])] = bucket(padded[i : i + 2])
    for row, front in fronts.items():
        for column in range(len(LATIN)):
            count = counts[column].get(row, 0.0)
            if count:
                probability = (count + _SMOOTHING) / (
                    contexts[column].get(front, 0.0) + 30 * _SMOOTHING
                )
                steps = round(-math.log(min(1.0, probability)) * STEPS_PER_NAT)
                table[row * len(LATIN) + column] = min(UNSEEN, steps)
    return bytes(table)
