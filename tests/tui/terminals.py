"""A real terminal for the tests: tmux, with a shell in it, on a socket of their own."""

from __future__ import annotations

import shutil
import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 60.0
"""How long is waited for a text at most; a busy machine is slow."""


def why_not() -> str:
    """Return why there can be no terminal here, "" when there can."""
    return "" if shutil.which("tmux") else "tmux is not installed (apt-get install tmux)"


class Terminal:
    """A shell in tmux: keys go in, what is on the screen comes out."""

    def __init__(self, socket: Path, folder: Path, environment: dict[str, str]) -> None:
        """Start a shell in a folder; the screen is 100 by 30."""
        self._socket = socket
        self._environment = environment
        size = ("-x", "100", "-y", "30")
        self._shell = ("-c", str(folder), "env PS1='$ ' sh")
        self._tmux("-f", "/dev/null", "new-session", "-d", *size, *self._shell)

    def renew(self) -> None:
        """Start another shell on a clean screen, as a killed program leaves it in disorder."""
        self._tmux("respawn-pane", "-k", *self._shell)
        self.hides("capqa review")

    def type(self, text: str) -> None:
        """Type a text as it is."""
        self._tmux("send-keys", "-l", "--", text)

    def press(self, *keys: str) -> None:
        """Press keys by their names."""
        self._tmux("send-keys", "--", *keys)

    @property
    def screen(self) -> str:
        """What is on the screen."""
        return self._tmux("capture-pane", "-p")

    def shows(self, text: str) -> str:
        """Wait for a text; return the screen that it is on."""
        return self._waited(text, present=True)

    def hides(self, text: str) -> str:
        """Wait until a text is gone; return the screen."""
        return self._waited(text, present=False)

    def close(self) -> None:
        """End the terminal, and what runs in it."""
        subprocess.run(
            ["tmux", "-S", str(self._socket), "kill-server"], capture_output=True, check=False
        )

    def _waited(self, text: str, *, present: bool) -> str:
        deadline = time.monotonic() + SECONDS
        while (text in (screen := self.screen)) is not present:
            wanted = "shown" if present else "hidden"
            assert time.monotonic() < deadline, f"{text!r} was not {wanted}:\n{screen}"
            time.sleep(0.02)
        return screen

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-S", str(self._socket), *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=self._environment,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
