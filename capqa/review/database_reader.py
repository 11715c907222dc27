"""Reading a log in a database as a bystander: nothing is created, locked or waited for."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

from capqa.errors import CapqaError

if TYPE_CHECKING:
    from collections.abc import Hashable

    from capqa.review.events import Logged
    from capqa.review.shared_log import SharedLog


class DatabaseReader:
    """The log at a URL as it was when it was last looked at; each process looks for itself.

    A run that looks once sees the same decisions all the time, and asks the server once.
    """

    def __init__(self, address: str) -> None:
        """Take the URL; connects to nothing yet."""
        self._address = address
        self._logged: list[Logged] | None = None
        self._log: SharedLog | None = None
        self._process = os.getpid()

    def __reduce__(self) -> tuple[type[DatabaseReader], tuple[str]]:
        """Hand on to another process what it needs to look for itself."""
        return DatabaseReader, (self._address,)

    def look(self) -> None:
        """Read what was logged since the last time. Raises CapqaError when it cannot be read."""
        from capqa.review.shared_log import SharedLog

        if self._log is None or self._process != os.getpid():
            # A connection cannot be shared with the process that this one was forked from.
            self._log = SharedLog(self._address, creates=False)
            self._process = os.getpid()
        known = self._logged or []
        self._logged = known + self._log.logged(known[-1].sequence if known else 0)

    def logged(self, after: int = 0) -> list[Logged]:
        """Return what was logged after the event of a number, oldest first. Raises as `look`."""
        if self._logged is None:
            self.look()
        assert self._logged is not None
        return [each for each in self._logged if each.sequence > after]

    def state(self) -> Hashable:
        """Return what changes when something new was seen, and differs from log to log.

        No password is in it. Raises as `look`.
        """
        logged = self.logged()
        place = blake2b(self._address.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        # The time, too: an emptied database counts from one again.
        return (place, logged[-1].sequence, logged[-1].event.time) if logged else (place,)

    def close(self) -> None:
        """Let go of the connection; what was read stays known."""
        log, self._log = self._log, None
        if log is not None and self._process == os.getpid():
            with suppress(CapqaError):
                log.close()
