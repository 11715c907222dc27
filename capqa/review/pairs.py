"""The decisions of a log as pairs of source and translation, for the translation memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Action
from capqa.review.history import History
from capqa.review.store import events_of, state_of
from capqa.translation.memory.pairs import TranslatedPair

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from capqa.model import Decision
    from capqa.review.events import Event
    from capqa.review.store import AnyLog

_TRANSLATING = frozenset({Action.ACCEPT, Action.EDIT})


class DecisionPairs:
    """Reads the pairs of logs that exist; the same list as long as no log has changed."""

    def __init__(self, logs: Sequence[AnyLog], *, target_language: str = "") -> None:
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
        return [state_of(log) for log in self._logs]

    def _read(self, log: AnyLog) -> list[TranslatedPair]:
        return [
            TranslatedPair(
                decision.source,
                decision.text,
                decision.reviewer,
                decision.time,
                source_language=decision.language,
                target_language=decision.target_language or self._target_language,
            )
            for decision in standing(events_of(log))
            if decision.action in _TRANSLATING
        ]


def standing(events: Sequence[Event]) -> list[Decision]:
    """Return the decisions that stand, one a finding, in the order taken."""
    return History(events).all_standing()
