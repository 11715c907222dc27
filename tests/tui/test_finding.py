"""Search, filter and jump: which findings are shown, and what the keys do on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from capqa.review.items import State
from capqa.tui.screens.filter import FilterScreen
from capqa.tui.screens.review import ReviewScreen
from capqa.tui.widgets.facets import FacetList
from capqa.tui.widgets.prompt import Prompt, PromptInput
from capqa.tui.widgets.queue import Queue
from tests.tui.pages import LIBERATION, OFFENSIVE, REFUGEES, Desk, desk, loaded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.pilot import Pilot


def shown(review: Desk) -> list[str]:
    """Return the words of the findings shown."""
    screen = review.app.screen_stack[1]
    assert isinstance(screen, ReviewScreen)
    return [review.session.items[index].finding.text for index in screen.flow.view.shown]


def line(review: Desk) -> str:
    """Return the line that says what is shown, "" where it is hidden."""
    narrowed = review.app.screen_stack[1].query_one("#narrowed", Static)
    return str(narrowed.visual) if narrowed.display else ""


async def type_in(pilot: Pilot[None], key: str, text: str, *after: str) -> None:
    await pilot.press(key)
    for letter in text:
        await pilot.press("space" if letter == " " else letter)
    await pilot.press(*after)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("fluchtlinge", [REFUGEES]),
        ("FLÜCHTLINGE", [REFUGEES]),
        ("fluechtlinge", [REFUGEES]),
        ("mossul irak", [LIBERATION, OFFENSIVE]),
        ("liberation", [LIBERATION]),
        ("page", [LIBERATION, OFFENSIVE, REFUGEES]),
        ("zzz", []),
    ],
)
async def test_typing_shows_what_has_all_words(
    tmp_path: Path, typed: str, found: list[str]
) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await type_in(pilot, "slash", typed)
        assert shown(review) == found
        assert f'"{typed}"' in line(review)
        assert "Esc shows all" in line(review)


async def test_enter_keeps_a_search_and_moves_stay_in_it(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await type_in(pilot, "slash", "irak", "enter")
        assert line(review).startswith("2 of 3 shown")
        for keys, position in (("j j", 2), ("n", 1), ("p", 2), ("home", 1), ("G", 2)):
            await pilot.press(*keys.split())
            assert review.title.startswith(f"{position} of 3")
        await pilot.press("escape")
        assert len(shown(review)) == 3
        assert line(review) == ""
        assert review.title.startswith("2 of 3")


async def test_escape_in_the_line_clears_the_search(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await type_in(pilot, "slash", "zzz", "escape")
        assert len(shown(review)) == 3
        assert review.title.startswith("1 of 3")
        assert not review.app.screen.query_one("#search", Prompt).active


async def test_arrows_move_while_one_types_and_letters_do_not_act(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await type_in(pilot, "slash", "mossul", "down")
        assert review.title.startswith("2 of 3")
        await pilot.press("r", "r", "a")
        assert {review.session.state(index) for index in range(3)} == {State.OPEN}
        assert shown(review) == []


async def test_no_key_decides_on_what_is_not_shown(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await type_in(pilot, "slash", "zzz", "enter")
        assert "None of 3 shown" in line(review)
        await pilot.press(*"arse1twnpjk", "home", "end", "pagedown", "pageup", "space", "b")
        await pilot.click(Queue, offset=(4, 0))
        assert {review.session.state(index) for index in range(3)} == {State.OPEN}
        assert not review.app.screen.query_one("#detail").display
        await pilot.press("escape", "r", "r")
        assert review.session.state(0) is State.DISMISSED


async def test_what_is_decided_stays_until_the_filter_changes(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("f", "space", "escape")
        assert line(review).startswith("3 of 3 shown: state open")
        await pilot.press("r", "r", "r", "r")
        assert len(shown(review)) == 3
        await type_in(pilot, "slash", "irak", "enter")
        assert shown(review) == []


async def test_undo_shows_what_it_goes_to_and_says_so(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("r", "r")
        await type_in(pilot, "slash", "fluchtlinge", "enter")
        await pilot.press("u")
        assert review.title.startswith("1 of 3")
        assert len(shown(review)) == 3
        assert any("shown again" in told for told in review.told)


async def test_a_comment_is_found(tmp_path: Path) -> None:
    review = desk(tmp_path)
    review.session.comment(1, "ask Zoë about it")
    async with review.app.run_test() as pilot:
        await type_in(pilot, "slash", "zoe")
        assert shown(review) == [OFFENSIVE]


@pytest.mark.parametrize(
    ("typed", "position"),
    [
        ("3", 3),
        ("100%", 3),
        ("0%", 1),
        ("page.txt:4", 2),
        ("PAGE:8", 2),
        (":9", 3),
        ("page.txt:3:1", 1),
    ],
)
async def test_g_goes_to_a_number_a_place_or_a_percentage(
    tmp_path: Path, typed: str, position: int
) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await type_in(pilot, "g", typed, "enter")
        assert review.title.startswith(f"{position} of 3")
        assert not review.app.screen.query_one("#jump", Prompt).active


@pytest.mark.parametrize("typed", ["", "0", "4", "101%", "other.txt:3", "page.txt:99", "-1", "²"])
async def test_a_mistake_is_said_where_it_was_typed(tmp_path: Path, typed: str) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await type_in(pilot, "g", typed, "enter")
        prompt = review.app.screen.query_one("#jump", Prompt)
        error = prompt.query_one(".prompt-error", Static)
        assert error.display
        assert str(error.visual)
        assert review.title.startswith("1 of 3")
        await pilot.press("x")
        assert not error.display
        await pilot.press("escape")
        assert not prompt.active


async def test_a_jump_to_a_hidden_finding_shows_all(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await type_in(pilot, "slash", "irak", "enter")
        await type_in(pilot, "g", "3", "enter")
        assert review.title.startswith("3 of 3")
        assert len(shown(review)) == 3


def window_rows(review: Desk) -> list[str]:
    facets = review.app.screen.query_one(FacetList)
    return [facets.drawn_row(at, 60, current=False).plain for at in range(facets.count)]


async def test_the_filter_picks_by_values_and_clears(tmp_path: Path) -> None:
    review = desk(tmp_path)
    review.session.dismiss(0)
    async with review.app.run_test() as pilot:
        await pilot.press("f")
        screen = review.app.screen
        assert isinstance(screen, FilterScreen)
        rows = [" ".join(row.split()) for row in window_rows(review)]
        assert rows[:4] == ["State", "[ ] open 2", "[ ] dismissed 1", "Confidence"]
        assert "[ ] German 3" in rows
        await pilot.press("j", "space")
        assert shown(review) == [LIBERATION]
        assert screen.query_one("#dialog").border_title == "Filter: 1 of 3 shown"
        await pilot.press("k", "space")
        assert len(shown(review)) == 3
        await pilot.press("c", "enter")
        assert line(review) == ""
        assert isinstance(review.app.screen, ReviewScreen)


async def test_the_values_of_the_filter_can_be_searched_and_clicked(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await pilot.press("f")
        await type_in(pilot, "slash", "germ", "enter")
        assert len(window_rows(review)) == 2
        await pilot.click(FacetList, offset=(6, 1))
        assert "language German" in line(review)
        await pilot.press("slash")
        assert review.app.screen.query_one(PromptInput).value == "germ"
        await type_in(pilot, "x", "zz", "enter")
        await pilot.press("space", "j", "k", "tab", "pagedown", "home", "end")
        assert window_rows(review) == []
        await pilot.press("escape")


@pytest.mark.parametrize("keys", [["slash", "a"], ["f", "escape"], ["g", "1", "enter"], ["escape"]])
async def test_a_session_without_findings_does_not_mind(
    tmp_path: Path, keys: Sequence[str]
) -> None:
    review = desk(tmp_path, fragments=())
    async with review.app.run_test() as pilot:
        await pilot.press(*keys)
        assert isinstance(review.app.screen, ReviewScreen)
