"""Where the events of reviews are kept: what every such place can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path

    from capqa.review.events import Event, Logged


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
    from pathlib import Path

    from capqa.review.log import DecisionLog

    return DecisionLog(Path(address))


def is_url(address: str | Path) -> bool:
    """Return whether an address is that of a database server, not a path."""
    return isinstance(address, str) and "://" in address
