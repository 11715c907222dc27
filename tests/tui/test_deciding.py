"""Keys that decide: each does one thing, at once, and it is in the log before the next key."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError, EngineError
from capqa.model import Action
from capqa.review.items import State
from capqa.tui.widgets.editor import Editor
from tests.tui.pages import LIBERATION, OFFENSIVE, REFUGEES, SUGGESTIONS, desk, loaded

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.model import Decision, Suggestion
    from capqa.review.session import ReviewItem


async def test_a_accepts_at_once_and_goes_to_the_next_open_finding(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a")
        assert review.session.state(0) is State.ACCEPTED
        (decision,) = review.log.decisions()
        assert (decision.action, decision.text) == (
            Action.ACCEPT,
            "Iraq | Liberation operation Mosul",
        )
        assert review.title.startswith("2 of 3")


async def test_enter_never_accepts(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("enter", "enter")
        assert review.log.decisions() == []


async def test_a_number_accepts_that_alternative(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        assert "2 Iraq | Mosul liberated" in review.shown("proposal")
        await pilot.press("2")
        assert review.session.replacement(0) == "Iraq | Mosul liberated"
        assert review.title.startswith("2 of 3")


async def test_a_number_without_an_alternative_decides_nothing(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("3")
        assert review.log.decisions() == []
        assert review.told == ["there is no alternative 3"]


async def test_r_dismisses_and_s_skips(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("r", "r", "s")
        assert review.session.state(0) is State.DISMISSED
        assert review.session.state(1) is State.SKIPPED
        assert review.title.startswith("3 of 3")


async def test_u_takes_the_latest_decision_back_and_goes_there(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("r", "r", "s", "u")
        assert review.session.state(0) is State.DISMISSED
        assert review.session.state(1) is State.OPEN
        assert review.title.startswith("2 of 3")
        await pilot.press("u", "u")
        assert review.session.state(0) is State.OPEN
        assert review.told == ["nothing to undo"]


async def test_a_decision_that_stands_is_shown_and_can_be_changed(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "k")
        assert "✓ accepted  Iraq | Liberation operation Mosul" in review.shown("decision")
        await pilot.press("r", "r", "home")
        assert review.session.state(0) is State.DISMISSED
        assert "✗ dismissed, the text stays as it is" in review.shown("decision")


async def test_letters_are_typed_in_the_editor_and_act_nowhere(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("e")
        editor = review.app.screen.query_one(Editor)
        assert editor.text == "Iraq | Liberation operation Mosul"
        await pilot.press("ctrl+u", *"aersuwjknpq19", "question_mark")
        assert editor.text == "aersuwjknpq19?"
        assert review.log.decisions() == []
        await pilot.press("enter")
        assert review.session.state(0) is State.EDITED
        assert review.session.replacement(0) == "aersuwjknpq19?"
        assert not editor.display
        assert review.title.startswith("2 of 3")


async def test_ctrl_s_saves_an_edit_too(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("e", "end", "exclamation_mark", "ctrl+s")
        assert review.session.replacement(0) == "Iraq | Liberation operation Mosul!"


async def test_escape_leaves_the_editor_and_nothing_changes(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("e", "x", "y", "escape")
        assert review.log.decisions() == []
        assert not review.app.screen.query_one(Editor).display
        await pilot.press("r", "r")
        assert review.session.state(0) is State.DISMISSED


async def test_an_edit_that_will_not_do_stays_in_the_editor(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("e", "ctrl+u", "enter")
        assert review.log.decisions() == []
        assert "empty" in review.told[0]
        assert review.app.focused is review.app.screen.query_one(Editor)


async def test_editing_again_starts_from_what_was_decided(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("e", "ctrl+u", *"Mine", "enter", "k", "e")
        assert review.app.screen.query_one(Editor).text == "Mine"


async def test_line_breaks_are_pasted_as_spaces(tmp_path: Path) -> None:
    from textual.events import Paste

    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("e", "ctrl+u")
        editor = review.app.screen.query_one(Editor)
        review.app.post_message(Paste(" two\r\nlines\x1b[31m"))
        await pilot.pause()
        assert editor.text == " two lines␛[31m"
        review.app.copy_to_clipboard("\n\u202e")
        await pilot.press("ctrl+v")
        assert editor.text == " two lines␛[31m <U+202E>"


async def test_without_a_suggestion_it_says_so_and_offers_the_words_to_edit(
    tmp_path: Path,
) -> None:
    review = desk(tmp_path, suggestions={})
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        assert "none: nothing known covers these words" in review.shown("proposal")
        await pilot.press("a")
        assert review.log.decisions() == []
        assert "e writes your own" in review.told[0]
        await pilot.press("e")
        assert review.app.screen.query_one(Editor).text == LIBERATION


@pytest.mark.parametrize("error", [EngineError("model [/x] broken"), RuntimeError("a bug")])
async def test_a_suggestion_that_fails_is_said_and_the_review_goes_on(
    tmp_path: Path, error: Exception
) -> None:
    def suggest(item: ReviewItem) -> Suggestion | None:
        if item.finding.text == LIBERATION:
            raise error
        return SUGGESTIONS[item.finding.text]

    review = desk(tmp_path, suggest=suggest)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        assert f"{error}" in " ".join(review.shown("proposal").split())
        await pilot.press("a")
        assert review.log.decisions() == []
        assert f"{error}" in review.told[0]
        await pilot.press("r", "r", "a")
        assert review.session.state(1) is State.ACCEPTED


class Waiting:
    """A session whose suggestions come when the test lets them."""

    def __init__(self) -> None:
        self.go = Event()

    def suggest(self, item: ReviewItem) -> Suggestion | None:
        assert self.go.wait(30)
        return SUGGESTIONS[item.finding.text]


async def test_accepting_before_the_suggestion_waits_visibly_and_accepts_once(
    tmp_path: Path,
) -> None:
    waiting = Waiting()
    review = desk(tmp_path, suggest=waiting.suggest)
    async with review.app.run_test() as pilot:
        assert "… translating" in review.shown("proposal")
        await pilot.press("a", "a", "a")
        assert "then accepted" in review.shown("proposal")
        assert review.log.decisions() == []
        waiting.go.set()
        await loaded(pilot)
        assert [decision.source for decision in review.log.decisions()] == [LIBERATION]
        assert review.title.startswith("2 of 3")


async def test_another_key_calls_the_waiting_off(tmp_path: Path) -> None:
    waiting = Waiting()
    review = desk(tmp_path, suggest=waiting.suggest)
    async with review.app.run_test() as pilot:
        await pilot.press("a", "j", "k")
        waiting.go.set()
        await loaded(pilot)
        assert review.log.decisions() == []
        assert "+ Iraq | Liberation operation Mosul" in review.shown("proposal")


async def test_a_flawed_suggestion_nobody_has_read_is_not_accepted_unseen(tmp_path: Path) -> None:
    waiting = Waiting()
    review = desk(tmp_path, fragments=(OFFENSIVE, REFUGEES), suggest=waiting.suggest)
    async with review.app.run_test() as pilot:
        await pilot.press("a")
        waiting.go.set()
        await loaded(pilot)
        assert review.log.decisions() == []
        assert "needs a look" in review.told[0]
        await pilot.press("a")
        assert review.session.state(0) is State.ACCEPTED


async def test_a_log_that_cannot_be_written_is_told_and_nothing_is_decided(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(decision: Decision) -> None:
        raise CapqaError("disk full", where="[bold]log[/x]", mend="free some space")

    review = desk(tmp_path, fragments=(REFUGEES,))
    monkeypatch.setattr(review.log, "append", full)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a")
        assert review.session.state(0) is State.OPEN
        assert review.told == ["[bold]log[/x]: disk full; free some space"]


async def test_capital_u_takes_the_undone_step_again_and_then_says_there_is_none(
    tmp_path: Path,
) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "u", "U")
        assert review.session.state(0) is State.ACCEPTED
        assert [each.action for each in review.log.decisions()] == [
            Action.ACCEPT,
            Action.UNDO,
            Action.REDO,
        ]
        await pilot.press("U")
        assert review.told[-1].startswith("nothing to redo")
