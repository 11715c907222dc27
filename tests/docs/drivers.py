"""Runs what a page shows and a test cannot just type: screens, servers, installations.

Each is called in its turn, when all that the page shows before it has been done.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from textual.events import Paste

from tests.tui.pages import loaded

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.pilot import Pilot

    from tests.shown_commands import Fence
    from tests.shown_terminal import Terminal

    Driver = Callable[[Terminal, Fence], None]


WRITTEN = "Iraqi government troops attack IS in Mosul"


def on_screen(
    terminal: Terminal, command: str, reviewer: Callable[[Pilot[Any]], Awaitable[None]]
) -> None:
    """Run a command that opens a screen, and let a reviewer sit before it."""

    async def sit(app: App[Any]) -> None:
        async with app.run_test(size=(120, 34)) as pilot:
            await reviewer(pilot)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.App.run", lambda app: asyncio.run(sit(app)))
        terminal.run(command, is_seen=True)


def review_screen(terminal: Terminal, fence: Fence) -> None:
    async def decide(pilot: Pilot[Any]) -> None:
        await loaded(pilot)
        await pilot.press("a", "e", "ctrl+u")
        pilot.app.post_message(Paste(WRITTEN))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.press("u", "U", "w")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("q")

    (command,) = fence.commands
    on_screen(terminal, command, decide)
    text = (terminal.folder / "mosul.txt").read_text(encoding="utf-8")
    assert text.splitlines()[4::5] == [
        "Iraq | Liberation operation Mosul",
        WRITTEN,
    ]


DRIVERS: dict[str, Driver] = {
    "review-screen": review_screen,
}
