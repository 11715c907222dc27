"""Writing the files, being refused, and quitting."""

from __future__ import annotations

from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING

from textual.widgets import Static
from textual.worker import WorkerCancelled

from capqa.errors import CapqaError
from capqa.model import Suggestion
from capqa.review.items import State
from capqa.tui.screens.leave import LeaveScreen
from capqa.tui.screens.report import ReportScreen
from capqa.tui.screens.review import ReviewScreen
from capqa.tui.widgets.sheet import Sheet
from capqa.tui.widgets.status import Status
from tests.tui.pages import LIBERATION, OFFENSIVE, PAGE, desk, loaded

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from capqa.review.session import WriteReport
    from tests.tui.pages import Desk


async def written(pilot: Pilot[None]) -> None:
    # An app that quits after the writing cancels the worker that has just done it.
    with suppress(WorkerCancelled):
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def status(review: Desk) -> str:
    return str(review.app.screen.query_one(Status).render())


def dialog(review: Desk) -> str:
    return "\n".join(str(each.visual) for each in review.app.screen.query(Static))


def choices(review: Desk) -> str:
    return review.app.screen.query_one("#choices", Sheet).plain


async def test_w_writes_what_is_decided_and_nothing_else(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "r", "r")
        assert "1 not written" in status(review)
        await pilot.press("w")
        await written(pilot)
        assert review.text == PAGE.replace(LIBERATION, "Iraq | Liberation operation Mosul")
        assert review.told == ["1 edit written to 1 file"]
        assert "not written" not in status(review)


async def test_w_writes_again_what_was_decided_since_and_takes_out_what_was_undone(
    tmp_path: Path,
) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "w")
        await written(pilot)
        await pilot.press("u")
        assert "1 not written" in status(review)
        await pilot.press("w")
        await written(pilot)
        assert review.text == PAGE


async def test_w_with_nothing_decided_says_so(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("w")
        assert review.told == ["nothing to write: the files hold every decision"]


async def test_a_file_that_is_gone_is_named_in_a_window_that_stays(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a")
        review.path.unlink()
        await pilot.press("w")
        await written(pilot)
        assert isinstance(review.app.screen, ReportScreen)
        assert "cannot be read: No such file" in " ".join(choices(review).split())
        assert "Nothing was written" in dialog(review)
        await pilot.press("a", "x")
        assert isinstance(review.app.screen, ReportScreen)
        await pilot.press("enter")
        assert isinstance(review.app.screen, ReviewScreen)
        assert "1 not written" in status(review)


async def test_a_replacement_left_out_is_named_and_enter_goes_there(tmp_path: Path) -> None:
    review = desk(tmp_path, encoding="latin-1")
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("e", "漢", "enter", "a", "e", "字", "enter", "w")
        await written(pilot)
        assert isinstance(review.app.screen, ReportScreen)
        said = choices(review)
        assert "漢" in said
        assert said.startswith("▸ ✗ ")
        assert "1 edit written to 1 file" in dialog(review)
        await pilot.press("j", "j", "k", "k", "down", "enter")
        assert isinstance(review.app.screen, ReviewScreen)
        assert review.title.startswith("3 of 3")
        await pilot.press("w")
        await written(pilot)
        await pilot.press("enter")
        assert review.title.startswith("1 of 3")
        await pilot.press("e", "ctrl+u", *"Mosul", "enter", "w")
        await written(pilot)
        await pilot.press("escape")
        assert b"Mosul" in review.path.read_bytes()


async def test_a_writing_that_fails_as_a_whole_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> WriteReport:
        raise CapqaError("[MUSIC] the log is full")

    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a")
        with monkeypatch.context() as patch:
            patch.setattr(review.session, "write", fail)
            await pilot.press("w")
            await written(pilot)
            assert review.told == ["[MUSIC] the log is full"]
        await pilot.press("w")
        await written(pilot)
        assert review.told == ["1 edit written to 1 file"]


async def test_nothing_is_decided_while_the_files_are_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = desk(tmp_path)
    go, write = Event(), review.session.write

    def slow() -> WriteReport:
        assert go.wait(30)
        return write()

    monkeypatch.setattr(review.session, "write", slow)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "w", "r", "r")
        assert review.session.state(1) is State.OPEN
        assert "being written" in review.told[0]
        await pilot.press("q")
        go.set()
        await written(pilot)
    assert review.app.return_code == 0
    assert review.text != PAGE


async def test_when_all_is_decided_it_says_what_is_left_to_do(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        closing = review.app.screen.query_one("#closing", Static)
        assert not closing.display
        await pilot.press("a", "a", "s")
        assert str(closing.visual) == "→ Nothing open, 1 skipped: n goes there. w writes, q quits"
        assert "2 of 3 decided, 1 open" in status(review)
        await pilot.press("n", "a")
        assert str(closing.visual) == "✓ All decided. w writes, q quits"
        await pilot.press("w")
        await written(pilot)
        assert str(closing.visual) == "✓ All decided. Nothing left to write, q quits"


async def test_q_quits_at_once_when_nothing_is_unwritten(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("r", "r", "q")
    assert review.app.return_code == 0
    assert [decision.action.value for decision in review.log.decisions()] == ["dismiss"]


async def test_q_asks_when_decisions_are_unwritten(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "q")
        assert isinstance(review.app.screen, LeaveScreen)
        assert "1 decision is not in the files yet" in dialog(review)
        await pilot.press("escape")
        assert isinstance(review.app.screen, ReviewScreen)
        await pilot.press("q", "q")
    assert review.text == PAGE
    assert len(review.log.decisions()) == 1


async def test_w_in_that_question_writes_and_quits(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "q", "w")
        await written(pilot)
    assert review.text == PAGE.replace(LIBERATION, "Iraq | Liberation operation Mosul")


async def test_quitting_after_a_refusal_keeps_the_app_open_to_read_it(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a")
        review.path.unlink()
        await pilot.press("q", "w")
        await written(pilot)
        assert isinstance(review.app.screen, ReportScreen)


async def test_ctrl_q_does_not_lose_what_is_being_typed(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("e", "x", "ctrl+q")
        assert "save the edit" in review.told[0]
        await pilot.press("escape", "r", "r", "ctrl+q")
    assert review.app.return_code == 0


async def test_the_page_keeps_its_every_other_byte(tmp_path: Path) -> None:
    page = f"\ufeffFirst line, café\r\n\r\n{OFFENSIVE}\r\n\tlast line without an end"
    mended = {OFFENSIVE: Suggestion("Mended", "test")}
    review = desk(tmp_path, fragments=(OFFENSIVE,), page=page, suggestions=mended)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "w")
        await written(pilot)
    assert review.path.read_bytes() == page.replace(OFFENSIVE, "Mended").encode()
