"""Words filed under what remains of their beginning after up to two letters are left out.

A misspelt word shares one of these keys with the word it was meant to be (Wolf Garbe's SymSpell).
The keys are hashed into plain arrays of numbers, which can be stored and used as they lie. Most
keys are those of no word, which a single bit tells.
"""

from __future__ import annotations

from itertools import accumulate, combinations
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BEGINNING: Final = 8
"""How many letters of a word its keys are made from."""

SHORTEST_WORD: Final = 6
"""The shortest word filed, in folded letters."""

SHORTEST_WITH_TWO: Final = 11
"""The shortest misspelt word that is looked up without two of its letters."""

_TWO_FROM = SHORTEST_WITH_TWO - 2
_ENDING = 2
_UPPER = 24
_NUMBER = 8
_BYTE = 0xFF
_BITS: Final = bytes(1 << at for at in range(8)) * 32
_KNOWN_HASH = hash((97, 98, 99))


class Deletions(NamedTuple):
    """Beginnings in buckets: those of a hash are ``beginnings[starts[bucket]:starts[bucket + 1]]``.

    ``len(starts) - 1`` is a power of two, the bucket what the hash leaves when divided by it. A
    beginning's number stands above one byte of the hash, which tells most of those that share a
    bucket by chance. ``marks``, a power of two in length, have a bit for each hash, by which most
    of those are told that have no beginnings. The words with beginning n are
    ``words[firsts[n]:firsts[n + 1]]``, by their numbers.
    """

    starts: Sequence[int]
    beginnings: Sequence[int]
    marks: bytes
    firsts: Sequence[int]
    words: Sequence[int]

    def under(self, hashes: Iterable[int]) -> list[int]:
        """Return the numbers of the words filed under these hashes, and of few others.

        Raises IndexError when the numbers do not fit together.
        """
        starts, beginnings, marks, firsts, words = self
        last, buckets = len(marks) - 1, len(starts) - 2
        found: set[int] = set()
        for hash_ in hashes:
            mark = marks[hash_ & last]
            if mark and mark & _BITS[(byte := hash_ >> _UPPER & _BYTE)]:
                bucket = hash_ & buckets
                for beginning in beginnings[starts[bucket] : starts[bucket + 1]]:
                    if beginning & _BYTE == byte:
                        found.add(beginning >> _NUMBER)
        return [word for at in found for word in words[firsts[at] : firsts[at + 1]]]


def hashing() -> int:
    """Return a number that tells whether stored hashes were made as this interpreter makes them."""
    return _KNOWN_HASH


def section(letter: str, *, capitalised: bool) -> str:
    """Return the name of the section for words with a folded first letter.

    Those that a glossary spells with a capital are kept apart: no noun is meant by a small letter.
    """
    return f"^{letter}" if capitalised else letter


def hashes(beginning: str) -> list[int]:
    """Return the hashes of the beginning of a word and of what is left of it without one letter.

    The first letter stays: it hardly ever is the mistake, and rhymes are other words.
    """
    # Of the hashes that the interpreter makes, those of numbers are the same every time.
    letters = tuple(map(ord, beginning[1:]))
    return [hash(letters), *map(hash, combinations(letters, max(len(letters) - 1, 0)))]


def hashes_of_two(beginning: str, word: str) -> list[int]:
    """Return the hashes of what is left of the beginning of a long word without two letters.

    Where both mistakes are in the beginning, the last two letters are right: they are part of the
    key. The third last need not be, swapped with the last of the beginning.
    """
    letters = tuple(map(ord, beginning[1:]))
    ending = hash(tuple(map(ord, word[-_ENDING:])))
    return [hash_ ^ ending for hash_ in map(hash, combinations(letters, len(letters) - 2))]


def filed(words: Sequence[str], numbers: Iterable[int]) -> Deletions:
    """File the words with these numbers, short ones under fewer keys."""
    by_beginning: dict[str, list[int]] = {}
    for number in numbers:
        if len(words[number]) >= SHORTEST_WORD:
            by_beginning.setdefault(words[number][:BEGINNING], []).append(number)
    keys: list[int] = []
    entries: list[int] = []
    firsts, members = [0], []
    for at, (beginning, group) in enumerate(by_beginning.items()):
        every = set(hashes(beginning))
        for ending in {
            words[number][-_ENDING:] for number in group if len(words[number]) >= _TWO_FROM
        }:
            every.update(hashes_of_two(beginning, ending))
        keys += every
        entries += [at << _NUMBER | hash_ >> _UPPER & _BYTE for hash_ in every]
        members += group
        firsts.append(len(members))
    return Deletions(*_bucketed(keys, entries), firsts, members)


def _bucketed(
    keys: Sequence[int], entries: Sequence[int]
) -> tuple[Sequence[int], Sequence[int], bytes]:
    marks = bytearray(2 << len(keys).bit_length())
    for hash_ in keys:
        marks[hash_ & len(marks) - 1] |= _BITS[hash_ >> _UPPER & _BYTE]
    buckets = 1 << max(len(keys).bit_length() - 1, 0)
    sizes = [0] * (buckets + 1)
    for hash_ in keys:
        sizes[(hash_ & buckets - 1) + 1] += 1
    starts = list(accumulate(sizes))
    free = starts.copy()
    bucketed = [0] * len(entries)
    for hash_, entry in zip(keys, entries, strict=True):
        bucket = hash_ & buckets - 1
        bucketed[free[bucket]] = entry
        free[bucket] += 1
    return starts, bucketed, bytes(marks)


NONE_FILED: Final = Deletions((0, 0), (), bytes(1), (0,), ())
"""No words at all."""
