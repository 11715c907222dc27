"""The listed words a misspelt word may have been meant to be: those one slip of the hand away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHORTEST: Final = 7
"""Folded letters from which on a word one slip away is hardly there by chance."""

LONGEST: Final = 24

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzäöü"


def meant(folded: str, is_listed: Callable[[str], bool]) -> list[str]:
    """Return the listed words one slip away, in a fixed order; the first letter must be right.

    A slip is a letter too many, one left out, one for another, or two swapped.
    """
    if not SHORTEST <= len(folded) <= LONGEST:
        return []
    return [word for word in dict.fromkeys(_slips(folded)) if is_listed(word)]


def _slips(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        before, after = word[:at], word[at + 1 :]
        yield before + after
        if after and word[at] != after[0]:
            yield before + after[0] + word[at] + after[1:]
        for letter in _LETTERS:
            yield before + letter + word[at:]
            if letter != word[at]:
                yield before + letter + after
    for letter in _LETTERS:
        yield word + letter
