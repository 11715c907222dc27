"""Approving, rejecting and undoing: what is written where, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError, ConfigurationError, ConflictError
from capqa.glossary.editing import history
from capqa.glossary.editing.adding import OnConflict, RivalError
from capqa.glossary.files import read_glossary
from capqa.glossary.proposals import journal
from capqa.glossary.proposals.desk import Desk
from capqa.glossary.proposals.events import Rejection
from capqa.glossary.proposals.rows import State
from capqa.glossary.suggesting.candidate import Candidate, Example
from tests.glossary.proposals.samples import HEADER, PAIR, ROWS, proposed, shelf

if TYPE_CHECKING:
    from pathlib import Path


def states(desk: Desk) -> dict[str, State]:
    return {row.source: row.state for row in desk.rows}


def test_approving_writes_the_row_and_who_proposed_and_approved_it(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit", by="ana")
    proposed(at, "Kiesgrube", "gravel pit", by="ben")
    desk = Desk([at], by="eva")
    entry = desk.approve(desk.rows[0])
    assert at.glossary.read_bytes() == ROWS.replace(
        b"Kiesweg", b"Kiesgrube,gravel pit,noun,,preferred,,,,,\nKiesweg"
    )
    assert (entry.source, entry.row) == ("Kiesgrube", 3)
    (record,) = history.read(at.glossary)
    assert (record.by, record.proposed_by, record.action) == ("eva", "ana, ben", "add")
    assert desk.rows[0].state is State.APPROVED
    assert desk.rows[0].decision is not None
    assert desk.rows[0].decision.by == "eva"


def test_rejecting_says_who_when_and_why_and_writes_no_row(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    desk = Desk([at], by="eva")
    desk.reject(desk.rows[0], "- too\n narrow\x1b")
    (row,) = desk.rows
    assert row.state is State.REJECTED
    assert isinstance(row.decision, Rejection)
    assert (row.decision.by, row.decision.reason) == ("eva", "- too narrow␛")
    assert row.decision.at > row.at
    assert at.glossary.read_bytes() == ROWS
    with pytest.raises(ConflictError, match="rejected already"):
        desk.reject(row)


def test_what_is_proposed_again_after_a_rejection_is_open_again(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    desk = Desk([at], by="eva")
    proposed(at, "Kiesgrube", "gravel pit")
    desk.refresh()
    desk.reject(desk.rows[0])
    proposed(at, "Kiesgrube", "gravel pit", by="ben")
    assert desk.refresh()
    (row,) = desk.rows
    assert (row.state, row.count) == (State.OPEN, 2)
    assert row.decision is not None
    desk.approve(row)
    assert desk.rows[0].state is State.APPROVED


def test_a_rejected_row_can_be_approved_after_all(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    desk = Desk([at], by="eva")
    desk.reject(desk.rows[0])
    desk.approve(desk.rows[0])
    assert states(desk)["Kiesgrube"] is State.APPROVED
    desk.undo()
    assert states(desk)["Kiesgrube"] is State.REJECTED
    desk.undo()
    assert states(desk)["Kiesgrube"] is State.UNDONE


def test_undoing_takes_the_latest_of_that_maintainer_back(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    proposed(at, "Baggersee", "quarry pond")
    eva, leo = Desk([at], by="eva"), Desk([at], by="leo")
    eva.approve(next(row for row in eva.rows if row.source == "Kiesgrube"))
    leo.refresh()
    leo.reject(next(row for row in leo.rows if row.source == "Baggersee"), "no")
    assert eva.undo() is not None
    assert at.glossary.read_bytes() == ROWS
    assert states(eva) == {"Kiesgrube": State.UNDONE, "Baggersee": State.REJECTED}
    assert eva.undo() is None
    eva.approve(eva.rows[0])
    assert [record.action for record in history.read(at.glossary)] == ["add", "remove", "add"]


def test_a_row_changed_since_is_not_undone(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    desk = Desk([at], by="eva")
    desk.approve(desk.rows[0])
    changed = at.glossary.read_bytes().replace(b"gravel pit,noun,,", b"gravel pit,noun,f,")
    at.glossary.write_bytes(changed)
    with pytest.raises(ConflictError, match="'Kiesgrube' -> 'gravel pit' has been changed since"):
        desk.undo()
    assert at.glossary.read_bytes() == changed
    assert desk.rows[0].state is State.APPROVED


def test_a_row_removed_since_needs_no_taking_back(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    desk = Desk([at], by="eva")
    desk.approve(desk.rows[0])
    at.glossary.write_bytes(ROWS)
    assert desk.undo() is not None
    assert at.glossary.read_bytes() == ROWS
    assert desk.rows[0].state is State.UNDONE


def test_another_preferred_target_is_admitted_beside_or_replaced_on_demand(
    tmp_path: Path,
) -> None:
    at = shelf(tmp_path)
    proposed(at, "Zaun", "barrier")
    desk = Desk([at], by="eva")
    with pytest.raises(RivalError) as refused:
        desk.approve(desk.rows[0])
    assert refused.value.rival.target == "fence"
    assert at.glossary.read_bytes() == ROWS
    assert desk.rows[0].state is State.OPEN
    desk.approve(desk.rows[0], on_conflict=OnConflict.REPLACE)
    assert at.glossary.read_bytes() == ROWS.replace(b"Zaun,fence", b"Zaun,barrier")
    desk.undo()
    assert at.glossary.read_bytes() == ROWS
    desk.approve(desk.rows[0], on_conflict=OnConflict.ADMIT)
    assert b"Zaun,barrier,noun,,admitted" in at.glossary.read_bytes()


def test_what_the_glossary_has_meanwhile_is_settled(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    desk = Desk([at], by="eva")
    at.glossary.write_bytes(ROWS + b"Kiesgrube,gravel pit,,,preferred,,,,,\n")
    assert desk.refresh()
    assert states(desk)["Kiesgrube"] is State.SETTLED
    with pytest.raises(ConflictError, match="has 'Kiesgrube' -> 'gravel pit' already"):
        desk.approve(desk.rows[0])
    with pytest.raises(ConflictError, match="already"):
        desk.reject(desk.rows[0])
    at.glossary.write_bytes(ROWS)
    desk.refresh()
    assert states(desk)["Kiesgrube"] is State.OPEN


@pytest.mark.parametrize("decision", ["approve", "reject"])
def test_two_maintainers_do_not_decide_the_same_twice(tmp_path: Path, decision: str) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    eva, leo = Desk([at], by="eva"), Desk([at], by="leo")
    (row,) = leo.rows
    getattr(eva, decision)(eva.rows[0])
    before = at.journal.read_bytes()
    with pytest.raises(ConflictError, match=r"eva has .* it meanwhile; look"):
        leo.reject(row)
    with pytest.raises(ConflictError, match=r"eva has .* it meanwhile; look"):
        leo.approve(row)
    assert at.journal.read_bytes() == before


def test_an_approval_that_dies_before_its_event_leaves_the_row_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    desk = Desk([at], by="eva")

    def die(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(journal, "append", die)
        with pytest.raises(KeyboardInterrupt):
            desk.approve(desk.rows[0])
    (record,) = history.read(at.glossary)
    assert (record.by, record.proposed_by) == ("eva", "ana")
    again = Desk([at], by="eva")
    assert again.rows[0].state is State.SETTLED


def test_an_undoing_that_dies_before_its_event_can_be_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = shelf(tmp_path)
    proposed(at, "Zaun", "barrier")
    desk = Desk([at], by="eva")
    desk.approve(desk.rows[0], on_conflict=OnConflict.REPLACE)

    def die(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(journal, "append", die)
        with pytest.raises(KeyboardInterrupt):
            desk.undo()
    assert at.glossary.read_bytes() == ROWS
    assert desk.undo() is not None
    assert at.glossary.read_bytes() == ROWS
    assert desk.rows[0].state is State.UNDONE


def test_entries_are_added_changed_and_removed_by_hand_and_all_of_it_undone(
    tmp_path: Path,
) -> None:
    at = shelf(tmp_path)
    desk = Desk([at], by="eva")
    desk.add(PAIR, {"source": "Kiesgrube", "target": "gravel pit"})
    fence = next(each.known.entry for each in desk.entries() if each.known.entry.source == "Zaun")
    desk.change(PAIR, fence, {"target": "barrier", "note": "at borders"})
    agreement = next(
        each.known.entry for each in desk.entries() if each.known.entry.source == "Abkommen"
    )
    desk.remove(PAIR, agreement)
    assert [entry.target for entry in read_glossary(at.glossary)] == [
        "gravel pit",
        "gravel path",
        "barrier",
    ]
    for _ in range(3):
        assert desk.undo() is not None
    assert at.glossary.read_bytes() == ROWS
    assert desk.undo() is None
    assert desk.rows == ()


def test_an_entry_changed_meanwhile_is_not_changed_over(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    desk = Desk([at], by="eva")
    fence = next(each.known.entry for each in desk.entries() if each.known.entry.source == "Zaun")
    at.glossary.write_bytes(ROWS.replace(b"Zaun,fence", b"Zaun,barrier"))
    with pytest.raises(ConflictError, match="not there any more as it was"):
        desk.change(PAIR, fence, {"target": "railing"})
    with pytest.raises(ConflictError, match="not there any more as it was"):
        desk.remove(PAIR, fence)


def test_shipped_entries_are_shown_and_not_changed(tmp_path: Path) -> None:
    desk = Desk([shelf(tmp_path)], by="eva")
    shipped = next(each for each in desk.entries() if not each.known.own)
    with pytest.raises(ConflictError, match="no glossary of this project"):
        desk.change(PAIR, shipped.known.entry, {"note": "x"})


def test_a_file_of_events_cannot_have_other_files_changed(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    desk = Desk([at], by="eva")
    desk.add(PAIR, {"source": "Kiesgrube", "target": "gravel pit"})
    other = tmp_path / "other.de-en.csv"
    other.write_bytes(at.glossary.read_bytes())
    at.journal.write_text(at.journal.read_text().replace("house.de-en.csv", "other.de-en.csv"))
    with pytest.raises(ConflictError, match="no glossary of this project"):
        desk.undo()


def test_candidates_come_after_proposals_and_are_kept_once_decided(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    desk = Desk([at], by="eva")
    example = Example("page.html", 3, "Baggerpark")
    found = [
        Candidate("Baggerpark", "", "de", seen=9, examples=(example,)),
        Candidate("Baggersee", "quarry pond", "de", edits=2),
        Candidate("Kiesgrube", "", "de", seen=3),
        Candidate("Zaun", "fence", "de", edits=3),
        Candidate("grue", "crane", "fr", edits=3),
    ]
    desk.offer(found, "en")
    rows = [(row.source, row.state, row.count) for row in desk.rows]
    assert rows == [
        ("Kiesgrube", State.OPEN, 1),
        ("Baggerpark", State.CANDIDATE, 9),
        ("Baggersee", State.CANDIDATE, 2),
    ]
    with pytest.raises(ConfigurationError, match="nobody has said"):
        desk.approve(desk.rows[1])
    desk.reject(desk.rows[1], "a brand")
    desk.approve(desk.rows[1])
    assert history.read(at.glossary)[0].proposed_by == ""
    again = Desk([at], by="leo")
    again.offer(found, "en")
    assert {row.source: row.state for row in again.rows} == {
        "Kiesgrube": State.OPEN,
        "Baggerpark": State.REJECTED,
        "Baggersee": State.APPROVED,
    }
    assert next(row for row in again.rows if row.source == "Baggerpark").examples == (example,)


def test_a_glossary_that_is_not_there_yet_is_made_by_the_first_approval(tmp_path: Path) -> None:
    at = shelf(tmp_path, data=None)
    proposed(at, "Kiesgrube", "gravel pit")
    assert not at.glossary.exists()
    desk = Desk([at], by="eva")
    desk.approve(desk.rows[0])
    assert at.glossary.read_bytes().startswith(HEADER)
    assert desk.rows[0].state is State.APPROVED


def test_a_value_that_may_not_be_written_is_refused_and_nothing_decided(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    row = proposed(at, "Kiesgrube", "gravel pit")
    desk = Desk([at], by="eva")
    with pytest.raises(CapqaError, match="control character"):
        desk.approve(row, {"source": "Kiesgrube", "target": "gravel\x1bpit"})
    assert desk.rows[0].state is State.OPEN
    assert at.glossary.read_bytes() == ROWS


def test_what_the_file_has_no_columns_for_keeps_no_term_out(tmp_path: Path) -> None:
    at = shelf(tmp_path, b"target,source\nfence,Zaun\n")
    proposed(at, "Kiesgrube", "gravel pit", note="not a quarry", gender="f")
    desk = Desk([at], by="eva")
    desk.approve(desk.rows[0])
    assert at.glossary.read_bytes() == b"target,source\ngravel pit,Kiesgrube\nfence,Zaun\n"
    assert desk.rows[0].notes == ("not a quarry",)
