"""The decisions of a log as pairs of source and translation, for the translation memory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from capqa.model import Action
from capqa.review.history import History
from capqa.review.log_reading import read_events, state
from capqa.translation.memory.pairs import TranslatedPair

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from capqa.model import Decision
    from capqa.review.events import Event
    from capqa.review.store import EventStore

_TRANSLATING = frozenset({Action.ACCEPT, Action.EDIT})


class DecisionPairs:
    """Reads the pairs of logs that exist; the same list as long as no log has changed."""

    def __init__(self, logs: Sequence[Path | EventStore], *, target_language: str = "") -> None:
        """Take the logs, later ones counting as newer where times are equal; reads nothing yet.

        ``target_language`` is that of the pages decided on where a decision does not say it, as
        those of the first version of the log: give it where they are known to be of one.
        """
        self._logs = tuple(logs)
        self._target_language = target_language
        self._states: object = None
        self._pairs: list[TranslatedPair] = []

    def __call__(self) -> list[TranslatedPair]:
        """Return the pairs, oldest first. Raises CapqaError when a log cannot be read."""
        states = self.states()
        if states != self._states:
            self._pairs = [pair for log in self._logs for pair in self._read(log)]
            self._states = states
        return self._pairs

    def states(self) -> list[Hashable]:
        """Return what changes when one of the logs does."""
        return [state(log) if isinstance(log, Path) else log.state() for log in self._logs]

    def _read(self, log: Path | EventStore) -> list[TranslatedPair]:
        return [
            TranslatedPair(
                decision.source,
                decision.text,
                decision.reviewer,
                decision.time,
                source_language=decision.language,
                target_language=decision.target_language or self._target_language,
            )
            for decision in standing(_events(log))
            if decision.action in _TRANSLATING
        ]


def standing(events: Sequence[Event]) -> list[Decision]:
    """Return the decisions that stand, one a finding, in the order taken."""
    return History(events).all_standing()


def _events(log: Path | EventStore) -> list[Event]:
    if isinstance(log, Path):
        return read_events(log)
    return [each.event for each in log.logged()]
