"""Saying something about a finding; it decides nothing and is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Paste
from textual.widgets import Static

from capqa.review.items import State
from capqa.tui.screens.comment import CommentScreen
from capqa.tui.screens.review import ReviewScreen
from capqa.tui.widgets.line import Line
from capqa.tui.widgets.sheet import Sheet
from tests.tui.pages import desk

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_comment_is_kept_shown_and_decides_nothing(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("c", *"ask", "space", *"ben?", "enter")
        assert isinstance(review.app.screen, ReviewScreen)
        assert review.session.state(0) is State.OPEN
        assert [each.text for each in review.session.comments(0)] == ["ask ben?"]
        assert "COMMENTS     ana, " in review.shown("comments")
        await pilot.press("j")
        assert review.shown("comments") == ""
    again = desk(tmp_path)
    async with again.app.run_test() as pilot:
        assert ": ask ben?" in again.shown("comments")
        await pilot.press("c")
        assert ": ask ben?" in again.app.screen.query_one("#said", Sheet).plain


async def test_an_empty_comment_is_refused_in_the_window_and_escape_adds_none(
    tmp_path: Path,
) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("c", "space", "enter")
        assert isinstance(review.app.screen, CommentScreen)
        refused = review.app.screen.query_one("#comment-refused", Static)
        assert str(refused.visual) == "✗ the comment is empty; type a text"
        await pilot.press(*"r", "escape")
        assert isinstance(review.app.screen, ReviewScreen)
        assert review.session.comments(0) == ()


async def test_a_hostile_comment_is_one_line_of_harmless_text(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("c")
        review.app.screen.query_one(Line).post_message(Paste("[/x] \x1b[31m\n\u202e[MUSIC]"))
        await pilot.pause()
        await pilot.press("enter")
        assert "[/x] ␛[31m <U+202E>[MUSIC]" in review.shown("comments")
