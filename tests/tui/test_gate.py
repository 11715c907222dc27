"""The line at the top says what keeps the gate shut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.tui.app import ReviewApp
from capqa.tui.gate import GateState
from capqa.tui.widgets.status import Status
from tests.tui.pages import desk, loaded

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.pages import Desk


def status(review: Desk) -> str:
    return str(review.app.screen.query_one(Status).render())


async def test_accepting_opens_the_gate_once_it_is_written_dismissing_at_once(
    tmp_path: Path,
) -> None:
    review = desk(tmp_path)
    async with review.app.run_test(size=(120, 30)) as pilot:
        await loaded(pilot)
        assert "✗ gate: 3" in status(review)
        await pilot.press("a", "r", "r", "s")
        assert "✗ gate: 2" in status(review)
        await pilot.press("w")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "✗ gate: 1" in status(review)
        await pilot.press("n", "r", "r")
        assert "✓ gate" in status(review)


async def test_what_the_gate_does_not_count_does_not_keep_it_shut(tmp_path: Path) -> None:
    review = desk(tmp_path)
    review.app = ReviewApp(review.session, counted=[False, True, False])
    async with review.app.run_test(size=(120, 30)) as pilot:
        await loaded(pilot)
        assert "✗ gate: 1" in status(review)
        await pilot.press("a", "r", "r")
        assert "✓ gate" in status(review)


def test_an_undone_decision_that_is_in_the_file_counts_once(tmp_path: Path) -> None:
    session = desk(tmp_path).session
    session.accept(0, "Iraq")
    session.write()
    assert GateState(session).objections() == 2
    session.undo()
    assert GateState(session).objections() == 3
