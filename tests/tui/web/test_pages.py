"""Pages on processes that are no review: as many as may be, broken ones, and ones that hang."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from capqa.tui.web import page
from capqa.tui.web.application import MOST_PAGES, Pages

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TOKEN = "correct-horse-battery"
SHOWING = "import os, sys; os.write(1, b'__GANGLION__\\nD' + (2).to_bytes(4, 'big') + b'hi'); "
ECHO = SHOWING + (
    "import time\n"
    "while data := os.read(0, 1000):\n"
    "    os.write(1, b'D' + len(data).to_bytes(4, 'big') + data)"
)
LEAVING = SHOWING + "os.write(1, b'M' + (15).to_bytes(4, 'big') + b'{\"type\":\"exit\"}'); "


class Served:
    def __init__(self, client: Any, said: list[str]) -> None:
        self.client = client
        self.said = said

    def page(self, size: str = "width=80&height=24") -> Any:
        origin = str(self.client.make_url("")).rstrip("/")
        return self.client.ws_connect(f"/ws/{TOKEN}?{size}", origin=origin)


@asynccontextmanager
async def serving(program: str) -> AsyncIterator[Served]:
    said: list[str] = []
    pages = Pages((sys.executable, "-S", "-c", program), os.environ, TOKEN, said.append)
    async with TestClient(TestServer(pages.application(is_local=True))) as client:
        yield Served(client, said)


async def test_what_is_drawn_and_typed_is_passed_on_whatever_else_is_sent() -> None:
    async with serving(ECHO) as review, review.page() as socket:
        assert await socket.receive_json() == ["pages", 1]
        assert await socket.receive_bytes() == b"hi"
        for nonsense in ('["stdin"]', '["stdin", 1]', "{", "null", "[" * 100_000, '["resize", {}]'):
            await socket.send_str(nonsense)
        await socket.send_bytes(b"\x00")
        await socket.send_json(["ping", "1"])
        assert await socket.receive_json() == ["pong", "1"]
        await socket.send_str('["stdin", "\\ud800ä"]')
        assert await socket.receive_bytes() == b"D\x00\x00\x00\x03?\xc3\xa4"
        await socket.send_json(["resize", {"width": 10**9, "height": -1}])
        assert (await socket.receive_bytes())[5:] == (
            b'{"type": "resize", "width": 1000, "height": 1}'
        )


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ("width=91&height=30", b"91 30"),
        ("width=1e9&height=", b"80 24"),
        ("width=99999", b"1000 24"),
    ],
)
async def test_the_process_knows_how_large_its_screen_is(size: str, shown: bytes) -> None:
    program = (
        "import os; shown = (os.environ['COLUMNS'] + ' ' + os.environ['ROWS']).encode(); "
        "os.write(1, b'__GANGLION__\\nD' + len(shown).to_bytes(4, 'big') + shown); os.read(0, 1)"
    )
    async with serving(program) as review, review.page(size) as socket:
        assert await socket.receive_json() == ["pages", 1]
        assert await socket.receive_bytes() == shown


async def test_one_page_too_many_is_told_so() -> None:
    async with serving(ECHO) as review, AsyncExitStack() as stack:
        for count in range(MOST_PAGES):
            socket = await stack.enter_async_context(review.page())
            assert await socket.receive_json() == ["pages", count + 1]
        async with review.page() as socket:
            assert await socket.receive_json() == [
                "over",
                f"{MOST_PAGES} pages are open on this review already; close one of them.",
            ]


@pytest.mark.parametrize("start", ["import sys; ", "import os; print('before'); ", LEAVING])
async def test_a_defect_is_told_where_the_server_was_started(start: str) -> None:
    program = f"{start}import sys; print('Trace\\x1b[2J', file=sys.stderr); sys.exit(1)"
    async with serving(program) as review, review.page() as socket:
        told = await last(socket)
        assert told == [
            "over",
            "The review stopped because of a defect; what it said is where it was started.",
        ]
        assert review.said[-1] == "Trace␛[2J"


async def test_what_is_said_at_the_end_is_told_in_the_page() -> None:
    program = f"{LEAVING}print('2 findings: 2 open\\n\\x1b[2J')"
    async with serving(program) as review, review.page() as socket:
        assert await last(socket) == ["over", "2 findings: 2 open\n␛[2J"]
        assert review.said == []


async def test_one_that_hangs_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_SECONDS_TO_END", 0.1)
    hanging = f"{LEAVING}import time; time.sleep(3600)"
    async with serving(hanging) as review, asyncio.timeout(60), review.page() as socket:
        assert (await last(socket))[0] == "over"


async def last(socket: Any) -> Any:
    """Return the last message of a connection that the server ends."""
    found = None
    async for message in socket:
        found = message.json() if isinstance(message.data, str) else found
    assert socket.close_code == 1000
    return found
