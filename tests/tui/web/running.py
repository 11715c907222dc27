"""`capqa review --web` as users start it, and a browser's side of a page without the browser."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp

from capqa.model import Decision
from capqa.review.log_reading import read_events

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

ROOT = Path(__file__).parents[3]
SECONDS = 60

LIBERATION = "Irak | Befreiungsaktion Mossul"
REFUGEES = "Geflüchtete Kinder im Lager"
PAGE = f"""Jihadist leaders are fleeing the besieged Iraqi city of Mosul as local forces close in.

{LIBERATION}
Image: dpa

Thousands of people are fleeing to a camp in Syria, where there is not enough to eat.

{REFUGEES}
Image: Reuters
"""


@dataclass(frozen=True)
class Served:
    """A review that is served: its address up to the token, the token, and its process."""

    base: str
    token: str
    process: subprocess.Popen[str]

    @property
    def url(self) -> str:
        return f"{self.base}/?token={self.token}"

    @property
    def connection(self) -> str:
        return f"{self.base}/ws/{self.token}?width=120&height=40"

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(SECONDS)

    def children(self) -> list[int]:
        """Return the processes of the pages that are open."""
        return [each for each in map(int, _processes()) if _status(each)[1] == self.process.pid]


@contextmanager
def served(
    folder: Path, *arguments: str, environment: dict[str, str] | None = None
) -> Iterator[Served]:
    """Run `capqa review --web` in a folder until the block ends."""
    with (folder / "errors").open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "capqa", "review", "--web", *arguments],
            cwd=folder,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "CAPQA_REVIEWER": "ana",
                **(environment or {}),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
        )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if found := re.fullmatch(r"Review at (\S+)/\?token=(\S+)\n", line):
                yield Served(found[1], found[2], process)
                break
        else:
            raise AssertionError((folder / "errors").read_text(encoding="utf-8"))
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


class Reviewer:
    """What a page's browser does: it presses keys, and sees what is drawn and told."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self.drawn = ""
        self.told: list[list[Any]] = []
        self.reading = asyncio.create_task(self._read())

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self._socket.send_json(["stdin", key])

    async def sees(self, text: str) -> None:
        await until(lambda: text in self.drawn or self.reading.done())
        assert text in self.drawn

    async def is_told(self, message: list[Any]) -> None:
        await until(lambda: message in self.told or self.reading.done())
        assert message in self.told, self.told

    async def leaves(self) -> None:
        """Close the tab."""
        await self._socket.close()

    async def _read(self) -> None:
        async for message in self._socket:
            if message.type is aiohttp.WSMsgType.BINARY:
                drawn = message.data.decode("utf-8", errors="replace")
                self.drawn += re.sub("\x1b\\[[^a-zA-Z]*[a-zA-Z]", "", drawn)
            else:
                self.told.append(message.json())


@asynccontextmanager
async def reviewing(review: Served) -> AsyncIterator[Reviewer]:
    """Open a page and leave it when the block ends."""
    async with (
        aiohttp.ClientSession() as client,
        client.ws_connect(review.connection, origin=review.base) as socket,
    ):
        reviewer = Reviewer(socket)
        await reviewer.sees("Befreiungsaktion")
        yield reviewer


async def until(holds: Callable[[], bool]) -> None:
    """Wait for something to be so."""
    async with asyncio.timeout(SECONDS):
        while not holds():
            await asyncio.sleep(0.02)


def decided(log: Path) -> list[tuple[str, str, str]]:
    """Return who decided what, on which words."""
    return [
        (each.reviewer, str(each.action), each.source)
        for each in read_events(log)
        if isinstance(each, Decision)
    ]


def has_ended(process: int) -> bool:
    """Return whether a process has: what is left of it may not have been collected yet."""
    return _status(process)[0] in ("", "Z")


def _processes() -> list[str]:
    return [each for each in os.listdir("/proc") if each.isdecimal()]


def _status(process: int) -> tuple[str, int]:
    """Return the state of a process, "" when there is none, and its parent."""
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "", 0
    state, parent = status.rpartition(")")[2].split()[:2]
    return state, int(parent)
