"""The letter model: which Latin-script language a word nobody has listed looks like."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from capqa.language.languages import SCRIPTS, Script

if TYPE_CHECKING:
    from collections.abc import Sequence

BUCKETS: Final = 1 << 15
STEPS_PER_NAT: Final = 16
UNSEEN: Final = 180
LATIN: Final = tuple(index for index, script in enumerate(SCRIPTS) if script is Script.LATIN)


@lru_cache(maxsize=1 << 16)
def bucket(letters: str) -> int:
    """Return the row a letter sequence is counted in; the same on every machine and run."""
    value = 0
    for letter in letters:
        value = (value * 1_000_003 + ord(letter)) & 0xFFFFFFFF
    return (value ^ (value >> 15)) & (BUCKETS - 1)


def surprise(word: str, table: Sequence[int]) -> list[float]:
    """Return for each language in ``LATIN`` how little a folded word looks like it, in nats."""
    padded = f"^{word}$"
    width = len(LATIN)
    totals = [0] * width
    for start in range(len(padded) - 2):
        row = bucket(padded[start : start + 3]) * width
        totals = [
            total + step for total, step in zip(totals, table[row : row + width], strict=True)
        ]
    return [total / STEPS_PER_NAT for total in totals]
