"""The one background thread that makes suggestions, so that no key ever waits for a model."""

from __future__ import annotations

import sys
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Final

from capqa.errors import CapqaError
from capqa.tui.nearest import NearestFirst

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.review.session import Session


_QUIET_SECONDS: Final = 0.05
"""How long after a step nothing is begun."""

_TURN_SECONDS: Final = 0.0005
"""How long a thread computes before another one has its turn."""


class SuggestionLoader:
    """Asks the session for every suggestion, nearest to the reader first.

    The thread is a daemon: a translation under way does not keep the app from quitting.
    """

    def __init__(self, session: Session, done: Callable[[int, str], object]) -> None:
        """Prepare; ``done`` is called in the thread with an index and an error, "" for none."""
        self._session = session
        self._done = done
        self._center = 0
        self._quiet_until = 0.0
        self._turn_before = sys.getswitchinterval()
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="capqa suggestions", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        # Deciding waits for the disk some times, and for its turn after each: a tenth as long as
        # Python's own turns are.
        self._turn_before = sys.getswitchinterval()
        sys.setswitchinterval(_TURN_SECONDS)
        self._thread.start()

    def stop(self) -> None:
        """Begin no further suggestion; does not wait for the one under way."""
        self._stopped.set()
        sys.setswitchinterval(self._turn_before)

    def join(self) -> None:
        """Wait until every suggestion was made, or until the one under way when stopped."""
        self._thread.join()

    def look_at(self, index: int) -> None:
        """Say where the reader is; what leads there is to be painted before more is made."""
        self._center = index
        self._quiet_until = monotonic() + _QUIET_SECONDS

    def is_looked_at(self, index: int) -> bool:
        """Return whether the reader is there."""
        return self._center == index

    def _run(self) -> None:
        order = NearestFirst(len(self._session.items))
        while not self._stopped.is_set():
            # Python lets one thread compute at a time: the screen goes first.
            if (quiet := self._quiet_until - monotonic()) > 0:
                self._stopped.wait(quiet)
                continue
            index = order.take(self._center)
            if index is None:
                return
            error = self._load(index)
            if not self._stopped.is_set():
                self._done(index, error)

    def _load(self, index: int) -> str:
        try:
            self._session.suggestion(index)
        except CapqaError as error:
            return str(error)
        except Exception as error:  # An engine is a plugin: whatever it raises, the review goes on.
            return f"{type(error).__name__}: {error}"
        return ""
