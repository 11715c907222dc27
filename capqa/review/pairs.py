"""The decisions of a log as pairs of source and translation, for the translation memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Action
from capqa.review.events import FileWrite
from capqa.review.history import History, Key
from capqa.review.log_reading import read_events, state
from capqa.translation.memory.pairs import TranslatedPair

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from capqa.model import Decision

_TRANSLATING = frozenset({Action.ACCEPT, Action.EDIT})


class DecisionPairs:
    """Reads the pairs of logs that exist; the same list as long as no log has changed."""

    def __init__(self, paths: Sequence[Path], *, target_language: str = "") -> None:
        """Take the logs, later ones counting as newer where times are equal; reads nothing yet.

        ``target_language`` is that of the pages decided on. A log does not record it: give it where
        all decisions of these logs are known to be of one.
        """
        self._paths = tuple(paths)
        self._target_language = target_language
        self._states: object = None
        self._pairs: list[TranslatedPair] = []

    def __call__(self) -> list[TranslatedPair]:
        """Return the pairs, oldest first. Raises CapqaError when a log cannot be read."""
        states = self.states()
        if states != self._states:
            self._pairs = [pair for path in self._paths for pair in self._read(path)]
            self._states = states
        return self._pairs

    def states(self) -> list[tuple[tuple[int, int], ...]]:
        """Return what changes when one of the logs does."""
        return [state(path) for path in self._paths]

    def _read(self, path: Path) -> list[TranslatedPair]:
        return [
            TranslatedPair(
                decision.source,
                decision.text,
                decision.reviewer,
                decision.time,
                target_language=self._target_language,
            )
            for decision in standing(read_events(path))
            if decision.action in _TRANSLATING
        ]


def standing(events: Sequence[Decision | FileWrite]) -> list[Decision]:
    """Return the decisions that stand, one a finding, in the order taken."""
    history = History()
    keys: dict[Key, None] = {}
    came_to_nothing = _writes_that_came_to_nothing(events)
    for position, event in enumerate(events):
        if not isinstance(event, FileWrite):
            history.add(event)
            keys[Key(event.document, event.fingerprint)] = None
        elif position not in came_to_nothing:
            history.carry(event.document, event.carried)
            for fingerprint in event.carried:
                keys.pop(Key(event.document, fingerprint), None)
            keys |= {Key(event.document, each): None for each in event.carried.values()}
    found = {id(each): each for key in keys if (each := history.standing(key))}
    order = {id(event): position for position, event in enumerate(events)}
    return sorted(found.values(), key=lambda decision: order[id(decision)])


def _writes_that_came_to_nothing(events: Sequence[Decision | FileWrite]) -> set[int]:
    # A write is logged before the file is replaced; a crash in between leaves the bytes as they
    # were, and what happens next in the document is on those.
    found: set[int] = set()
    base_of_next: dict[str, str] = {}
    for position in reversed(range(len(events))):
        event = events[position]
        next_base = base_of_next.get(event.document)
        if isinstance(event, FileWrite) and event.new_hash != event.base_hash == next_base:
            found.add(position)
        base_of_next[event.document] = event.base_hash
    return found
