"""Words filed under what remains of their beginning after up to two letters are left out.

A misspelt word shares one of these keys with the word it was meant to be (Wolf Garbe's SymSpell).
The keys are hashed into plain arrays of numbers, which can be stored and used as they lie.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BEGINNING = 8
"""How many letters of a word its keys are made from."""

SHORTEST_WORD = 6
"""The shortest word filed, in folded letters."""

_TWO_FROM = 9
_UPPER = 24
_NUMBER = 8
_BYTE = 0xFF


class Deletions(NamedTuple):
    """Words in buckets: those of a hash are ``words[starts[bucket]:starts[bucket + 1]]``.

    ``len(starts) - 1`` is a power of two, the bucket what the hash leaves when divided by it. A
    word's number stands above the upper byte of the hash, which tells most of those that share a
    bucket by chance. The others are for the caller to refuse.
    """

    starts: Sequence[int]
    words: Sequence[int]

    def under(self, keys: Iterable[str]) -> set[int]:
        """Return the numbers of the words filed under one of these keys."""
        starts, words = self
        mask = len(starts) - 2
        found: set[int] = set()
        for key in keys:
            hash_ = crc32(key.encode())
            bucket = hash_ & mask
            start, end = starts[bucket], starts[bucket + 1]
            if start != end:
                upper = hash_ >> _UPPER
                for word in words[start:end]:
                    if word & _BYTE == upper:
                        found.add(word >> _NUMBER)
        return found


def keys(beginning: str, most: int) -> set[str]:
    """Return what is left of the beginning of a word without up to so many letters.

    The first letter stays: it hardly ever is the mistake, and rhymes are other words.
    """
    found = {beginning}
    level = {beginning}
    for _ in range(most):
        level = {key[:at] + key[at + 1 :] for key in level for at in range(1, len(key))}
        found |= level
    return found


def filed(words: Sequence[str], numbers: Iterable[int]) -> Deletions:
    """File the words with these numbers, short ones under fewer keys.

    Words with one beginning lie side by side, so that their keys are made once.
    """
    by_beginning: dict[tuple[str, int], list[int]] = {}
    for number in numbers:
        word = words[number]
        if len(word) >= SHORTEST_WORD:
            most = 2 if len(word) >= _TWO_FROM else 1
            by_beginning.setdefault((word[:BEGINNING], most), []).append(number << _NUMBER)
    hashes: list[int] = []
    entries: list[int] = []
    for (beginning, most), group in by_beginning.items():
        for hash_ in {crc32(key.encode()) for key in keys(beginning, most)}:
            hashes += [hash_] * len(group)
            entries += [number | hash_ >> _UPPER for number in group]
    return _bucketed(hashes, entries)


def _bucketed(hashes: Sequence[int], entries: Sequence[int]) -> Deletions:
    buckets = 1 << max(len(hashes).bit_length() - 1, 0)
    mask = buckets - 1
    sizes = [0] * (buckets + 1)
    for hash_ in hashes:
        sizes[(hash_ & mask) + 1] += 1
    starts = list(accumulate(sizes))
    free = starts.copy()
    words = [0] * len(entries)
    for hash_, entry in zip(hashes, entries, strict=True):
        bucket = hash_ & mask
        words[free[bucket]] = entry
        free[bucket] += 1
    return Deletions(starts, words)


NONE_FILED = Deletions((0, 0), ())
"""No words at all."""
