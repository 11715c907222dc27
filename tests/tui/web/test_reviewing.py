"""Reviewing in a page: what is decided is kept, however the page or the server ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest

from capqa.review import DEFAULT_LOG
from tests.tui.web.running import (
    LIBERATION,
    PAGE,
    REFUGEES,
    decided,
    has_ended,
    reviewing,
    served,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path

ACCEPTED = ("ana", "accept", LIBERATION)
DISMISSED = ("ana", "dismiss", REFUGEES)


async def test_a_key_decides_and_q_ends_the_page_with_a_plain_line(folder: Path) -> None:
    with served(folder, "page.txt") as review:
        async with reviewing(review) as ana:
            await ana.press("a")
            await until(lambda: decided(folder / DEFAULT_LOG) == [ACCEPTED])
            await ana.press("q", "q")
            await ana.is_told(["over", "2 findings: 1 open, 1 accepted"])
            await until(lambda: not review.children())
        async with reviewing(review) as ana:  # it goes on where it stopped
            await ana.sees("1 of 2 decided")
            await ana.press("w")
            await until(lambda: "Liberation" in (folder / "page.txt").read_text(encoding="utf-8"))


async def test_all_that_was_said_to_the_command_holds_in_the_page(tmp_path: Path) -> None:
    name = "a b;$(touch x) 'q' \"r\" %PATH% \\.txt"
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    (tmp_path / "capqa.toml").write_text('target = "de"\n', encoding="utf-8")
    # The page is no place to look for modules.
    (tmp_path / "secrets.py").write_text("raise SystemExit('found here')\n", encoding="utf-8")
    log = tmp_path / "my log;.sqlite3"
    options = ("--session", log.name, "--reviewer", "Ana 'O' & Co", "--target=en", "--", name)
    with served(tmp_path, *options, environment={"PYTHONSAFEPATH": "1"}) as review:
        async with reviewing(review) as ana:
            await ana.press("a")
            await until(lambda: decided(log) == [("Ana 'O' & Co", "accept", LIBERATION)])
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix in (".txt", "")) == [
        name,
        "errors",
    ]


async def test_two_pages_lose_no_decision_and_know_of_each_other(folder: Path) -> None:
    with served(folder, "page.txt") as review:
        async with reviewing(review) as one:
            async with reviewing(review) as other:
                await one.is_told(["pages", 2])
                await other.is_told(["pages", 2])
                await one.press("a")
                await until(lambda: decided(folder / DEFAULT_LOG) == [ACCEPTED])
                await other.press("n", "r", "r")
                await until(lambda: decided(folder / DEFAULT_LOG) == [ACCEPTED, DISMISSED])
                await other.sees("2 of 2 decided")
                one.told.clear()
            await one.is_told(["pages", 1])


async def test_closing_the_tab_loses_nothing_and_leaves_nothing(folder: Path) -> None:
    with served(folder, "page.txt") as review:
        async with reviewing(review) as ana:
            await ana.sees("Liberation")
            await ana.press("a", "r", "r")
            await ana.leaves()
        await until(lambda: not review.children())
    assert decided(folder / DEFAULT_LOG) == [ACCEPTED, DISMISSED]


async def test_an_interrupt_ends_the_server_and_its_pages(folder: Path) -> None:
    with served(folder, "page.txt") as review:
        async with reviewing(review) as ana:
            children = review.children()
            assert len(children) == 1
            assert review.interrupt() == 0
            assert all(map(has_ended, children))
            await ana.is_told(["over", "The review was ended where it was started."])
    assert (folder / "errors").read_text(encoding="utf-8") == ""


async def test_a_server_that_is_killed_leaves_no_pages(folder: Path) -> None:
    with served(folder, "page.txt") as review:
        async with reviewing(review) as ana:
            await ana.press("a")
            await until(lambda: decided(folder / DEFAULT_LOG) == [ACCEPTED])
            children = review.children()
            assert len(children) == 1
            review.process.kill()
            await until(lambda: all(map(has_ended, children)))
    assert decided(folder / DEFAULT_LOG) == [ACCEPTED]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "page.txt: no such file"),
        ("All is well in the city of Mosul today.\n", "nothing to review"),
    ],
)
async def test_a_page_says_why_it_cannot_review(folder: Path, text: str | None, told: str) -> None:
    with served(folder, "page.txt") as review:
        if text is None:
            (folder / "page.txt").unlink()
        else:
            (folder / "page.txt").write_text(text, encoding="utf-8")
        async with (
            aiohttp.ClientSession() as client,
            client.ws_connect(review.connection, origin=review.base) as socket,
        ):
            assert await socket.receive_json() == ["pages", 1]
            kind, said = await socket.receive_json()
            assert kind == "over"
            assert told in said
