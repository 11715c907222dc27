"""Where the events of reviews are kept: what every such place can do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import TypeAlias

    from capqa.review.database_reader import DatabaseReader
    from capqa.review.events import Event, Logged

    AnyLog: TypeAlias = Path | "EventStore" | DatabaseReader


class EventStore(Protocol):
    """An append-only log of events that several processes may use at once, from several threads.

    All methods raise CapqaError, one line that holds no password, when the store cannot be used.
    """

    def append(self, *events: Event) -> tuple[int, ...]:
        """Add events, all or none; they are durable when this returns. Return their numbers.

        Whoever reads sees numbers come in order: never a smaller one after a greater.
        """

    def logged(self, after: int = 0) -> list[Logged]:
        """Return what was logged after the event of a number, oldest first."""

    def state(self) -> Hashable:
        """Return what changes when something is logged."""

    def close(self) -> None:
        """Let go of it; nothing is lost by not calling this."""


def open_store(address: str | Path) -> EventStore:
    """Open the log at a path, or in a database at a URL, created where missing.

    Raises CapqaError when it cannot be opened, is damaged, or is no log.
    """
    if is_url(address):
        from capqa.review.shared_log import SharedLog

        return SharedLog(str(address))
    from capqa.review.log import DecisionLog

    return DecisionLog(Path(address))


def is_url(address: str | Path) -> bool:
    """Return whether an address is that of a database server, not a path."""
    return isinstance(address, str) and "://" in address


def state_of(log: AnyLog) -> Hashable:
    """Return what changes when something is logged. Raises CapqaError when it cannot be told."""
    if isinstance(log, Path):
        from capqa.review.log_reading import state

        return state(log)
    return log.state()


def events_of(log: AnyLog) -> list[Event]:
    """Return everything in a log, oldest first. Raises CapqaError when it cannot be read."""
    if isinstance(log, Path):
        from capqa.review.log_reading import read_events

        return read_events(log)
    return [each.event for each in log.logged()]
