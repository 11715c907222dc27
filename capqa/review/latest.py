"""What a reviewer did last, kept in order, so that finding it does not take looking at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

KeyT = TypeVar("KeyT")


class Entry(NamedTuple, Generic[KeyT]):
    """Something done to a finding: its place in the order of all events, and its step."""

    order: int
    step: str | int
    key: KeyT


class Latest(Generic[KeyT]):
    """What one reviewer did to some findings, in order; entries that came to nothing may stay."""

    def __init__(self, entries: Iterable[Entry[KeyT]]) -> None:
        """Begin with what was done so far."""
        self._entries = sorted(entries, key=lambda entry: entry.order)

    def add(self, entry: Entry[KeyT]) -> None:
        """Take in what was done after all else."""
        self._entries.append(entry)

    def step(self, is_last: Callable[[Entry[KeyT]], bool]) -> list[KeyT]:
        """Return the findings that the last step was on, in its order, [] when there is none.

        ``is_last`` says whether an entry still is the last thing done to its finding.
        """
        entries = self._entries
        # One that is not for now has its finding's last entry after it: none such is at the end.
        while entries and not is_last(entries[-1]):
            entries.pop()
        found: list[KeyT] = []
        for entry in reversed(entries):
            if entry.step != entries[-1].step:
                break
            if is_last(entry):
                found.append(entry.key)
        return found[::-1]
