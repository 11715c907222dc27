"""A server as users start it: a process of its own, on a free port of the loopback."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Served:
    """A server that runs, where it listens, and its log."""

    address: str
    port: int
    process: subprocess.Popen[bytes]
    log_file: Path

    @property
    def log(self) -> list[str]:
        return self.log_file.read_text(encoding="utf-8").splitlines()

    def end(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)


@contextmanager
def served(
    folder: Path, *arguments: str, environment: dict[str, str] | None = None
) -> Iterator[Served]:
    """Run `capqa serve` in a folder until the block ends."""
    log_file = folder / "log"
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "capqa", "serve", "--port", "0", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
    try:
        address = _announced(process, log_file)
        yield Served(address, int(address.rpartition(":")[2]), process, log_file)
    finally:
        process.kill()
        process.wait()


def _announced(process: subprocess.Popen[bytes], log_file: Path) -> str:
    import time

    while process.poll() is None:
        found = re.search(r"listening at (\S+)\n", log_file.read_text(encoding="utf-8"))
        if found:
            return found[1]
        time.sleep(0.02)
    raise AssertionError(log_file.read_text(encoding="utf-8"))
