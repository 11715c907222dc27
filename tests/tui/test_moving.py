"""Keys and clicks that move, and the windows over the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.binding import Binding
from textual.widgets import Static

from capqa.review.items import State
from capqa.tui import review_keys, window_keys
from capqa.tui.app import review as run_review
from capqa.tui.keymap import bindings
from capqa.tui.screens.help import HelpScreen
from capqa.tui.screens.review import ReviewScreen
from capqa.tui.widgets.editor import Editor
from capqa.tui.widgets.queue import Queue
from tests.tui.pages import REFUGEES, desk, loaded

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("keys", "position"),
    [
        ("j", 2),
        ("down down", 3),
        ("j j j j", 3),
        ("j k", 1),
        ("up", 1),
        ("n n", 3),
        ("n n n", 1),
        ("p", 3),
        ("p p p", 1),
        ("end", 3),
        ("G home", 1),
        ("pagedown", 3),
        ("pagedown pageup", 1),
    ],
)
async def test_keys_move(tmp_path: Path, keys: str, position: int) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press(*keys.split())
        assert review.title.startswith(f"{position} of 3")


async def test_n_passes_what_is_decided_and_falls_back_to_what_was_skipped(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("r", "r", "s", "k", "n")
        assert review.title.startswith("3 of 3")
        await pilot.press("r", "r", "n")
        assert review.title.startswith("2 of 3")
        await pilot.press("r", "r", "n")
        assert review.title.startswith("2 of 3")


async def test_a_click_goes_to_the_finding(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.click(Queue, offset=(10, 2))
        assert review.title.startswith("3 of 3")
        await pilot.click(Queue, offset=(10, 3))
        assert review.title.startswith("3 of 3")


async def test_a_click_elsewhere_does_not_take_the_keys_from_the_editor(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("e")
        await pilot.click(Queue, offset=(10, 2))
        await pilot.press("z")
        assert review.title.startswith("1 of 3")
        assert review.app.screen.query_one(Editor).text.endswith("z")


async def test_long_details_scroll_by_key_and_start_at_the_top(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test(size=(80, 16)) as pilot:
        await loaded(pilot)
        detail = review.app.screen.query_one("#detail")
        await pilot.press("space")
        assert detail.scroll_y > 0
        await pilot.press("b", "b")
        assert detail.scroll_y == 0
        await pilot.press("space", "j")
        assert detail.scroll_y == 0


async def test_the_first_open_finding_comes_first_when_a_review_is_resumed(tmp_path: Path) -> None:
    earlier = desk(tmp_path)
    earlier.session.dismiss(0)
    earlier.log.close()
    review = desk(tmp_path)
    async with review.app.run_test():
        assert review.title.startswith("2 of 3")
        assert review.session.state(0) is State.DISMISSED


async def test_help_lists_every_key_and_closes(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test(size=(100, 60)) as pilot:
        await pilot.press("question_mark")
        assert isinstance(review.app.screen, HelpScreen)
        shown = "\n".join(str(each.visual) for each in review.app.screen.query(Static))
        for key in (*review_keys.REVIEW, *review_keys.OTHERS):
            assert f"{key.shown}  {key.help}" in shown
        await pilot.press("escape")
        assert isinstance(review.app.screen, ReviewScreen)


async def test_the_palette_offers_the_same_actions(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"skip")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.pause()
        assert review.session.state(0) is State.SKIPPED


async def test_the_palette_changes_the_theme(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        for command in review.app.get_system_commands(review.app.screen):
            if command.title == "Theme: contrast":
                command.callback()
        await pilot.pause()
        assert review.app.theme == "capqa-contrast"


def test_no_key_has_two_meanings_and_each_is_explained() -> None:
    for table in (review_keys.REVIEW, window_keys.EDITOR, window_keys.LEAVE, window_keys.CLOSE):
        names = [name for key in table for name in key.keys.split()]
        assert len(names) == len(set(names))
        assert all(key.help and key.label for key in table)
    bound = bindings(review_keys.REVIEW)
    assert not any(isinstance(each, Binding) and each.priority for each in bound)


async def test_five_thousand_findings_mount_and_move(tmp_path: Path) -> None:
    lines = [f"{REFUGEES} {number}" for number in range(5000)]
    review = desk(tmp_path, fragments=lines, page="\n".join(lines))
    async with review.app.run_test() as pilot:
        assert review.title.startswith("1 of 5,000")
        await pilot.press("end")
        assert review.title == "5,000 of 5,000  page.txt:5000:1"
        await pilot.press("r", "r", "p", "pageup", "home", "k")
        assert review.session.state(4999) is State.DISMISSED
        assert review.title.startswith("1 of 5,000")
        await loaded(pilot)
        assert all(map(review.session.has_suggestion, range(5000)))


async def test_a_session_without_findings_shows_that_and_quits(tmp_path: Path) -> None:
    review = desk(tmp_path, fragments=())
    assert run_review(review.session) == 0
    async with review.app.run_test() as pilot:
        await pilot.press(
            "a", "e", "r", "r", "j", "n", "w", "u", "1", "question_mark", "escape", "q"
        )
    assert review.app.return_code == 0
