"""The decisions that stand on the items, with what is asked of all of them kept up to date."""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING, Final

from capqa.review.items import State, state_after

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from capqa.model import Decision

_STATES: Final = tuple(State)
_CODES: Final = {state: code for code, state in enumerate(_STATES)}


class Standing:
    """The decision on each item by its index, None where it is open.

    A byte an item says its state: counting fifty thousand of them takes microseconds.
    """

    def __init__(self, decisions: Iterable[Decision | None] = ()) -> None:
        """Begin with some decisions."""
        self._decisions = list(decisions)
        self._codes = bytearray(_CODES[state_after(each)] for each in self._decisions)

    def __getitem__(self, index: int) -> Decision | None:
        """Return the decision on an item."""
        return self._decisions[index]

    def __setitem__(self, index: int, decision: Decision | None) -> None:
        """Let another decision stand on an item."""
        self._decisions[index] = decision
        self._codes[index] = _CODES[state_after(decision)]

    def state(self, index: int) -> State:
        """Return the state of an item."""
        return _STATES[self._codes[index]]

    def states(self) -> list[State]:
        """Return the state of each item, in their order."""
        return list(map(_STATES.__getitem__, self._codes))

    def counts(self) -> dict[State, int]:
        """Return how many items are in each state, states without items included."""
        return {state: self._codes.count(code) for state, code in _CODES.items()}

    def first(self, indexes: Iterable[int], state: State) -> int | None:
        """Return the first of some items that is in a state, None when none of them is."""
        codes, code = self._codes, _CODES[state]
        if not codes.count(code):
            return None
        return next((index for index in indexes if codes[index] == code), None)


class Flags:
    """Which items something is true of, looked at again only where it may have changed."""

    def __init__(self, size: int, is_true: Callable[[int], bool]) -> None:
        """Begin with all of ``size`` items to be looked at."""
        self._flags = bytearray(size)
        self._is_true = is_true
        self._stale: set[int] | range = range(size)

    def look_again(self, index: int) -> None:
        """Say that it may have changed for an item."""
        if isinstance(self._stale, set):
            self._stale.add(index)

    def look_at_all(self) -> None:
        """Say that it may have changed for any item."""
        self._stale = range(len(self._flags))

    def count(self) -> int:
        """Return of how many items it is true."""
        return self._fresh().count(1)

    def indexes(self) -> tuple[int, ...]:
        """Return the items of which it is true, in their order."""
        return tuple(compress(count(), self._fresh()))

    def _fresh(self) -> bytearray:
        # Taken first: a thread that writes may say meanwhile that more has changed.
        stale, self._stale = self._stale, set()
        for index in stale:
            self._flags[index] = self._is_true(index)
        return self._flags
