"""One line on a terminal that says how far a download is; nothing where there is no terminal."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, TextIO

from capqa.visible import visible

if TYPE_CHECKING:
    from types import TracebackType

_BAR = 24
_CLEAR = "\r\x1b[K"


def in_bytes(size: int) -> str:
    """Return a size as people read it: "84.9 MB"."""
    number = float(size)
    for unit in ("bytes", "KB", "MB"):
        if number < 999.5:
            return f"{number:.0f} {unit}" if unit in ("bytes", "KB") else f"{number:.1f} {unit}"
        number /= 1000
    return f"{number:.2f} GB"


class ProgressLine:
    """A progress bar to call with the bytes so far and in all; gone when the block ends."""

    def __init__(self, what: str, stream: TextIO) -> None:
        """Say ``what`` is loading on a stream, if that is a terminal."""
        self._what = visible(what)
        self._stream = stream
        self._wanted = stream.isatty()
        self._shown = ""

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
        if self._shown:
            self._stream.write(_CLEAR)
            self._stream.flush()

    def __call__(self, received: int, total: int) -> None:
        """Show how far it is; ``total`` is 0 where nobody knows."""
        if not self._wanted:
            return
        line = self._line(received, total)
        if line != self._shown:
            self._shown = line
            self._stream.write(_CLEAR + line)
            self._stream.flush()

    def _line(self, received: int, total: int) -> str:
        if total:
            done = min(received / total, 1.0)
            bar = "█" * int(done * _BAR)
            line = f"{self._what} ▕{bar:<{_BAR}}▏ {done:4.0%} of {in_bytes(total)}"
        else:
            line = f"{self._what} {in_bytes(received)}"
        return line[: shutil.get_terminal_size().columns - 1]
