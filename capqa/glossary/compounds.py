"""Taking compounds apart: Befreiungsaktion is Befreiung, a linking s, and Aktion.

The splitter knows no words; it asks what a part may be. Fewest parts win, then the longest head,
because long known words are what an editor entered on purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Known = TypeVar("Known")

LONGEST_COMPOUND = 60
"""The longest word that is taken apart, in folded letters; longer ones are no German."""

SHORTEST_PART = 3
"""The shortest part considered, in folded letters; shorter ones fit anywhere by chance."""

_MOST_PARTS = 4


class Piece(NamedTuple, Generic[Known]):
    """A part of a compound: its place in the folded word with its linking element, and its term."""

    start: int
    end: int
    known: Known


def split(
    word: str,
    linking_elements: tuple[str, ...],
    modifier: Callable[[str, str], Known | None],
    head: Callable[[str], Known | None],
) -> list[Piece[Known]] | None:
    """Return the parts of a folded compound, at least two, or None when some part is unknown."""
    if not linking_elements or not 2 * SHORTEST_PART <= len(word) <= LONGEST_COMPOUND:
        return None
    length = len(word)
    best: list[list[Piece[Known]] | None] = [None] * (length + 1)
    best[0] = []
    result: list[Piece[Known]] | None = None
    for start in range(length - SHORTEST_PART + 1):
        before = best[start]
        if before is None or len(before) >= _MOST_PARTS:
            continue
        if before and (result is None or len(before) + 1 < len(result)):
            last = head(word[start:])
            if last is not None:
                result = [*before, Piece(start, length, last)]
        for end in range(start + SHORTEST_PART, length - SHORTEST_PART + 1):
            after = best[end]
            if after is not None and len(after) <= len(before) + 1:
                continue
            part = _linked(word[start:end], linking_elements, modifier)
            if part is not None:
                best[end] = [*before, Piece(start, end, part)]
    return result


def _linked(
    text: str, linking_elements: tuple[str, ...], modifier: Callable[[str, str], Known | None]
) -> Known | None:
    for linking in linking_elements:
        stop = len(text) - len(linking)
        if stop >= SHORTEST_PART and text.endswith(linking):
            known = modifier(text[:stop], linking)
            if known is not None:
                return known
    return None
