"""What the maintainers' screens look like, as pictures somebody has looked at.

After a change: ``pytest tests/tui/glossary/test_snapshots.py --snapshot-update``, then look.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from capqa.glossary.proposals import events
from tests.tui.glossary.desks import BAGGERPARK, maintained, settled

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock, and name files from the working directory."""
    monkeypatch.chdir(tmp_path)
    times = (datetime(2026, 5, 31, 12, 0, second, tzinfo=UTC) for second in range(60))
    monkeypatch.setattr(events, "_clock", lambda: next(times))


def pressing(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def press(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press(*keys)
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause()

    return press


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param((80, 24), (), id="small"),
        pytest.param((200, 60), ("G", "k"), id="large"),
        pytest.param((80, 24), ("e",), id="form"),
        pytest.param((120, 40), ("s", "j", "slash", "z", "a", "u"), id="entries"),
        pytest.param((80, 24), ("G", "k", "a"), id="rival"),
    ],
)
@pytest.mark.usefixtures("frozen")
def test_screens(snap_compare: Compare, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    maintaining = maintained(Path(), candidates=[BAGGERPARK])
    assert snap_compare(maintaining.app, terminal_size=size, run_before=pressing(*keys))


def test_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    maintaining = maintained(Path(), candidates=[BAGGERPARK])
    keys = pressing("a", "r", "enter", "f", "f", "f", "f")
    assert snap_compare(maintaining.app, terminal_size=(80, 24), run_before=keys)
