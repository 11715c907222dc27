"""The same lines as hurried hands would type them."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = 7
FOLDS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
)


def with_typos(text: str) -> str:
    """Return the text with one typo in each word of seven letters or more.

    A typo swaps two neighbours, drops a letter or doubles one, never the first or the last; the
    text decides which, so it is the same every time.
    """
    chance = random.Random(text)
    return re.sub(rf"[^\W\d_]{{{LONG},}}", lambda word: _typo(word[0], chance), text)


def _typo(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 2)
    before, here, following, rest = word[:at], word[at], word[at + 1], word[at + 2 :]
    return before + chance.choice([following + here, following, here * 2 + following]) + rest


def folded(text: str) -> str:
    """Return the text with German umlauts and sharp s spelt in ASCII."""
    return text.translate(FOLDS)


PERTURBATIONS: dict[str, Callable[[str], str]] = {
    "as written": str,
    "a typo in each long word": with_typos,
    "lower case": str.lower,
    "UPPER CASE": str.upper,
    "umlauts as ae, oe, ue": folded,
}
