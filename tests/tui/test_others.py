"""Two reviewers on one log: each sees what the other decides, and nothing is lost."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import events

from capqa.errors import CapqaError
from capqa.model import Action
from capqa.review.items import State
from capqa.review.session import News, Session
from capqa.tui.app import ReviewApp
from capqa.tui.drawing.news import disagreement_line, news_line
from capqa.tui.screens.choice import ChoiceScreen
from capqa.tui.screens.conflicts import ConflictScreen
from capqa.tui.screens.review import ReviewScreen
from capqa.tui.widgets.queue import Queue
from capqa.tui.widgets.sheet import Sheet
from tests.tui.pages import LIBERATION, PAGE, SUGGESTIONS, desk, loaded
from tests.tui.test_writing import status, written

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from capqa.review.store import EventStore
    from tests.tui.pages import Desk


def other(review: Desk, reviewer: str = "ben", log: EventStore | None = None) -> Session:
    """Return the session of a colleague on the same findings and log."""
    return Session(
        review.session.items,
        log or review.log,
        reviewer=reviewer,
        suggest=lambda item: SUGGESTIONS.get(item.finding.text),
    )


async def heard(pilot: Pilot[None]) -> None:
    """Let the app listen once, as it does every few seconds."""
    screen = pilot.app.screen_stack[1]
    assert isinstance(screen, ReviewScreen)
    screen.listen()
    await written(pilot)


def rows(review: Desk) -> list[str]:
    queue = review.app.screen.query_one(Queue)
    return [queue.drawn_row(at, 80, current=False).plain for at in range(queue.count)]


async def test_what_a_colleague_decides_is_seen_and_told_in_one_line(tmp_path: Path) -> None:
    review = desk(tmp_path)
    ben = other(review)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        ben.dismiss(1)
        ben.accept(2)
        await heard(pilot)
        assert review.told == ["ben decided 2 findings"]
        assert [row.split()[0] for row in rows(review)] == ["·", "✗", "✓"]
        assert "2 of 3 decided, 1 open   1 not written" in status(review)
        await heard(pilot)
        assert review.told == ["ben decided 2 findings"]


async def test_focus_hears_too(tmp_path: Path) -> None:
    review = desk(tmp_path)
    ben = other(review)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        ben.dismiss(1)
        pilot.app.post_message(events.AppFocus())
        await pilot.pause()
        await written(pilot)
        assert review.told == ["ben decided 1 finding"]


async def test_an_act_hears_too_and_the_next_open_finding_is_not_his(tmp_path: Path) -> None:
    review = desk(tmp_path)
    ben = other(review)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        ben.dismiss(1)
        await pilot.press("r", "r")
        assert review.told == ["ben decided 1 finding"]
        assert review.title.startswith("3 of 3")


async def test_where_he_decides_otherwise_it_says_which_stands_and_x_goes_there(
    tmp_path: Path,
) -> None:
    review = desk(tmp_path)
    ben = other(review)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "a")
        ben.dismiss(0)
        await heard(pilot)
        assert review.told == [
            f"ben dismissed '{LIBERATION}', you accepted: ben's stands (later). x shows"
        ]
        assert review.title.startswith("3 of 3")
        await pilot.press("x")
        assert review.title.startswith("1 of 3")
        assert "dismissed" in review.shown("decision")
        await pilot.press("a")
        assert review.session.state(0) is State.ACCEPTED
        await pilot.press("x")
        assert review.told == ["nothing you decided was changed by others"]


async def test_several_are_listed_and_enter_goes_to_one(tmp_path: Path) -> None:
    review = desk(tmp_path)
    ben = other(review)
    async with review.app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("a", "a", "a")
        for index in range(3):
            ben.dismiss(index)
        await heard(pilot)
        assert review.told == ["ben decided 3 findings; 3 otherwise than you. x shows"]
        await pilot.press("x")
        assert isinstance(review.app.screen, ChoiceScreen)
        said = review.app.screen.query_one("#choices", Sheet).plain
        assert said.count("ben dismissed") == 3
        await pilot.press("escape", "x", "j", "enter")
        assert isinstance(review.app.screen, ReviewScreen)
        assert review.title.startswith("2 of 3")
        await pilot.press("a", "home", "a", "x")
        # Two were decided again or seen: the third is left.
        assert review.title.startswith("3 of 3")


async def test_changed_files_and_other_decisions_are_listed_together(tmp_path: Path) -> None:
    review = desk(tmp_path)
    ben = other(review)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "a")
        ben.dismiss(1)
        review.path.write_text(PAGE.replace(LIBERATION, "Irak | Mossul frei"), encoding="utf-8")
        await heard(pilot)
        pilot.app.post_message(events.AppFocus())
        for _ in range(3):
            await pilot.pause()
            await written(pilot)
        await pilot.press("x")
        assert isinstance(review.app.screen, ChoiceScreen)
        await pilot.press("pagedown", "enter")
        assert isinstance(review.app.screen, ConflictScreen)


async def test_two_apps_on_one_log_both_see_and_nothing_is_lost(tmp_path: Path) -> None:
    from capqa.review.log import DecisionLog

    ana = desk(tmp_path)
    log = DecisionLog(ana.log.path)
    bens = other(ana, log=log)
    ben = ReviewApp(bens)
    async with ana.app.run_test() as one, ben.run_test() as two:
        await loaded(one)
        await loaded(two)
        await one.press("a")
        await heard(two)
        await two.press("n", "s")
        await one.press("r", "r")
        await two.press("end", "r", "r")
        await heard(two)
        await heard(one)
        states = [bens.state(index) for index in range(3)]
        assert states == [ana.session.state(index) for index in range(3)]
        assert states == [State.ACCEPTED, State.DISMISSED, State.DISMISSED]
        assert "3 of 3 decided" in status(ana)
    assert [(each.reviewer, each.action) for each in log.decisions()] == [
        ("ana", Action.ACCEPT),
        ("ben", Action.SKIP),
        ("ana", Action.DISMISS),
        ("ben", Action.DISMISS),
    ]


async def test_it_listens_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("capqa.tui.reviewing.others.SECONDS", 0.01)
    review = desk(tmp_path)
    ben = other(review)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        ben.dismiss(1)
        async with asyncio.timeout(20):
            while not review.told:
                await pilot.pause(0.01)
        assert review.told == ["ben decided 1 finding"]


async def test_a_log_that_cannot_be_read_is_told_once_until_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> bool:
        raise CapqaError("[/x] the server is gone")

    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(review.session, "has_news", fail)
            await heard(pilot)
            assert review.told == ["[/x] the server is gone"]
            review.app.clear_notifications()
            await heard(pilot)
            assert review.told == []
        await heard(pilot)
        monkeypatch.setattr(review.session, "has_news", fail)
        await heard(pilot)
        assert review.told == ["[/x] the server is gone"]


async def test_hostile_names_and_texts_are_told_as_they_are(tmp_path: Path) -> None:
    text = "[MUSIC] [/x]\x1b[31m\u202eWort"
    review = desk(tmp_path, fragments=(text,), page=f"{text}\n")
    ben = other(review, "[/b]\x1b]0;ben\x07")
    async with review.app.run_test(notifications=True) as pilot:
        await loaded(pilot)
        await pilot.press("r", "r")
        ben.skip(0)
        await heard(pilot)
        assert review.told == [
            "[/b]␛]0;ben␇ skipped '[MUSIC] [/x]␛[31m<U+202E>Wort', you dismissed: "
            "[/b]␛]0;ben␇'s stands (later). x shows"
        ]


def test_news_in_words() -> None:
    def news(index: int, action: Action, reviewer: str = "ben", own: Action | None = None) -> News:
        return News(index, reviewer, "", action, "", own is not None, own is None, own)

    assert (
        news_line([news(0, Action.ACCEPT), news(0, Action.UNDO), news(1, Action.EDIT)])
        == "ben decided 1 finding and took 1 decision back"
    )
    assert news_line([news(0, Action.UNDO)]) == "ben took 1 decision back"
    assert (
        news_line([news(index, Action.SKIP, "cleo") for index in range(1200)])
        == "cleo decided 1,200 findings"
    )
    assert (
        disagreement_line(news(0, Action.EDIT, own=Action.EDIT), "x" * 50)
        == f"ben edited '{'x' * 40}…', you edited with another text: yours stands (later)"
    )
