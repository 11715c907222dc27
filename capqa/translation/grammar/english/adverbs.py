"""Adverbs made of English adjectives."""

from __future__ import annotations

from typing import Final

_SAME: Final = {"good": "well", "hard": "hard", "fast": "fast", "daily": "daily", "long": "long"}


def adverb(adjective: str) -> str:
    """Return the adverb of an adjective: "complete" gives "completely"."""
    if adjective in _SAME or " " in adjective or adjective.endswith("ly"):
        return _SAME.get(adjective, adjective)
    if adjective.endswith("le") and adjective[-3:-2] not in "aeiou":
        return adjective[:-1] + "y"
    if adjective.endswith("y"):
        return adjective[:-1] + "ily"
    if adjective.endswith("ic"):
        return adjective + "ally"
    return adjective + ("y" if adjective.endswith("ll") else "ly")
