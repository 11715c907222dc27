"""What the server answers: the page, what it is made of, and the connection of its screen."""

from __future__ import annotations

import asyncio
import contextlib
import json
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import textual_serve
from aiohttp import WSMsgType, web

from capqa.tui.web.guard import add_headers, admits, guarding, refusal
from capqa.tui.web.page import Page
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from aiohttp import WSMessage

MOST_PAGES: Final = 8

_OURS: Final = Path(__file__).parent / "browser"
_TEXTUAL: Final = Path(textual_serve.__file__).parent / "static"
_SECONDS_BETWEEN_SIGNS_OF_LIFE: Final = 15.0
_SECONDS_TO_CLOSE: Final = 2.0
_MOST_BYTES_TYPED: Final = 1_000_000
_WITHOUT_DEFECT: Final = (0, 2)
_WITHOUT_TOKEN: Final = "the review is at the whole address that capqa printed, token included"  # noqa: S105


class Pages:
    """The pages that are open, each on a process that runs a command."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        token: str,
        say: Callable[[str], None],
    ) -> None:
        """Open none yet; ``say`` is told, in lines, what happens that no page can show."""
        self._command = command
        self._environment = environment
        self._token = token
        self._say = say
        self._sockets: set[web.WebSocketResponse] = set()
        self._over = asyncio.Event()

    def application(self, *, is_local: bool) -> web.Application:
        """Return what answers; ``is_local``: only this machine reaches it."""
        application = web.Application(middlewares=[guarding(is_local=is_local)])
        application.add_routes(
            [
                web.get("/", self._index),
                web.get("/ws/{token}", self._connection),
                web.static("/page", _OURS),
                web.static("/textual", _TEXTUAL),
            ]
        )
        application.on_response_prepare.append(add_headers)
        application.on_shutdown.append(self._close)
        return application

    async def _index(self, request: web.Request) -> web.StreamResponse:
        if not admits(self._token, request.query.get("token", "")):
            return refusal(HTTPStatus.FORBIDDEN, _WITHOUT_TOKEN)
        return web.FileResponse(_OURS / "index.html")

    async def _connection(self, request: web.Request) -> web.StreamResponse:
        if not admits(self._token, request.match_info["token"]):
            return refusal(HTTPStatus.FORBIDDEN, _WITHOUT_TOKEN)
        socket = web.WebSocketResponse(
            heartbeat=_SECONDS_BETWEEN_SIGNS_OF_LIFE,
            max_msg_size=_MOST_BYTES_TYPED,
            timeout=_SECONDS_TO_CLOSE,
        )
        await socket.prepare(request)
        if len(self._sockets) >= MOST_PAGES:
            said = f"{MOST_PAGES} pages are open on this review already; close one of them."
        else:
            self._sockets.add(socket)
            try:
                await self._tell_how_many()
                said = await self._reviewed(socket, request.query)
            finally:
                self._sockets.discard(socket)
        await self._tell_how_many()
        with contextlib.suppress(ConnectionError):
            await socket.send_json(["over", said])
        await socket.close()
        return socket

    async def _reviewed(self, socket: web.WebSocketResponse, query: Mapping[str, str]) -> str:
        """Let a page review until it quits, its browser leaves or all is over; say how it was."""
        page = await Page.opened(
            self._command,
            self._environment,
            _number(query.get("width", ""), 80),
            _number(query.get("height", ""), 24),
        )
        sides = [
            asyncio.create_task(page.show(socket.send_bytes)),
            asyncio.create_task(_pass_on(socket, page)),
            asyncio.create_task(self._over.wait()),
        ]
        try:
            await asyncio.wait(sides, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            await _stopped(sides)
            await page.kill()
            raise
        left = not sides[0].done()
        await _stopped(sides)
        code = await page.end()
        if code in _WITHOUT_DEFECT or left:
            ended = "The review was ended where it was started." if self._over.is_set() else ""
            return ended or "\n".join(map(visible, page.said.splitlines()))
        for line in page.said.splitlines():
            self._say(visible(line))
        return "The review stopped because of a defect; what it said is where it was started."

    async def _tell_how_many(self) -> None:
        message = ["pages", len(self._sockets)]
        await asyncio.gather(*(_send(socket, message) for socket in self._sockets))

    async def _close(self, _: web.Application) -> None:
        self._over.set()


async def _pass_on(socket: web.WebSocketResponse, page: Page) -> None:
    """Tell a page what its browser does, until that leaves."""
    async for message in socket:
        match _parsed(message):
            case ["stdin", str(keys)]:
                await page.press(keys)
            case ["resize", {"width": int(width), "height": int(height)}]:
                await page.resize(width, height)
            case ["focus" | "blur" as kind]:
                await page.focus(kind == "focus")
            case ["ping", str(sent)]:
                await _send(socket, ["pong", sent])


def _parsed(message: WSMessage) -> Any:
    try:
        return json.loads(message.data) if message.type is WSMsgType.TEXT else None
    except (ValueError, RecursionError):
        return None


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise


async def _send(socket: web.WebSocketResponse, message: object) -> None:
    with contextlib.suppress(ConnectionError, TimeoutError):
        # A browser that takes nothing keeps nobody waiting.
        async with asyncio.timeout(_SECONDS_TO_CLOSE):
            await socket.send_json(message)


async def _stopped(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
