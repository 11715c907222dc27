"""Runs what a page shows and a test cannot just type: screens, servers, installations.

Each is called in its turn, when all that the page shows before it has been done.
"""

from __future__ import annotations

import asyncio
import re
import shlex
import shutil
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from textual.events import Paste
from textual.widgets import Input

from tests.shown_commands import ROOT
from tests.tui.glossary.desks import settled
from tests.tui.pages import loaded
from tests.tui.web.running import reviewing, served, until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.pilot import Pilot

    from tests.shown_commands import Fence
    from tests.shown_terminal import Terminal
    from tests.tui.web.running import Served

    Driver = Callable[[Terminal, Fence], None]


WRITTEN = "Iraqi government troops attack IS in Mosul"
WHAT_BUILDS = (
    "LICENSE",
    "NOTICE",
    "README.md",
    "capqa/__init__.py",
    "capqa/build_hook.py",
    "glossaries/README.md",
    "pyproject.toml",
)
WITHOUT_INSTALLING = "PIP_DRY_RUN=1 HATCH_BUILD_NO_HOOKS=true"


async def write(pilot: Pilot[Any], text: str) -> None:
    await pilot.press("e", "ctrl+u")
    pilot.app.post_message(Paste(text))
    await pilot.pause()
    await pilot.press("enter")


def on_screen(
    terminal: Terminal, fence: Fence, reviewer: Callable[[Pilot[Any]], Awaitable[None]]
) -> None:
    """Run the command that opens a screen, and let a reviewer sit before it."""

    async def sit(app: App[Any]) -> None:
        async with app.run_test(size=(120, 34)) as pilot:
            await reviewer(pilot)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.App.run", lambda app: asyncio.run(sit(app)))
        (command,) = fence.commands
        terminal.run(command, is_seen=True)
    assert terminal.code == 0


def review_screen(terminal: Terminal, fence: Fence) -> None:
    async def decide(pilot: Pilot[Any]) -> None:
        await loaded(pilot)
        await pilot.press("a")
        await write(pilot, WRITTEN)
        await pilot.press("u", "U", "w")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("q")

    on_screen(terminal, fence, decide)
    text = (terminal.folder / "mosul.txt").read_text(encoding="utf-8")
    assert text.splitlines()[4::5] == [
        "Iraq | Liberation operation Mosul",
        WRITTEN,
    ]


def propose_screen(terminal: Terminal, fence: Fence) -> None:
    async def propose(pilot: Pilot[Any]) -> None:
        await loaded(pilot)
        await write(pilot, "Helpers at the toe of the dyke")
        await pilot.press("k", "t")
        source, target, *_ = pilot.app.screen.query(Input).results()
        assert (source.value, target.value) == ("Deichfuß", "toe of the dyke")
        await pilot.press("enter", "q")

    on_screen(terminal, fence, propose)


def glossary_screen(terminal: Terminal, fence: Fence) -> None:
    async def take_back(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert "Deichfuß" in glossary.read_text(encoding="utf-8")
        await pilot.press("u")
        assert "Deichfuß" not in glossary.read_text(encoding="utf-8")
        await pilot.press("a", "q")

    glossary = terminal.folder / "house.de-en.csv"
    on_screen(terminal, fence, take_back)
    assert "Deichfuß" in glossary.read_text(encoding="utf-8")


def install(terminal: Terminal, fence: Fence) -> None:
    # A copy with what says how capqa is built, and without the data that take their time.
    copy = terminal.folder.parent / "copy of the repository"
    for name in WHAT_BUILDS:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy / name)
    project = tomllib.loads((copy / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for command in fence.commands:
        printed = terminal.run(f"cd {shlex.quote(str(copy))} && {WITHOUT_INSTALLING} {command}")
        assert terminal.code == 0, printed
        assert "Would install capqa-" in printed
        for extra in re.findall(r"\[(\w+)\]", command):
            assert project["optional-dependencies"][extra]


def web_screen(terminal: Terminal, fence: Fence) -> None:
    async def decide(review: Served) -> None:
        async with reviewing(review) as ana:
            await ana.press("a")
            await ana.sees("1 of 1 decided")
            await ana.press("w")
            await until(lambda: "Liberation" in page.read_text(encoding="utf-8"))
            await ana.press("q")
            await ana.is_told(["over", "1 finding: 1 accepted"])

    ((command, shown),) = fence.session
    program, verb, web, *arguments = shlex.split(command)
    page = terminal.folder / arguments[-1]
    assert (program, verb, web) == ("capqa", "review", "--web")
    with served(terminal.folder, *arguments) as review:
        assert review.process.stdout is not None
        address = f"Review at {review.base.rpartition(':')[0]}:PORT/?token=TOKEN\n"
        assert address + review.process.stdout.readline() == shown
        asyncio.run(decide(review))
        assert review.interrupt() == 0


DRIVERS: dict[str, Driver] = {
    "install": install,
    "install-web": install,
    "propose-screen": propose_screen,
    "glossary-screen": glossary_screen,
    "review-screen": review_screen,
    "web-screen": web_screen,
}
