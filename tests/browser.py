"""A headless Chromium, driven through its DevTools protocol."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import re
import shutil
import subprocess
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
SECONDS = 60
# It asks nobody for updates, accounts or the like: what is asked is what the page asks.
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--remote-debugging-port=0",
)


def chromium() -> str | None:
    """Return where Chromium is, None where it is not."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Tab:
    """A tab of the browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._reading = asyncio.create_task(self._read())
        self.requests: list[str] = []
        """The addresses that were asked for, websockets included."""
        self.errors: list[str] = []
        """What the page's scripts and the browser complained of."""

    async def do(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        return await asyncio.wait_for(answer, SECONDS)

    async def open(self, address: str, *, width: int, height: int) -> None:
        for domain in ("Network", "Runtime", "Log", "Page"):
            await self.do(f"{domain}.enable")
        await self.do(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        await self.do("Page.navigate", url=address)

    async def value(self, script: str) -> Any:
        """Return what a script is worth."""
        answer = await self.do("Runtime.evaluate", expression=script, returnByValue=True)
        return answer["result"].get("value")

    async def until(self, script: str) -> None:
        """Wait until a script is true."""
        async with asyncio.timeout(SECONDS):
            while not await self.value(script):
                await asyncio.sleep(0.05)

    async def press(self, key: str) -> None:
        """Press and release a key that types a letter."""
        code = f"Key{key.upper()}"
        await self.do("Input.dispatchKeyEvent", type="keyDown", key=key, code=code, text=key)
        await self.do("Input.dispatchKeyEvent", type="keyUp", key=key, code=code)

    async def picture(self) -> bytes:
        """Return what the tab shows, as PNG."""
        await self.do("Page.bringToFront")  # nothing is drawn of the others
        answer = await self.do("Page.captureScreenshot", format="png")
        return base64.b64decode(answer["data"])

    async def close(self) -> None:
        await self.do("Page.close")

    async def _read(self) -> None:
        async for message in self._socket:
            told = message.json()
            if "id" in told:
                self._answer(told)
            else:
                self._note(told["method"], told["params"])

    def _answer(self, told: dict[str, Any]) -> None:
        answer = self._waiting.pop(told["id"])
        if "error" in told:
            answer.set_exception(AssertionError(told["error"]))
        else:
            answer.set_result(told["result"])

    def _note(self, method: str, told: dict[str, Any]) -> None:
        match method:
            case "Network.requestWillBeSent":
                self.requests.append(told["request"]["url"])
            case "Network.webSocketCreated":
                self.requests.append(told["url"])
            case "Runtime.exceptionThrown":
                self.errors.append(str(told["exceptionDetails"]))
            case "Log.entryAdded" if told["entry"]["level"] == "error":
                self.errors.append(told["entry"]["text"])


class Browser:
    """A browser that runs, with a profile of its own."""

    def __init__(self, address: str, client: aiohttp.ClientSession) -> None:
        self._address = address
        self._client = client

    async def tab(self) -> Tab:
        """Return a new, empty tab."""
        async with self._client.put(f"{self._address}/json/new") as answer:
            told = json.loads(await answer.text())
        socket = await self._client.ws_connect(told["webSocketDebuggerUrl"], max_msg_size=0)
        return Tab(socket)


@asynccontextmanager
async def browsing(program: str, profile: Path) -> AsyncIterator[Browser]:
    """Run a browser until the block ends."""
    log_file = profile.with_name(f"{profile.name}.log")
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            [program, *OPTIONS, f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
    try:
        address = await _address(process, log_file)
        async with aiohttp.ClientSession() as client:
            yield Browser(address, client)
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait)


async def _address(process: subprocess.Popen[bytes], log_file: Path) -> str:
    while process.poll() is None:
        log = log_file.read_text(encoding="utf-8", errors="replace")
        if found := re.search(r"DevTools listening on ws://([^/]+)/", log):
            return f"http://{found[1]}"
        await asyncio.sleep(0.05)
    raise AssertionError(log_file.read_text(encoding="utf-8", errors="replace"))
