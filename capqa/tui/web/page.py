"""A page: the review in a process of its own, which draws for the browser and is typed to by it.

The packets are those of Textual's web driver: a letter for the kind, four bytes for the size of the
payload, the payload.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
from asyncio.subprocess import PIPE
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from textual_serve.app_service import AppService

if TYPE_CHECKING:
    from asyncio import StreamReader
    from asyncio.subprocess import Process
    from collections.abc import Awaitable, Callable, Mapping, Sequence

DRIVER: Final = "capqa.tui.web.driver:PageDriver"

_STARTED: Final = b"__GANGLION__\n"
_DRAWN: Final = b"D"
_META: Final = b"M"
# Files may be being written, which is not to be cut short.
_SECONDS_TO_END: Final = 20.0
_MOST_SAID: Final = 20_000
_LARGEST: Final = (1_000, 500)


class _Stage(Enum):
    STARTING = auto()
    SHOWN = auto()
    LEAVING = auto()


class Page:
    """A process that reviews; `show` and the methods that tell it something run side by side."""

    def __init__(self, process: Process) -> None:
        """Take a process that was just started; `opened` starts one."""
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        self._process = process
        self._keys = process.stdin
        self._screen = process.stdout
        # Apart: which of the two is read first is a matter of luck.
        self._printed, self._complained = bytearray(), bytearray()
        self._errors = asyncio.create_task(self._keep(process.stderr, self._complained))
        self._stage = _Stage.STARTING

    @classmethod
    async def opened(
        cls, command: Sequence[str], environment: Mapping[str, str], width: int, height: int
    ) -> Page:
        """Start a command, whose screen has so many columns and rows.

        No shell reads the command, and no signal of the terminal reaches the process: the server
        ends it in its own time.
        """
        width, height = _size(width, height)
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            start_new_session=os.name == "posix",
            env={
                **environment,
                "TEXTUAL_DRIVER": DRIVER,
                "TEXTUAL_COLOR_SYSTEM": "truecolor",
                "TERM": "xterm-256color",
                "COLUMNS": str(width),
                "ROWS": str(height),
            },
        )
        return cls(process)

    @property
    def said(self) -> str:
        """The last of what the process printed, apart from its screen."""
        said = self._printed + self._complained
        return said[-_MOST_SAID:].decode("utf-8", errors="replace")

    async def show(self, send: Callable[[bytes], Awaitable[None]]) -> None:
        """Send what the process draws, until it leaves its screen or nobody takes it any more."""
        if not await self._has_begun():
            return
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                kind = await self._screen.readexactly(1)
                size = int.from_bytes(await self._screen.readexactly(4), "big")
                payload = await self._screen.readexactly(size)
                if kind == _DRAWN:
                    await send(payload)
                elif kind == _META and json.loads(payload)["type"] == "exit":
                    self._stage = _Stage.LEAVING
                    return

    async def press(self, keys: str) -> None:
        """Type what a terminal sends for some keys."""
        await self._tell(AppService.encode_packet(b"D", keys.encode("utf-8", errors="replace")))

    async def resize(self, width: int, height: int) -> None:
        """Say that the screen now has so many columns and rows."""
        width, height = _size(width, height)
        await self._tell_meta({"type": "resize", "width": width, "height": height})

    async def focus(self, focused: bool) -> None:
        """Say whether the page has the keyboard."""
        await self._tell_meta({"type": "focus" if focused else "blur"})

    async def end(self) -> int:
        """Let the process quit if it still runs, and return its exit code when it has ended.

        One that does not end is killed, which loses no decision.
        """
        try:
            async with asyncio.timeout(_SECONDS_TO_END):
                await asyncio.gather(
                    self._quit(), self._keep(self._screen, self._printed), self._errors
                )
                return await self._process.wait()
        except TimeoutError:
            return await self.kill()
        except asyncio.CancelledError:
            await self.kill()
            raise

    async def kill(self) -> int:
        """End the process at once, and return its exit code. Nothing may `show` it any more."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        self._errors.cancel()
        await self._keep(self._screen, self._printed)
        return await self._process.wait()

    async def _has_begun(self) -> bool:
        with contextlib.suppress(ValueError):  # a line longer than one is
            async for line in self._screen:
                if line == _STARTED:
                    self._stage = _Stage.SHOWN
                    return True
                _hear(self._printed, line)
        self._stage = _Stage.LEAVING
        return False

    async def _quit(self) -> None:
        if self._stage is _Stage.SHOWN:
            await self._tell_meta({"type": "quit"})
        elif self._stage is _Stage.STARTING:
            # It does not read yet what it is told, and has decided nothing.
            with contextlib.suppress(ProcessLookupError):
                self._process.terminate()
        with contextlib.suppress(OSError):
            self._keys.close()

    async def _tell_meta(self, meta: Mapping[str, object]) -> None:
        await self._tell(AppService.encode_packet(b"M", json.dumps(meta).encode()))

    async def _tell(self, packet: bytes) -> None:
        # Nothing can be told to a process that has ended, or is about to.
        with contextlib.suppress(OSError, RuntimeError):
            self._keys.write(packet)
            await self._keys.drain()

    @staticmethod
    async def _keep(stream: StreamReader, said: bytearray) -> None:
        while data := await stream.read(65_536):
            _hear(said, data)


def _hear(said: bytearray, data: bytes) -> None:
    said += data
    del said[:-_MOST_SAID]


def _size(width: int, height: int) -> tuple[int, int]:
    return min(max(width, 1), _LARGEST[0]), min(max(height, 1), _LARGEST[1])
