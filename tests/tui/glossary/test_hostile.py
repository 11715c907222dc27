"""Proposals from outside: shown as they are, never acted on, however long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from capqa.glossary.proposals import journal
from capqa.glossary.proposals.desk import Desk
from capqa.glossary.proposals.events import Proposal, Rejection
from capqa.glossary.suggesting.candidate import Candidate, Example
from capqa.tui.glossary.screen import GlossaryScreen
from capqa.tui.term_form.form import TermForm
from tests.glossary.proposals.samples import shelf
from tests.tui.glossary.desks import Maintained, settled
from tests.tui.test_hostile import HOSTILE, assert_harmless

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def hostile(folder: Path, texts: Sequence[str]) -> Maintained:
    """Return an app in which texts stand wherever text from outside is shown."""
    at = shelf(folder)
    candidates = []
    for text in texts:
        example = Example(text[:40], 1, text, text)
        waiting = Proposal(
            by=text,
            source=text,
            target=text,
            note=text,
            part_of_speech=text,
            gender=text,
            examples=(example,),
        )
        rejected = Proposal(by=text, source=text, target="x", examples=(example,))
        decision = Rejection(by=text, proposals=(rejected.id,), reason=text)
        journal.append(at.journal, [waiting, rejected, decision])
        candidates.append(Candidate(f"{text}!", text, "de", seen=2, examples=(example,)))
    return Maintained(at, Desk([at], by="eva"), candidates, texts[0])


def screen_rows(maintaining: Maintained) -> list[str]:
    size = maintaining.app.size
    strips = maintaining.app.screen._compositor.render_strips(size)
    rows = ["".join(segment.text for segment in strip) for strip in strips]
    assert {cell_len(row) for row in rows} == {size.width}
    return rows


@pytest.mark.parametrize(("size", "step"), [((80, 24), 2), ((200, 60), 5)])
async def test_nothing_acts_and_the_columns_hold(
    tmp_path: Path, size: tuple[int, int], step: int
) -> None:
    maintaining = hostile(tmp_path, HOSTILE)
    async with maintaining.app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("f", "f", "f", "f")
        assert len(maintaining.rows) == 3 * len(HOSTILE)
        screen = maintaining.app.screen
        assert isinstance(screen, GlossaryScreen)
        for _ in maintaining.rows[::step]:
            assert_harmless(screen_rows(maintaining))
            screen.action_move(step)
            await pilot.pause()


@pytest.mark.parametrize("text", [*HOSTILE[:4], HOSTILE[-1]], ids=range(5))
async def test_forms_show_texts_and_say_why_they_are_refused(tmp_path: Path, text: str) -> None:
    maintaining = hostile(tmp_path, [text])
    async with maintaining.app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("r")
        assert_harmless(screen_rows(maintaining))
        await pilot.press("escape", "e")
        form = maintaining.app.screen
        assert isinstance(form, TermForm)
        assert_harmless(screen_rows(maintaining))
        await pilot.press("enter")
        assert "is refused" in str(form.query_one("#form-refused").render())
        assert_harmless(screen_rows(maintaining))


async def test_markup_is_shown_as_text(tmp_path: Path) -> None:
    maintaining = hostile(tmp_path, HOSTILE[:1])
    async with maintaining.app.run_test(size=(200, 60)) as pilot:
        await settled(pilot)
        assert sum("[MUSIC]" in row for row in screen_rows(maintaining)) >= 4


async def test_ten_thousand_proposals_are_no_hardship(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposals = [
        Proposal(by="ana", source=f"Wort{number}", target=f"word {number}")
        for number in range(10_000)
    ]
    journal.append(at.journal, proposals)
    maintaining = Maintained(at, Desk([at], by="eva"))
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("G", "pageup", "slash", *"Wort1234", "enter", "a")
        assert "Wort1234" in maintaining.sources or "Wort12340" in maintaining.sources
