"""Taking compounds apart: Befreiungsaktion is Befreiung, a linking s, and Aktion.

The splitter knows no words; it asks what a part may be. Fewest parts win, then the longest head,
because long known words are what an editor entered on purpose.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Known = TypeVar("Known")

LONGEST_COMPOUND = 60
"""The longest word that is taken apart, in folded letters; longer ones are no German."""

SHORTEST_PART = 3
"""The shortest part considered, in folded letters; shorter ones fit anywhere by chance."""

_MOST_PARTS = 4
_LONGEST_LINK = 3


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
    stops: Callable[[int], Iterable[int]] | None = None,
) -> list[Piece[Known]] | None:
    """Return the parts of a folded compound, at least two, or None when some part is unknown.

    ``stops`` returns where the modifiers that start at a place may end, linking elements apart;
    where it is left out, they may end anywhere.
    """
    if not may_be_split(word, linking_elements):
        return None
    length = len(word)
    best: dict[int, list[Piece[Known]]] = {0: []}
    result: list[Piece[Known]] | None = None
    for start in range(length - SHORTEST_PART + 1):
        before = best.get(start)
        if before is None or len(before) >= _MOST_PARTS:
            continue
        if before and (result is None or len(before) + 1 < len(result)):
            last = head(word[start:])
            if last is not None:
                result = [*before, Piece(start, length, last)]
        ends = range(start + SHORTEST_PART, length - SHORTEST_PART + 1)
        for end, _, stop in linked(word, stops(start) if stops else ends, linking_elements):
            after = best.get(end)
            if after is not None and len(after) <= len(before) + 1:
                continue
            part = modifier(word[start:stop], word[stop:end])
            if part is not None:
                best[end] = [*before, Piece(start, end, part)]
    return result


def may_be_split(word: str, linking_elements: tuple[str, ...]) -> bool:
    """Return whether a folded word may be a compound by its length and its language."""
    return bool(linking_elements) and 2 * SHORTEST_PART <= len(word) <= LONGEST_COMPOUND


def linked(
    word: str, stops: Iterable[int], linking_elements: tuple[str, ...]
) -> list[tuple[int, int, int]]:
    """Return where the next part of a compound starts, by which linking element, and its place.

    They are in order, the preferred linking element to a start first.
    """
    last = len(word) - SHORTEST_PART
    found = [
        (stop + length, rank, stop)
        for stop in stops
        for rank, length in _fitting(word[stop : stop + _LONGEST_LINK], linking_elements)
        if stop + length <= last
    ]
    if len(found) > 1:
        found.sort()
    return found


@lru_cache(maxsize=4096)
def _fitting(following: str, linking_elements: tuple[str, ...]) -> list[tuple[int, int]]:
    return [
        (rank, len(linking))
        for rank, linking in enumerate(linking_elements)
        if following.startswith(linking)
    ]
