"""What the conflict screen and the windows beside it look like, as pictures somebody looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from capqa.tui.widgets.editor import Editor
from tests.tui.pages import desk, loaded
from tests.tui.test_conflict_screen import CHANGED
from tests.tui.test_writing import written

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.test_snapshots import Compare

pytestmark = pytest.mark.usefixtures("noon")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("keys", [(), ("e",), ("escape", "q")], ids=["texts", "edit", "leave"])
def test_conflicts(
    snap_compare: Compare,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    keys: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    review = desk(Path())

    async def press(pilot: Pilot[None]) -> None:
        await loaded(pilot)
        await pilot.press("a", "a")
        review.path.write_text(CHANGED, encoding="utf-8")
        await pilot.press("w")
        await written(pilot)
        pilot.app.clear_notifications()
        pilot.app.screen.query_one(Editor).cursor_blink = False
        await pilot.press(*keys)

    assert snap_compare(review.app, terminal_size=size, run_before=press)


def test_what_was_refused(
    snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    review = desk(Path(), encoding="latin-1")

    async def press(pilot: Pilot[None]) -> None:
        await loaded(pilot)
        await pilot.press("e", "漢", "enter", "a", "e", "字", "enter", "w")
        await written(pilot)

    assert snap_compare(review.app, terminal_size=(80, 24), run_before=press)
