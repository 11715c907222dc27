"""Where the events of reviews are kept: what every such place can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Hashable

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
