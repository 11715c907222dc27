"""Proposing a term with t: what the form begins with, what is kept, what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from capqa.errors import CapqaError
from capqa.glossary.proposals.proposing import rows_of
from capqa.review.items import State
from capqa.tui.app import ReviewApp
from capqa.tui.screens.review import ReviewScreen
from capqa.tui.term_form.form import TermForm
from capqa.tui.terms import Terms
from tests.glossary.proposals.samples import ROWS, proposed, shelf
from tests.tui.pages import LIBERATION, OFFENSIVE, desk, loaded
from tests.tui.test_hostile import HOSTILE, assert_harmless, everywhere, screen_rows

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.glossary.proposals.shelf import Shelf
    from tests.tui.pages import Desk

pytestmark = pytest.mark.usefixtures("few_shipped_entries")


def proposing(folder: Path, review: Desk | None = None) -> tuple[Desk, Shelf]:
    """Return a review in which terms can be proposed, and where they are kept."""
    at = shelf(folder)
    review = review or desk(folder)
    review.app = ReviewApp(review.session, Terms("en", lambda language: at, by="ana"))
    return review, at


def form_of(review: Desk) -> TermForm[object]:
    assert isinstance(review.app.screen, TermForm)
    return review.app.screen


def refused(review: Desk) -> str:
    return str(form_of(review).query_one("#form-refused").render())


async def test_the_unknown_word_is_proposed_with_nothing_to_type_but_its_target(
    tmp_path: Path,
) -> None:
    review, at = proposing(tmp_path)
    async with review.app.run_test(notifications=True) as pilot:
        await loaded(pilot)
        await pilot.press("n", "t")
        assert form_of(review).values["source"] == "Regierungstrupen"
        await pilot.press(*"government troops", "enter")
        (row,) = rows_of(at)
        assert (row.source, row.target, row.reviewers) == (
            "Regierungstrupen",
            "government troops",
            ("ana",),
        )
        (example,) = row.examples
        assert (example.path, example.line, example.written) == ("page.txt", 8, "")
        assert OFFENSIVE in example.text
        assert review.told == [
            "Proposed Regierungstrupen → government troops; a maintainer will decide"
        ]
        assert "Regierungstrupen → government troops  by ana" in review.shown("proposed")
        assert review.title.startswith("2 of 3")
        assert review.session.state(1) is State.OPEN


async def test_an_edit_fills_source_target_and_word_class(tmp_path: Path) -> None:
    review, at = proposing(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("e", "ctrl+u", *"Iraq | liberation campaign Mosul", "enter", "k", "t")
        values = form_of(review).values
        assert (values["source"], values["target"]) == ("Befreiungsaktion", "liberation campaign")
        assert values["part_of_speech"] == "noun"
        await pilot.press("ctrl+s")
        (row,) = rows_of(at)
        assert row.examples[0].written == "Iraq | liberation campaign Mosul"
        assert row.examples[0].text == LIBERATION


async def test_it_is_kept_before_the_next_key(tmp_path: Path) -> None:
    review, at = proposing(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("n", "t", "x", "enter")
        assert at.journal.read_bytes().endswith(b"\n")
    again, _ = proposing(tmp_path)
    async with again.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("n")
        assert "Regierungstrupen → x" in again.shown("proposed")


async def test_escape_keeps_nothing_and_letters_decide_nothing(tmp_path: Path) -> None:
    review, at = proposing(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("t", *"arsuwnpq1", "question_mark", "escape")
        assert isinstance(review.app.screen, ReviewScreen)
        assert rows_of(at) == []
        assert review.log.decisions() == []


async def test_what_is_refused_is_said_in_a_line_and_the_form_stays(tmp_path: Path) -> None:
    review, at = proposing(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("n", "t", "enter")
        assert "target: '' is refused: it says nothing" in refused(review)
        await pilot.press("shift+tab", "ctrl+u", *"Zaun", "down", *"fence", "enter")
        assert "the glossary has 'Zaun' -> 'fence' already" in refused(review)
        await pilot.press("tab", "tab", "x", "enter")
        assert "no gender" in refused(review)
        focused = review.app.focused
        assert focused is not None
        assert focused.id == "field-gender"
        assert rows_of(at) == []


async def test_what_the_glossary_says_is_shown_while_one_types(tmp_path: Path) -> None:
    review, _ = proposing(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("n", "t")
        known = form_of(review).query_one("#known")
        assert "Regierungstruppen → government troops" in str(known.render())
        await pilot.press("shift+tab", "ctrl+u", *"Zaun", "tab", *"barrier")
        assert "'Zaun' has a preferred target: 'fence'" in str(known.render())


async def test_what_was_rejected_before_is_said_and_may_be_proposed_again(tmp_path: Path) -> None:
    from capqa.glossary.proposals.desk import Desk as Maintainer

    review, at = proposing(tmp_path)
    proposed(at, "Regierungstrupen", "troops", by="ben")
    maintainer = Maintainer([at], by="eva")
    maintainer.reject(maintainer.rows[0], "a typo")
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("n", "t", *"troops")
        known = str(form_of(review).query_one("#known").render())
        assert "rejected before by eva" in known
        assert "a typo" in known
        await pilot.press("enter")
        assert rows_of(at)[0].count == 2


async def test_a_glossary_that_cannot_be_read_is_told_and_the_review_goes_on(
    tmp_path: Path,
) -> None:
    review, at = proposing(tmp_path)
    at.glossary.write_bytes(b"source\nx")
    async with review.app.run_test(notifications=True) as pilot:
        await loaded(pilot)
        await pilot.press("t")
        assert isinstance(review.app.screen, ReviewScreen)
        assert "no column 'target'" in review.told[0]
        await pilot.press("a")
        assert review.session.state(0) is State.ACCEPTED


async def test_a_disk_that_is_full_is_told_in_the_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise CapqaError("disk full [/x]", where="proposals")

    review, _ = proposing(tmp_path)
    monkeypatch.setattr("capqa.glossary.proposals.journal.append", full)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("n", "t", "x", "enter")
        assert "proposals: disk full [/x]" in refused(review)


async def test_pasted_lines_become_one_and_controls_are_seen_and_refused(tmp_path: Path) -> None:
    review, _ = proposing(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("n", "t")
        review.app.post_message(Paste("two\r\nlines"))
        await pilot.pause()
        assert form_of(review).values["target"] == "two lines"
        review.app.post_message(Paste("\x1b[31m"))
        await pilot.pause()
        assert form_of(review).values["target"] == "two lines␛[31m"


async def test_without_glossaries_t_does_nothing(tmp_path: Path) -> None:
    review = desk(tmp_path)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("t")
        assert isinstance(review.app.screen, ReviewScreen)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_the_form_shows_hostile_texts_harmlessly(tmp_path: Path, text: str) -> None:
    review, at = proposing(tmp_path, everywhere(tmp_path, text))
    async with review.app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot)
        await pilot.press("t", "x", "tab", "tab")
        assert isinstance(review.app.screen, TermForm)
        assert_harmless(screen_rows(review.app))
        await pilot.press("enter")
        await pilot.pause()
        assert_harmless(screen_rows(review.app))
    assert at.glossary.read_bytes() == ROWS
