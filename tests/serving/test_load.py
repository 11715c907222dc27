"""Many requests at once: none is lost, and each gets its own answer."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.serving.running import served

if TYPE_CHECKING:
    from tests.serving.running import Served

REQUESTS, AT_ONCE = 500, 20


async def test_five_hundred_requests_twenty_at_once(server: Served) -> None:
    numbers = iter(range(REQUESTS))
    answered: dict[int, str] = {}

    async def client(session: httpx.AsyncClient) -> None:
        for number in numbers:
            caption = f"Irak | Befreiungsaktion Mossul {number}"
            answer = await session.post(
                "/v1/check",
                params={"filename": f"{number}.txt"},
                content=f"{caption}\nImage: AFP\n",
                headers={"X-Request-Id": str(number)},
            )
            assert answer.status_code == 200, answer.text
            assert answer.headers["x-request-id"] == str(number)
            (finding,) = answer.json()["findings"]
            assert finding["path"] == f"{number}.txt"
            answered[number] = finding["text"]

    limits = httpx.Limits(max_connections=AT_ONCE)
    async with httpx.AsyncClient(base_url=server.address, limits=limits, timeout=60) as session:
        await asyncio.gather(*(client(session) for _ in range(AT_ONCE)))
    assert answered == {n: f"Irak | Befreiungsaktion Mossul {n}" for n in range(REQUESTS)}


def test_a_signal_ends_it_when_all_is_answered(tmp_path: Path) -> None:
    page = b"Irak | Befreiungsaktion Mossul\nImage: AFP\n\n" * 1000
    with served(tmp_path, "--jobs", "1") as server:
        answers: list[httpx.Response] = []

        def ask() -> None:
            url = f"{server.address}/v1/check?filename=a.txt"
            answers.append(httpx.post(url, content=page, timeout=60))

        threads = [threading.Thread(target=ask) for _ in range(3)]
        for thread in threads:
            thread.start()
        while len(_connections(server)) < len(threads):
            time.sleep(0.005)
        # As a service manager does: the processes that check are told, too.
        for child in _children(server):
            os.kill(child, signal.SIGTERM)
        assert server.end() == 0
        for thread in threads:
            thread.join()
        assert [each.status_code for each in answers] == [200] * 3
        assert all(len(each.json()["findings"]) == 1000 for each in answers)
        assert not any("Traceback" in line for line in server.log)


def test_a_process_that_is_ended_is_replaced(tmp_path: Path) -> None:
    with served(tmp_path, "--jobs", "1") as server:
        (child,) = _children(server)
        os.kill(child, signal.SIGKILL)
        url = f"{server.address}/v1/check?filename=a.txt"
        first = httpx.post(url, content=b"Sentences", timeout=60)
        assert first.status_code == 503
        assert first.headers["retry-after"] == "2"
        assert httpx.post(url, content=b"Sentences", timeout=60).status_code == 200
        assert server.end() == 0


def test_the_log_has_a_line_for_each_request_and_acts_on_no_terminal(server: Served) -> None:
    headers = {"X-Request-Id": "log-test"}
    httpx.get(f"{server.address}/%1b[31m?%7F=%0a", headers=headers)
    # The line is written when the answer is on its way.
    while not (lines := [line for line in server.log if "log-test" in line]):
        time.sleep(0.01)
    (line,) = lines
    assert line.split()[3:6] == ["GET", "/%1b[31m?%7F=%0a", "404"]


def _children(server: Served) -> list[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(server.process.pid)],
        capture_output=True,
        text=True,
        check=False,
    )
    return [int(each) for each in listed.stdout.split()]


def _connections(server: Served) -> list[str]:
    """Return the connections to a server that are open, as Linux lists them."""
    port = f":{server.port:04X}"
    listed = Path("/proc/net/tcp").read_text(encoding="ascii")
    rows = [line.split() for line in listed.splitlines()]
    return [row[2] for row in rows if row[1].endswith(port) and row[3] == "01"]


pytestmark = pytest.mark.skipif(not os.path.exists("/proc/net/tcp"), reason="looks at /proc")
