"""The listed words a misspelt word may have been meant to be: those one slip of the hand away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

SHORTEST: Final = 7
"""Folded letters from which on a word one slip away is hardly there by chance."""

LONGEST: Final = 24

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzäöü"


def meant(
    folded: str, is_listed: Callable[[str], bool], begins_any: Callable[[str], bool]
) -> list[str]:
    """Return the listed words one slip away, in a fixed order; the first letter must be right.

    A slip is a letter too many, one left out, one for another, or two swapped. ``begins_any``
    tells whether a listed word begins with some letters.
    """
    if not SHORTEST <= len(folded) <= LONGEST:
        return []
    return list(dict.fromkeys(filter(is_listed, _slips(folded, begins_any))))


def _slips(word: str, begins_any: Callable[[str], bool]) -> list[str]:
    slips: list[str] = []
    for at in range(1, len(word)):
        before, rest, after = word[:at], word[at:], word[at + 1 :]
        if not begins_any(before):
            return slips
        slips.append(before + after)
        if after and rest[0] != after[0]:
            slips.append(before + after[0] + rest[0] + after[1:])
        slips += [before + letter + rest for letter in _LETTERS]
        slips += [before + letter + after for letter in _LETTERS if letter != rest[0]]
    slips += [word + letter for letter in _LETTERS]
    return slips
