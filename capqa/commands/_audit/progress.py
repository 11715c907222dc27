"""How far an audit is and how long it will take, in one line on a terminal."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final, TextIO

from capqa.commands._progress import TerminalLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.audit.running import Planned
    from capqa.audit.work import ShardOutcome

_PAUSE: Final = 0.2


class AuditProgress:
    """Draws the line anew with each shard that is done; nothing where there is no terminal."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = monotonic) -> None:
        """Draw on a stream, by a clock in seconds."""
        self._line = TerminalLine(stream)
        self._clock = clock
        self._begun = self._next = clock()
        self._weight = self._done = self._done_now = 0
        self._texts = self._findings = 0

    def planning(self) -> None:
        """Say that the inputs are looked through."""
        self._line.show("planning: looking through the inputs")

    def planned(self, planned: Planned) -> None:
        """Begin with what was done before."""
        self._begun = self._clock()
        self._weight, self._done = planned.weight, planned.done_weight
        self._draw()

    def noted(self, outcome: ShardOutcome) -> None:
        """Take notice of what became of a shard."""
        self._done += outcome.weight
        self._done_now += outcome.weight
        self._texts += outcome.texts
        self._findings += outcome.findings
        if self._clock() >= self._next:
            self._next = self._clock() + _PAUSE
            self._draw()

    def summing_up(self) -> None:
        """Say that the work is done but for the summary."""
        self._line.show("summing up")

    def clear(self) -> None:
        """Show nothing, so that something else can be written there."""
        self._line.clear()

    def _draw(self) -> None:
        share = self._done / self._weight if self._weight else 1.0
        text = f"audited {min(share, 1.0):4.0%}"
        seconds = self._clock() - self._begun
        if self._done_now and seconds > 0:
            text += f" · {self._texts:,} texts, {self._texts / seconds:,.0f}/s"
            text += f" · {self._findings:,} findings"
            left = (self._weight - self._done) * seconds / self._done_now
            text += f" · {in_words(left)} left"
        self._line.show(text)


def in_words(seconds: float) -> str:
    """Return a time as people say it: "2 h 05 min".

    >>> [in_words(seconds) for seconds in (3.2, 75, 7500, 300_000)]
    ['4 s', '1 min 15 s', '2 h 05 min', '3 d 11 h']
    """
    whole = max(0, -int(-seconds // 1))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02} s"
    if whole < 86_400:
        return f"{whole // 3600} h {whole % 3600 // 60:02} min"
    return f"{whole // 86_400} d {whole % 86_400 // 3600} h"
