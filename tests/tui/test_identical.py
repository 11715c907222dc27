"""Keys that decide the same in many places: asked first, one step, and told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from capqa.model import Action, Check, Scope, TermVerdict, Verdict
from capqa.review.items import State
from capqa.review.session import Session
from capqa.tui.app import ReviewApp
from capqa.tui.screens.identical import AcceptIdenticalScreen, DismissIdenticalScreen
from capqa.tui.screens.review import ReviewScreen
from capqa.tui.screens.scope import ScopeScreen
from capqa.tui.widgets.places import Places
from tests.tui.pages import LIBERATION, OFFENSIVE, SUGGESTIONS, Desk, desk, loaded

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.model import Suggestion

THRICE = (LIBERATION, OFFENSIVE, LIBERATION, LIBERATION)


def repeated(folder: Path, suggestion: Suggestion = SUGGESTIONS[LIBERATION]) -> Desk:
    page = "\n\n".join(f"{number}: {text} [/x]" for number, text in enumerate(THRICE))
    suggestions = {**SUGGESTIONS, LIBERATION: suggestion}
    review = desk(folder, THRICE, page, suggestions)
    review.session = Session(
        review.session.items,
        review.log,
        reviewer="ana",
        suggest=lambda item: suggestions.get(item.finding.text),
        allowlist=lambda: folder / "allowed.txt",
    )
    (folder / "allowed.txt").write_text("", encoding="utf-8")
    review.app = ReviewApp(review.session)
    return review


def states(review: Desk) -> list[State]:
    return [review.session.state(index) for index in range(len(review.session.items))]


def asked(review: Desk) -> str:
    return "\n".join(str(each.visual) for each in review.app.screen.query(Static))


@pytest.mark.parametrize("yes", ["A", "y"])
async def test_capital_a_lists_every_place_and_accepts_all_in_one_step(
    tmp_path: Path, yes: str
) -> None:
    review = repeated(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("A")
        assert isinstance(review.app.screen, AcceptIdenticalScreen)
        assert review.app.screen.query_one("#dialog").border_title == "Accept in 3 places?"
        places = review.app.screen.query_one(Places)
        rows = [places.drawn_row(at, 70, current=False).plain for at in range(places.count)]
        assert rows == [
            f"  page.txt:{line}:4  {number}: {LIBERATION} [/x]"
            for number, line in ((0, 1), (2, 5), (3, 7))
        ]
        await pilot.press("j", "j", "j", "k", "pagedown", "pageup")
        assert places.current == 0
        await pilot.press(yes)
        assert states(review) == [State.ACCEPTED, State.OPEN, State.ACCEPTED, State.ACCEPTED]
        assert review.told == ["Accepted in 3 places; u takes that back"]
        assert review.title.startswith("2 of 4")
        assert "in all places" not in review.shown("decision")
        await pilot.press("u")
        assert states(review) == [State.OPEN] * 4
        assert review.title.startswith("1 of 4")
        await pilot.press("U")
        assert states(review).count(State.ACCEPTED) == 3


@pytest.mark.parametrize("key", ["A", "R", "r"])
@pytest.mark.parametrize("answer", ["escape", "n", "enter"])
async def test_nothing_is_decided_by_saying_no_or_by_enter(
    tmp_path: Path, key: str, answer: str
) -> None:
    review = repeated(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press(key, answer)
        assert review.log.decisions() == []
        assert isinstance(review.app.screen, ReviewScreen) == (answer != "enter")


@pytest.mark.parametrize(
    ("suggestion", "why"),
    [
        (
            replace(
                SUGGESTIONS[LIBERATION], terms=(TermVerdict("Mossul", "Mosul", Verdict.MISSING),)
            ),
            "the suggestion breaks the glossary: 'Mossul' must be 'Mosul'",
        ),
        (
            replace(SUGGESTIONS[LIBERATION], checks=(Check("[numbers]", False, "12 is lost"),)),
            "the check '[numbers]' failed (12 is lost)",
        ),
    ],
)
async def test_capital_a_refuses_what_is_amiss_before_it_asks(
    tmp_path: Path, suggestion: Suggestion, why: str
) -> None:
    review = repeated(tmp_path, suggestion)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("A")
        assert isinstance(review.app.screen, ReviewScreen)
        assert review.told == [f"{why}; accept each place, or edit it"]
        assert review.log.decisions() == []


async def test_words_that_stand_once_are_not_asked_about(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        for key in "AR":
            await pilot.press(key)
            assert isinstance(review.app.screen, ReviewScreen)
            assert review.told == ["the same words stand nowhere else; a and r decide here"]


async def test_capital_r_dismisses_all_places_in_one_step(tmp_path: Path) -> None:
    review = repeated(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("j", "j", "R")
        assert isinstance(review.app.screen, DismissIdenticalScreen)
        assert (
            "page.txt:5:4"
            in review.app.screen.query_one(Places).drawn_row(0, 70, current=True).plain
        )
        await pilot.press("R")
        assert states(review).count(State.DISMISSED) == 3
        assert {each.scope for each in review.log.decisions()} == {Scope.IDENTICAL}
        await pilot.press("u")
        assert review.title.startswith("3 of 4")
        assert states(review).count(State.OPEN) == 4


@pytest.mark.parametrize("key", ["r", "R"])
async def test_always_allows_the_words_in_pages_to_come_and_undo_takes_that_away(
    tmp_path: Path, key: str
) -> None:
    review = repeated(tmp_path)
    allowed = tmp_path / "allowed.txt"
    async with review.app.run_test() as pilot:
        await pilot.press(key)
        if key == "r":
            assert isinstance(review.app.screen, ScopeScreen)
            assert "2 other places of this review" in asked(review)
        await pilot.press("a")
        assert states(review).count(State.DISMISSED) == 3
        assert LIBERATION in allowed.read_text(encoding="utf-8")
        assert review.told == ["Dismissed in 3 places, and in pages to come; u takes that back"]
        await pilot.press("u")
        assert LIBERATION not in allowed.read_text(encoding="utf-8")
        assert states(review).count(State.OPEN) == 4


async def test_always_without_an_allowlist_is_refused_and_told(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("r", "a")
        assert review.log.decisions() == []
        assert review.told == ["there is no list of allowed names; dismiss it here"]


async def test_dismissing_here_decides_one_place_only(tmp_path: Path) -> None:
    review = repeated(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("r", "h")
        assert [each.action for each in review.log.decisions()] == [Action.DISMISS]
        assert states(review).count(State.OPEN) == 3
