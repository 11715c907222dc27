"""Settling conflicts: what stands on disk, yours, or a text in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError
from capqa.review.items import State
from capqa.tui.screens.conflicts import ConflictScreen
from capqa.tui.screens.help import HelpScreen
from capqa.tui.screens.review import ReviewScreen
from capqa.tui.widgets.editor import Editor
from capqa.tui.widgets.sheet import Sheet
from tests.tui.pages import LIBERATION, OFFENSIVE, PAGE, desk, loaded
from tests.tui.test_hostile import HOSTILE, assert_harmless, screen_rows
from tests.tui.test_writing import status, written

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from capqa.review.session import Side, WriteReport
    from tests.tui.pages import Desk

MENDED = "Iraq | Liberation operation Mosul"
FIRST = "Irak | Befreiung Mossuls beginnt"
SECOND = "Iraq: government troops advance on Mosul"
CHANGED = PAGE.replace(LIBERATION, FIRST).replace(OFFENSIVE, SECOND)


async def in_conflict(pilot: Pilot[None], review: Desk, changed: str = CHANGED) -> None:
    """Accept two, have the page changed by somebody, and write."""
    await loaded(pilot)
    await pilot.press("a", "a")
    review.path.write_text(changed, encoding="utf-8")
    await pilot.press("w")
    await written(pilot)
    assert isinstance(review.app.screen, ConflictScreen)


def row(review: Desk, name: str) -> str:
    sheet = review.app.screen.query_one(f"#{name}", Sheet)
    return sheet.plain


async def test_the_three_texts_stand_one_above_the_other_with_their_place(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await in_conflict(pilot, review)
        assert row(review, "conflict-head").startswith("Conflict 1 of 2 ")
        assert row(review, "conflict-head").endswith("page.txt:3")
        assert row(review, "base") == f"BASE       − {LIBERATION}"
        assert row(review, "on-disk") == f"ON DISK    + {FIRST}"
        assert row(review, "yours") == f"YOURS      + {MENDED}"
        await pilot.press("j", "down")
        assert row(review, "conflict-head").startswith("Conflict 2 of 2 ")
        assert SECOND in row(review, "on-disk")
        await pilot.press("k", "up")
        assert row(review, "conflict-head").startswith("Conflict 1 of 2 ")


async def test_d_keeps_the_disk_y_writes_yours_and_then_it_says_what_was_done(
    tmp_path: Path,
) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await in_conflict(pilot, review)
        await pilot.press("y")
        await written(pilot)
        assert review.text == CHANGED.replace(FIRST, MENDED)
        assert row(review, "conflict-head").startswith("Conflict 1 of 1 ")
        await pilot.press("d")
        await written(pilot)
        assert isinstance(review.app.screen, ReviewScreen)
        assert review.told == ["2 conflicts resolved: 1 written, 1 left as on disk"]
        assert review.session.state(1) is State.DISMISSED
        assert "conflict" not in status(review)
        assert "not written" not in status(review)
    assert review.text == CHANGED.replace(FIRST, MENDED)


async def test_e_edits_yours_and_writes_that(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await in_conflict(pilot, review)
        await pilot.press("e")
        editor = review.app.screen.query_one(Editor)
        assert editor.text == MENDED
        await pilot.press(*"dyjkxq", "ü", "enter")
        await written(pilot)
        assert review.text == CHANGED.replace(FIRST, f"{MENDED}dyjkxqü")
        assert not review.app.screen.query_one(Editor).active


async def test_escape_leaves_the_editor_first_and_then_the_conflicts(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await in_conflict(pilot, review)
        await pilot.press("e", "x", "escape")
        assert isinstance(review.app.screen, ConflictScreen)
        assert not review.app.screen.query_one(Editor).active
        await pilot.press("escape")
        assert isinstance(review.app.screen, ReviewScreen)
        assert "≠ 2 conflicts" in status(review)
        assert review.text == CHANGED
        await pilot.press("x", "d")
        await written(pilot)
        await pilot.press("q")
        assert review.told == ["1 conflict resolved: 1 left as on disk"]


async def test_an_edit_that_will_not_do_stays_in_the_editor(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await in_conflict(pilot, review)
        await pilot.press("e", "ctrl+u", "enter")
        await written(pilot)
        assert "empty" in review.told[-1]
        assert review.app.focused is review.app.screen.query_one(Editor)
        assert review.text == CHANGED


async def test_where_nothing_like_it_stands_yours_cannot_be_written(tmp_path: Path) -> None:
    without = PAGE.replace(f"{LIBERATION}\n", "")
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await in_conflict(pilot, review, without)
        assert "nothing like it stands in the file" in row(review, "on-disk")
        assert row(review, "conflict-head").endswith("page.txt")
        before = review.text
        await pilot.press("y")
        await written(pilot)
        assert "nothing like it stands in the file" in review.told[-1]
        await pilot.press("e")
        assert "d leaves it so" in review.told[-1]
        assert not review.app.screen.query_one(Editor).active
        await pilot.press("d")
        await written(pilot)
        assert isinstance(review.app.screen, ReviewScreen)
        assert review.text == before


async def test_a_file_that_changes_once_more_is_shown_as_it_is_now(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await in_conflict(pilot, review)
        newest = CHANGED.replace(FIRST, "Irak | Mossul wird befreit")
        review.path.write_text(newest, encoding="utf-8")
        await pilot.press("y")
        await written(pilot)
        assert review.text == newest
        assert "changed on disk: 1 finding kept, 2 conflicts" in review.told[-1]
        assert "Mossul wird befreit" in row(review, "on-disk")
        assert MENDED in row(review, "yours")
        await pilot.press("y")
        await written(pilot)
        assert review.text == newest.replace("Irak | Mossul wird befreit", MENDED)


async def test_conflicts_that_the_file_itself_settles_close_the_screen(tmp_path: Path) -> None:
    from tests.tui.test_changed_files import focused

    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await in_conflict(pilot, review)
        review.path.write_text(PAGE, encoding="utf-8")
        await focused(pilot)
        assert isinstance(review.app.screen, ReviewScreen)
        assert "≠" not in status(review)
        assert "2 not written" in status(review)


async def test_an_error_is_told_and_the_conflict_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(index: int, side: Side, text: str | None = None) -> WriteReport:
        raise CapqaError("[MUSIC] the log is full")

    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await in_conflict(pilot, review)
        monkeypatch.setattr(review.session, "resolve", fail)
        await pilot.press("d")
        await written(pilot)
        assert review.told == ["[MUSIC] the log is full"]
        assert row(review, "conflict-head").startswith("Conflict 1 of 2 ")


async def test_a_replacement_the_file_cannot_hold_is_told(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await in_conflict(pilot, review, CHANGED)
        latin = CHANGED.encode("utf-8").decode("utf-8").replace("ü", "ü").encode("latin-1")
        review.path.write_bytes(latin)
        await pilot.press("y")
        await written(pilot)
        await pilot.press("e", "漢", "enter")
        await written(pilot)
        assert review.path.read_bytes() == latin
        assert "漢" in review.told[-1] or "encoding" in review.told[-1]


async def test_help_lists_the_keys(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await in_conflict(pilot, review)
        await pilot.press("question_mark")
        assert isinstance(review.app.screen, HelpScreen)
        await pilot.press("escape")
        assert isinstance(review.app.screen, ConflictScreen)


async def test_long_texts_scroll(tmp_path: Path) -> None:
    long = "Sehr langer Satz mit vielen Wörtern. " * 60
    page = f"{LIBERATION}\n\n{long.strip()}\n"
    review = desk(tmp_path, fragments=(LIBERATION, long.strip()), page=page)
    async with review.app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("j", "e", "x", "enter")
        review.path.write_text(page.replace("langer", "kurzer", 30), encoding="utf-8")
        await pilot.press("w")
        await written(pilot)
        texts = review.app.screen.query_one("#conflict-texts")
        await pilot.press("space")
        assert texts.scroll_offset.y > 0
        await pilot.press("b", "b")
        assert texts.scroll_offset.y == 0


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_texts_are_shown_as_they_are(
    tmp_path: Path, text: str, size: tuple[int, int]
) -> None:
    line = " ".join(text.replace("\0", "").split())
    page = f"Before.\n\nWort {line}\n\nAfter.\n"
    review = desk(tmp_path, fragments=("Wort",), page=page)
    async with review.app.run_test(size=size, notifications=True) as pilot:
        await loaded(pilot)
        await pilot.press("e", "x", "enter")
        review.path.write_bytes(page.replace("Wort", "Ding").encode())
        await pilot.press("w")
        await written(pilot)
        assert isinstance(review.app.screen, ConflictScreen)
        assert_harmless(screen_rows(review.app))
        await pilot.press("e")
        assert_harmless(screen_rows(review.app))
