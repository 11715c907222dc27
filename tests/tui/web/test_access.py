"""Who may reach a review: whoever has its address, from its own page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import aiohttp
import httpx
import pytest

from tests.tui.web.running import SECONDS, reviewing, served

if TYPE_CHECKING:
    from tests.tui.web.running import Served

PAGE_FILES = ("page/page.js", "page/page.css", "textual/js/textual.js", "textual/css/xterm.css")


@pytest.mark.parametrize(
    "query", ["", "?token=", "?token=x", "?token={}x", "?token={:.10}", "?Token={}", "?token=%ff"]
)
def test_without_the_token_there_is_no_page(review: Served, query: str) -> None:
    answer = httpx.get(f"{review.base}/{query.format(review.token)}")
    assert answer.status_code == 403
    assert answer.text == (
        "the review is at the whole address that capqa printed, token included\n"
    )


def test_with_the_token_there_is(review: Served) -> None:
    answer = httpx.get(review.url)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "textual-terminal" in answer.text


@pytest.mark.parametrize("token", ["", "x", "{}x"])
async def test_without_the_token_no_process_starts(review: Served, token: str) -> None:
    address = f"{review.base}/ws/{token.format(review.token)}"
    assert await refused(address, review.base) == (404 if not token else 403)
    assert review.children() == []


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://127.0.0.1:1", "http://localhost", "//["]
)
async def test_other_pages_cannot_connect(review: Served, origin: str | None) -> None:
    assert await refused(review.connection, origin) == 403
    assert review.children() == []


@pytest.mark.parametrize("origin", ["null", "http://evil.example"])
def test_other_pages_cannot_ask(review: Served, origin: str) -> None:
    assert httpx.get(review.url, headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "x@y"]
)
def test_names_that_were_pointed_here_are_refused(review: Served, host: str) -> None:
    for path in ("/?token=" + review.token, "/textual/js/textual.js"):
        assert httpx.get(review.base + path, headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "localhost"])
def test_forwarded_from_another_port_it_is_the_same(review: Served, host: str) -> None:
    answer = httpx.get(review.url, headers={"Host": host, "Origin": f"http://{host}"})
    assert answer.status_code == 200


def test_neither_folders_nor_files_beside_the_page_are_shown(review: Served) -> None:
    for path in ("page/", "textual/", "page/../__init__.py", "page/%2e%2e/__init__.py", "page.txt"):
        assert httpx.get(f"{review.base}/{path}").status_code in (403, 404)


def test_the_page_names_no_other_host_and_may_reach_none(review: Served) -> None:
    page = httpx.get(review.url)
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; connect-src 'self'; ")
    assert not re.search(r"(?:src|href)=\"(?:\w+:)?//", page.text)
    for path in PAGE_FILES:
        answer = httpx.get(f"{review.base}/{path}")
        assert answer.status_code == 200
        assert answer.headers["Content-Security-Policy"] == policy
        assert not re.search(r"(?:url\(|@import|fetch\()\s*[\"']?(?:\w+:)?//", answer.text)


async def test_a_token_of_ones_own(folder: Path) -> None:
    token = "correct-horse/battery+staple~x=="
    with served(folder, "page.txt", environment={"CAPQA_TOKEN": token}) as review:
        assert unquote(review.token) == token
        assert httpx.get(review.url).status_code == 200
        assert httpx.get(f"{review.base}/?token={quote(token[:-1], safe='')}").status_code == 403
        async with reviewing(review):
            # What decides on texts from outside does not know it.
            [child] = review.children()
            assert token.encode() not in Path(f"/proc/{child}/environ").read_bytes()


async def refused(address: str, origin: str | None) -> int:
    """Return the status with which a connection is refused."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(SECONDS)) as client:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refusal:
            await client.ws_connect(address, origin=origin)
    return refusal.value.status
