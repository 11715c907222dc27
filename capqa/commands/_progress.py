"""One line on a terminal that says how far a download or a check is."""

from __future__ import annotations

import shutil
from time import monotonic
from typing import TYPE_CHECKING, TextIO, TypeVar

from capqa.visible import display_width, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

_BAR = 24
_CLEAR = "\r\x1b[K"
_PATIENCE, _PAUSE = 0.3, 0.1
"""Seconds before a line is shown at all, and between two."""

_LARGE = 1_000_000
"""From how many bytes on it is told how far a file is."""

T = TypeVar("T")


def in_bytes(size: int) -> str:
    """Return a size as people read it: "84.9 MB"."""
    number = float(size)
    for unit in ("bytes", "KB", "MB"):
        if number < 999.5:
            return f"{number:.0f} {unit}" if unit in ("bytes", "KB") else f"{number:.1f} {unit}"
        number /= 1000
    return f"{number:.2f} GB"


class TerminalLine:
    """One line at the foot of a terminal, drawn again and again; nothing where there is none."""

    def __init__(self, stream: TextIO) -> None:
        """Draw on a stream, if that is a terminal."""
        self._stream = stream
        self._wanted = stream.isatty()
        self._shown = ""

    def show(self, text: str) -> None:
        """Show a text from `visible`, as much of it as the terminal is wide."""
        if not self._wanted:
            return
        line = _cut(text, shutil.get_terminal_size().columns - 1)
        if line != self._shown:
            self._shown = line
            self._stream.write(_CLEAR + line)
            self._stream.flush()

    def clear(self) -> None:
        """Show nothing, so that something else can be written there."""
        if self._shown:
            self._shown = ""
            self._stream.write(_CLEAR)
            self._stream.flush()


class ProgressLine:
    """A progress bar to call with the bytes so far and in all; gone when the block ends."""

    def __init__(self, what: str, stream: TextIO) -> None:
        """Say ``what`` is loading on a stream, if that is a terminal."""
        self._what = visible(what)
        self._line = TerminalLine(stream)

    def __enter__(self) -> ProgressLine:
        """Show nothing yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Clear the line."""
        self._line.clear()

    def __call__(self, received: int, total: int) -> None:
        """Show how far it is; ``total`` is 0 where nobody knows."""
        if total:
            done = min(received / total, 1.0)
            bar = "█" * int(done * _BAR)
            self._line.show(f"{self._what} ▕{bar:<{_BAR}}▏ {done:4.0%} of {in_bytes(total)}")
        else:
            self._line.show(f"{self._what} {in_bytes(received)}")


class CheckProgress:
    """Which file is being checked, which of how many, and how far it is in a large one.

    Nothing is shown while others write: it is drawn amid the checking of an input alone, and gone
    when the input is passed on; and not while the report stands amid a line on a terminal.
    """

    def __init__(self, stream: TextIO, report: TextIO) -> None:
        """Draw on a stream, the report being written to another one."""
        self._line = TerminalLine(stream)
        self._report = report
        self._amid_report_line = False
        self._number = self._of = 0
        self._next = monotonic() + _PATIENCE

    def counted(self, inputs: Iterable[T]) -> Iterator[T]:
        """Pass inputs on, all of them found first, so that their number is known."""
        found = list(inputs)
        self._of = len(found)
        for self._number, each in enumerate(found, start=1):
            yield each

    def __call__(self, name: str, step: str, done: int, total: int) -> None:
        """Show how far it is, not too often."""
        is_large = total > _LARGE
        now = monotonic()
        if self._amid_report_line or not (now >= self._next or (is_large and not done)):
            return
        self._next = now + _PAUSE
        text = f"{step} {self._number:,} of {self._of:,}: {visible(name)}"
        if is_large:
            text += f", {in_bytes(done)} of {in_bytes(total)}"
        self._line.show(text)

    def apart(self, files: Iterable[T]) -> Iterator[T]:
        """Pass files on, with the line gone while they are written about."""
        try:
            for file in files:
                self._line.clear()
                yield file
        finally:
            self._line.clear()

    def wrote(self, piece: str) -> None:
        """Take notice of a piece of the report."""
        self._report.flush()
        self._amid_report_line = self._report.isatty() and not piece.endswith("\n")


def _cut(text: str, width: int) -> str:
    if display_width(text) <= width:
        return text
    end = len(text)
    while end and display_width(text[:end]) > width - 1:
        end -= 1
    return text[:end] + "…"
