"""A large German glossary and captions to match, made from word frequencies, alike every time."""

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING, Final

import wordfreq

if TYPE_CHECKING:
    from pathlib import Path

_SEED: Final = 5
_LIST: Final = 400_000
_OPENINGS: Final = ("des {}s", "der {}en", "{}", "{}", "{} |", "{}:", "im {}", "{},")
_SHARE_OF_PHRASES: Final = 5
"""One entry in so many has two or three words."""

_SHARE_OF_TYPOS: Final = 30
_SHORTEST: Final = 4


def write_glossary(path: Path, entries: int) -> None:
    """Write a glossary of so many entries with all columns."""
    choose = random.Random(_SEED)
    words = _words()
    known = choose.sample(words, min(entries, len(words)))
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("source", "target", "part_of_speech", "gender", "status", "domain"))
        for at in range(entries):
            source = known[at]
            if at % _SHARE_OF_PHRASES == 0:
                source = " ".join(choose.choices(words[:5_000], k=choose.choice((1, 1, 2)))) + (
                    f" {source}"
                )
            gender = choose.choice("mfn")
            rows.writerow((source, f"target of {source}", "noun", gender, "preferred", "test"))


def captions(number: int) -> list[str]:
    """Return so many different captions, their words as common as in German, some misspelt."""
    choose = random.Random(_SEED + 1)
    words = _words()
    weights = [10 ** wordfreq.zipf_frequency(word.lower(), "de") for word in words]
    drawn = iter(choose.choices(words, weights, k=number * 12))
    found: dict[str, None] = {}
    while len(found) < number:
        pieces = []
        for _ in range(choose.randint(4, 9)):
            word = next(drawn)
            if choose.randrange(_SHARE_OF_TYPOS) == 0:
                at = choose.randrange(1, len(word))
                word = word[:at] + word[at + 1 :]
            elif choose.randrange(3) == 0:
                word = word.lower()
            pieces.append(choose.choice(_OPENINGS).format(word))
        found[" ".join(pieces)] = None
    return list(found)


def right_words() -> frozenset[str]:
    """Return the words that are spelt right, as capqa's own word list tells them."""
    words = _words()
    return frozenset([*words, *map(str.lower, words)])


def _words() -> list[str]:
    return [
        word.capitalize()
        for word in wordfreq.top_n_list("de", _LIST)
        if word.isalpha() and len(word) >= _SHORTEST
    ]
