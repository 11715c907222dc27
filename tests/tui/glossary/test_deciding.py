"""Keys that decide: each does one thing, and it is on disk before the next key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.glossary.editing import history
from capqa.tui.glossary.screen import GlossaryScreen
from capqa.tui.term_form.form import TermForm
from capqa.tui.term_form.rival import RivalScreen
from tests.glossary.proposals.samples import ROWS
from tests.tui.glossary.desks import BAGGERPARK, maintained, settled

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_approves_and_goes_to_the_next(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test(notifications=True) as pilot:
        await settled(pilot)
        assert maintaining.current.startswith("Kiesgrube → gravel pit")
        await pilot.press("a")
        assert "Kiesgrube" in maintaining.sources
        assert history.read(maintaining.shelf.glossary)[0].proposed_by == "ana, ben"
        assert maintaining.current.startswith("Kiesgrube → quarry")
        assert "Approved: Kiesgrube → gravel pit" in maintaining.told[0]
        assert len(maintaining.rows) == 2


async def test_enter_never_approves(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter", "enter", "space")
        assert maintaining.shelf.glossary.read_bytes() == ROWS


async def test_r_asks_why_and_the_reason_may_be_empty(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("r", *"no [/x]", "enter")
        await pilot.press("r", "enter")
        await pilot.press("r", "escape")
        assert maintaining.states == {
            "Kiesgrube gravel pit": "rejected",
            "Kiesgrube quarry": "rejected",
            "Zaun barrier": "open",
        }
        await pilot.press("f", "f", "end")
        assert "rejected by eva" in maintaining.shown("state")
        assert "no [/x]" in maintaining.shown("state")


async def test_e_edits_and_approves_what_the_fields_say(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("e", "tab", "s", "tab", "tab", "f", "enter")
        assert b"Kiesgrube,gravel pits,noun,f,preferred,,,not a quarry" in (
            maintaining.shelf.glossary.read_bytes()
        )
        assert maintaining.states["Kiesgrube gravel pit"] == "approved"
        await pilot.press("f")
        assert "as Kiesgrube → gravel pits" in maintaining.shown("state")


async def test_escape_leaves_the_form_and_nothing_changes(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("e", *"arun", "escape")
        assert isinstance(maintaining.app.screen, GlossaryScreen)
        assert maintaining.shelf.glossary.read_bytes() == ROWS
        assert set(maintaining.states.values()) == {"open"}


async def test_n_adds_an_entry_by_hand_with_a_guess_for_what_can_be_known(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("n", *"Baggerung", "tab", *"digging")
        form = maintaining.app.screen
        assert isinstance(form, TermForm)
        assert form.values["part_of_speech"] == "noun"
        assert form.values["gender"] == "f"
        await pilot.press("ctrl+s")
        assert b"Baggerung,digging,noun,f,preferred" in maintaining.shelf.glossary.read_bytes()
        (record,) = history.read(maintaining.shelf.glossary)
        assert (record.by, record.proposed_by) == ("eva", "")


async def test_n_takes_what_was_searched_for_in_vain(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("slash", *"Bagger", "enter", "n")
        form = maintaining.app.screen
        assert isinstance(form, TermForm)
        assert form.values["source"] == "Bagger"


async def test_what_is_refused_is_said_in_the_form_which_stays(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("n", *"Zaun", "tab", "enter")
        form = maintaining.app.screen
        assert isinstance(form, TermForm)
        refused = str(form.query_one("#form-refused").render())
        assert "target: '' is refused: it says nothing" in refused
        await pilot.press(*"fence", "enter")
        assert "is there already" in str(form.query_one("#form-refused").render())
        assert maintaining.shelf.glossary.read_bytes() == ROWS


@pytest.mark.parametrize(
    ("key", "row"), [("b", b"Zaun,barrier,noun,,admitted"), ("p", b"Zaun,barrier,noun,m,preferred")]
)
async def test_a_second_preferred_target_is_asked_about(
    tmp_path: Path, key: str, row: bytes
) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("G")
        assert maintaining.current.startswith("Zaun")
        assert "✗ 'Zaun' has a preferred target: 'fence'" in maintaining.shown("checks")
        await pilot.press("a")
        assert isinstance(maintaining.app.screen, RivalScreen)
        await pilot.press("escape")
        assert maintaining.shelf.glossary.read_bytes() == ROWS
        await pilot.press("a", key)
        assert row in maintaining.shelf.glossary.read_bytes()
        await pilot.press("u")
        assert maintaining.shelf.glossary.read_bytes() == ROWS


async def test_the_form_asks_about_a_second_preferred_target_too(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("G", "e", "enter")
        assert isinstance(maintaining.app.screen, RivalScreen)
        await pilot.press("escape")
        assert isinstance(maintaining.app.screen, TermForm)
        await pilot.press("enter", "b")
        assert isinstance(maintaining.app.screen, GlossaryScreen)
        assert maintaining.states["Zaun barrier"] == "approved"


async def test_u_takes_decisions_back_and_goes_there(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test(notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("a", "r", "enter", "u")
        assert maintaining.current.startswith("Kiesgrube → quarry")
        await pilot.press("u")
        assert maintaining.current.startswith("Kiesgrube → gravel pit")
        assert "↶ open again" in maintaining.shown("state")
        assert maintaining.shelf.glossary.read_bytes() == ROWS
        await pilot.press("u")
        assert maintaining.told == ["nothing to undo"]


async def test_candidates_come_after_proposals_and_want_a_target(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path, candidates=[BAGGERPARK])
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        assert "? Baggerpark" in maintaining.rows[-1]
        await pilot.press("G", "a")
        assert isinstance(maintaining.app.screen, TermForm)
        await pilot.press(*"digger park", "enter")
        assert b"Baggerpark,digger park" in maintaining.shelf.glossary.read_bytes()
        assert history.read(maintaining.shelf.glossary)[0].proposed_by == ""


async def test_pages_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path, failure="cannot be read: [/x]\x1b.html")
    async with maintaining.app.run_test(notifications=True) as pilot:
        await settled(pilot)
        assert maintaining.told == ["cannot be read: [/x]␛.html"]


async def test_what_another_maintainer_decided_is_not_decided_again(tmp_path: Path) -> None:
    from capqa.glossary.proposals.desk import Desk

    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test(notifications=True) as pilot:
        await settled(pilot)
        other = Desk([maintaining.shelf], by="leo")
        other.reject(other.rows[0])
        await pilot.press("a")
        assert maintaining.shelf.glossary.read_bytes() == ROWS
        assert maintaining.told == ["leo has rejected it meanwhile; look again"]
        assert len(maintaining.rows) == 2
