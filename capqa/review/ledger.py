"""A reviewer's view of a shared log: what they add, and what others have added meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.model import Decision
from capqa.review.events import FileWrite
from capqa.review.history import History, Key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.review.events import Event, Logged
    from capqa.review.store import EventStore


class Foreign(NamedTuple):
    """A decision of somebody else's, or of the same reviewer elsewhere, on a finding.

    ``before`` is what stood before it.
    """

    key: Key
    decision: Decision
    before: Decision | None


class Ledger:
    """The events of a log, folded, and kept up to date with it."""

    def __init__(self, store: EventStore, hashes: Mapping[str, str]) -> None:
        """Read the log; ``hashes`` holds the content hash of each document, by name.

        Raises CapqaError when the log cannot be read.
        """
        self._store = store
        self.hashes = dict(hashes)
        self._logged: list[Logged] = store.logged()
        self._own: set[int] = set()
        self.history = History()
        self.fold()

    @property
    def events(self) -> list[Event]:
        """Everything read so far, oldest first."""
        return [logged.event for logged in self._logged]

    def fold(self) -> None:
        """Fold all events anew, in the light of the hashes as they are now."""
        self.history = History(self.events, self.hashes)

    def needs(self, document: str, old: str, new: str) -> bool:
        """Return whether something is known of a finding under its old fingerprint alone."""
        then, today = Key(document, old), Key(document, new)
        return self.history.knows(then) and not self.history.knows(today)

    def add(self, *events: Event) -> list[Foreign]:
        """Log events, and return what others decided until then, folded in the log's order.

        A writing counts from the next `fold` on. Raises CapqaError when they cannot be logged.
        """
        self._own |= set(self._store.append(*events))
        return self.catch_up()

    def is_behind(self) -> bool:
        """Return whether something was logged that is not read yet; from any thread.

        Raises CapqaError when the log cannot be read.
        """
        return bool(self._store.logged(self._last))

    def catch_up(self) -> list[Foreign]:
        """Read what was logged since, and return what others decided.

        Raises CapqaError when the log cannot be read.
        """
        foreign: list[Foreign] = []
        for logged in self._store.logged(self._last):
            self._logged.append(logged)
            event = logged.event
            # Whether a writing took place is for the file to tell; ours is folded when it has.
            if isinstance(event, FileWrite):
                continue
            key = self.history.keys_of(event)[-1]
            before = self.history.standing(key)
            self.history.add(event)
            if isinstance(event, Decision) and logged.sequence not in self._own:
                foreign.append(Foreign(key, event, before))
        return foreign

    @property
    def _last(self) -> int:
        return self._logged[-1].sequence if self._logged else 0
