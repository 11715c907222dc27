"""Where a row belongs: in the order the file is in, whichever that is."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from capqa.glossary.entry import Entry

_SORTED: Final = 0.9
"""The share of neighbours in order from which a file counts as sorted, with rows out of place."""

Key: TypeAlias = "tuple[Any, ...]"


def _case_aside(entry: Entry) -> Key:
    return entry.source.casefold(), entry.source, entry.rank, entry.target.casefold()


def _by_code_point(entry: Entry) -> Key:
    return entry.source, entry.rank, entry.target.casefold()


def _accents_aside(entry: Entry) -> Key:
    plain = "".join(
        character
        for character in unicodedata.normalize("NFD", entry.source.casefold())
        if not unicodedata.combining(character)
    )
    return plain, entry.source, entry.rank, entry.target.casefold()


_ORDERS: Final = (_case_aside, _by_code_point, _accents_aside)


def place(entries: Sequence[Entry], new: Entry, current: int | None = None) -> int:
    """Return before which of the entries a new one belongs; their number means at the end.

    In a sorted file that is its place in that order; else behind the last entry of the same
    source, else the end. ``current`` is where it stands now, kept when no other place is better.
    """
    order = _order(entries)
    if order is None:
        if current is not None:
            return current
        same = [at for at, entry in enumerate(entries) if entry.source == new.source]
        return same[-1] + 1 if same else len(entries)
    wanted = order(new)
    # How many entries would stand on the wrong side of the new one; a stray row does not mislead.
    keys = list(map(order, entries))
    wrong = sum(key < wanted for key in keys)
    costs = [wrong]
    for key in keys:
        wrong += (key > wanted) - (key < wanted)
        costs.append(wrong)
    least = min(costs)
    if current is not None and costs[current] == least:
        return current
    return len(costs) - 1 - costs[::-1].index(least)


def _order(entries: Sequence[Entry]) -> Callable[[Entry], Key] | None:
    most, best = 0, None
    if len(entries) < 2:
        return _case_aside
    for order in _ORDERS:
        kept = sum(first <= second for first, second in pairwise(map(order, entries)))
        if kept > most:
            most, best = kept, order
    return best if most >= _SORTED * (len(entries) - 1) else None
