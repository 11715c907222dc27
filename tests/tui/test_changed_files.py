"""Files that somebody else changes while they are under review."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from textual import events

from capqa.review.items import State
from capqa.tui.screens.conflicts import ConflictScreen
from capqa.tui.screens.leave import LeaveScreen
from capqa.tui.screens.review import ReviewScreen
from tests.tui.pages import LIBERATION, OFFENSIVE, PAGE, REFUGEES, desk, loaded
from tests.tui.test_writing import dialog, status, written

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from capqa.review.session import Reread

MENDED = "Iraq | Liberation operation Mosul"
NEWER = "Irak | Befreiung Mossuls beginnt"


async def focused(pilot: Pilot[None]) -> None:
    """Come back to the terminal, and wait until that is seen to: the look, then the reading."""
    pilot.app.post_message(events.AppFocus())
    for _ in range(3):
        await pilot.pause()
        await written(pilot)


async def test_focus_takes_up_what_changed_and_says_so_in_one_line(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "k")
        await focused(pilot)
        assert review.told == []
        review.path.write_text(
            f"News\n\n{PAGE}".replace(LIBERATION, NEWER).replace(f" ({REFUGEES})", "")
        )
        await focused(pilot)
        assert review.told == [
            f"{review.path} changed on disk: 1 finding kept, 1 gone, 1 conflict; x shows it"
        ]
        assert "≠ 1 conflict" in status(review)
        assert "1 of 2 decided, 1 open" in status(review)
        assert review.session.state(2) is State.GONE
        assert "≠ changed by somebody after you decided  x settles it" in review.shown("disk")
        await pilot.press("end")
        assert "∅ gone: somebody took the words out" in review.shown("disk")
        await pilot.press("home")
        await pilot.press("n")
        assert review.title == "2 of 3  page.txt:10:1"
        await pilot.press("n")
        assert review.title.startswith("2 of 3")


async def test_what_is_decided_meanwhile_is_kept_and_written_into_the_new_text(
    tmp_path: Path,
) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a")
        review.path.write_text(PAGE.replace("Kurdish peshmerga", "Kurdish"), encoding="utf-8")
        await focused(pilot)
        assert "3 findings kept" in review.told[0]
        await pilot.press("a", "w")
        await written(pilot)
    assert review.text == PAGE.replace("Kurdish peshmerga", "Kurdish").replace(
        LIBERATION, MENDED
    ).replace(OFFENSIVE, "Iraq Mosul offensive by Regierungstrupen against IS")


async def test_a_file_that_is_gone_is_said_once_and_nothing_is_lost(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a")
        page = review.path.read_bytes()
        review.path.unlink()
        await focused(pilot)
        assert "cannot be read: No such file or directory; restore the file" in review.told[0]
        await pilot.press("a")
        review.app.clear_notifications()
        await focused(pilot)
        assert review.told == []
        assert review.session.state(1) is State.ACCEPTED
        review.path.write_bytes(page)
        await focused(pilot)
        assert review.told == []
        review.path.unlink()
        await focused(pilot)
        assert "cannot be read" in review.told[0]
        review.path.write_bytes(page)
        await pilot.press("w")
        await written(pilot)
        assert review.told == ["2 edits written to 1 file"]


async def test_a_file_that_is_no_text_any_longer_is_said(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        review.path.write_bytes(b"\0\0\1\0[/x]")
        await focused(pilot)
        assert len(review.told) == 1
        assert review.session.items[0].document.text == PAGE


async def test_nothing_is_decided_while_changed_files_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = desk(tmp_path)
    go, reread = Event(), review.session.reread

    def slow(path: Path) -> Reread:
        assert go.wait(30)
        return reread(path)

    monkeypatch.setattr(review.session, "reread", slow)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        review.path.write_text(f"News\n\n{PAGE}", encoding="utf-8")
        pilot.app.post_message(events.AppFocus())
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        while not screen.flow.rereading:
            await pilot.pause(0.01)
        await pilot.press("r", "r", "w")
        assert review.told == ["changed files are being read; press the key again"]
        assert review.session.state(0) is State.OPEN
        await pilot.press("x", "j")
        assert review.title.startswith("2 of 3")
        go.set()
        await written(pilot)
        await pilot.press("r", "r")
        assert review.session.state(1) is State.DISMISSED


async def test_an_edit_under_way_is_saved_where_its_words_stand_now(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("e", "x")
        review.path.write_text(f"News\n\n{PAGE}", encoding="utf-8")
        await focused(pilot)
        await pilot.press("enter", "w")
        await written(pilot)
    assert review.text == f"News\n\n{PAGE}".replace(LIBERATION, f"{MENDED}x")


async def test_an_edit_of_words_that_are_gone_stays_in_the_editor(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("e")
        review.path.write_text(PAGE.replace(LIBERATION, NEWER), encoding="utf-8")
        await focused(pilot)
        await pilot.press("enter")
        assert review.told == ["these words are gone from the file; dismiss it"]
        assert review.app.focused is not None


async def test_w_takes_changed_files_up_writes_the_rest_and_goes_on_to_the_conflicts(
    tmp_path: Path,
) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "a")
        review.path.write_text(PAGE.replace(LIBERATION, NEWER), encoding="utf-8")
        await pilot.press("w")
        await written(pilot)
        assert isinstance(review.app.screen, ConflictScreen)
        assert review.told == [
            f"1 edit written to 1 file; {review.path} changed on disk: 2 findings kept, 1 conflict"
        ]
        assert NEWER in review.text
        assert OFFENSIVE not in review.text
        await pilot.press("escape")
        assert isinstance(review.app.screen, ReviewScreen)
        assert "1 not written" in status(review)
        await pilot.press("w")
        await written(pilot)
        assert isinstance(review.app.screen, ConflictScreen)


async def test_w_writes_into_a_file_that_changed_elsewhere_without_asking(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a")
        review.path.write_text(f"News\n\n{PAGE}", encoding="utf-8")
        await pilot.press("q", "w")
        await written(pilot)
    assert review.app.return_code == 0
    assert review.text == f"News\n\n{PAGE}".replace(LIBERATION, MENDED)


async def test_quitting_with_conflicts_asks_and_leads_to_them(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a")
        review.path.write_text(PAGE.replace(LIBERATION, NEWER), encoding="utf-8")
        await focused(pilot)
        await pilot.press("q")
        assert isinstance(review.app.screen, LeaveScreen)
        said = dialog(review)
        assert "1 conflict is not resolved, and kept." in said
        assert "Write and quit" not in said
        await pilot.press("w")
        assert isinstance(review.app.screen, LeaveScreen)
        await pilot.press("x")
        assert isinstance(review.app.screen, ConflictScreen)
        await pilot.press("escape", "a", "q")
        assert "1 decision is not in the files yet" in dialog(review)
        await pilot.press("q")
    assert review.app.return_code == 0
    assert len(review.log.decisions()) == 2


async def test_x_without_conflicts_says_so(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("x")
        assert review.told == ["nothing you decided was changed by others"]
