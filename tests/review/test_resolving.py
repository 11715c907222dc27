"""Conflicts in one file and in one segment: each is settled once, whatever was written before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.review.session import ReviewError, Side, State
from tests.review.desk import PAGE, open_session

if TYPE_CHECKING:
    from pathlib import Path

IRAK, MOSSUL, SYRIEN, KRIEG, CREDIT = range(5)
OLD = PAGE.encode()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log.sqlite3"


def test_words_that_are_gone_need_no_decision(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.skip(SYRIEN)
    page.write_bytes(b"Irak | Mossul\n")
    assert session.reread(page).gone == (SYRIEN, KRIEG, CREDIT)
    assert [session.state(index) for index in (MOSSUL, SYRIEN, KRIEG)] == [
        State.OPEN,
        State.GONE,
        State.GONE,
    ]
    counts = session.counts()
    assert (counts[State.OPEN], counts[State.SKIPPED], counts[State.GONE]) == (2, 0, 3)
    assert session.next_open(MOSSUL) == IRAK
    with pytest.raises(ReviewError, match="these words are gone from the file; dismiss it"):
        session.edit(KRIEG, "war")
    session.dismiss(KRIEG)
    assert session.state(KRIEG) is State.DISMISSED


def test_words_that_come_back_are_as_they_were_decided(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.accept(SYRIEN)
    page.write_bytes(OLD.replace(b"Irak | Mossul", b"Iraks | Mossul").replace(b"Syrien", b"Dort"))
    assert [each.index for each in session.reread(page).conflicts] == [IRAK, SYRIEN]
    page.write_bytes(OLD.replace(b"Irak | Mossul", b"Irak | Mossul!").replace(b"Syrien", b"Hier"))
    again = session.reread(page)
    assert again.kept == (IRAK, MOSSUL, KRIEG, CREDIT)
    (left,) = again.conflicts
    assert left.disk == "Hier: Krieg"
    page.write_bytes(OLD)
    assert session.reread(page).conflicts == session.conflicts() == ()
    assert session.write().edits == 2
    assert page.read_bytes() == OLD.replace(b"Irak |", b"Iraq |").replace(b"Syrien", b"Syria")


def test_several_conflicts_in_one_file_are_resolved_one_after_the_other(
    page: Path, log: Path
) -> None:
    session = open_session(log, page)
    session.accept(MOSSUL)
    session.accept(SYRIEN)
    session.accept(CREDIT, "Iraq")
    page.write_bytes(
        OLD.replace(b"Mossul", b"Mossulstadt")
        .replace(b"Syrien", b"Syrienland")
        .replace(b"Irak/", b"Iraks/")
    )
    session.reread(page)
    # Each writing moves what comes after it.
    for index in (SYRIEN, MOSSUL, CREDIT):
        assert session.resolve(index, Side.YOURS).edits == 1
    assert page.read_bytes() == OLD.replace(b"Mossul", b"Mosul").replace(
        b"Syrien", b"Syria"
    ).replace(b"Irak/", b"Iraq/")
    assert session.unwritten() == ()
    assert session.conflicts() == ()


def test_the_others_in_a_segment_are_in_yours_and_stay_as_decided(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.accept(MOSSUL)
    page.write_bytes(OLD.replace(b"Irak | Mossul", b"Irak | Mossulstadt"))
    (found,) = session.reread(page).conflicts
    assert (found.index, found.yours) == (MOSSUL, "Iraq | Mosul")
    session.resolve(MOSSUL, Side.YOURS)
    assert page.read_bytes() == OLD.replace(b"Irak | Mossul", b"Iraq | Mosul")
    assert session.unwritten() == ()
    assert session.replacement(IRAK) == "Iraq"
    assert session.write().refused == ()


def test_one_answer_settles_a_segment_with_two_conflicts(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.accept(MOSSUL)
    page.write_bytes(OLD.replace(b"Irak | Mossul", b"Iraks | Mossulstadt"))
    assert [each.yours for each in session.reread(page).conflicts] == ["Iraq | Mosul"] * 2
    session.resolve(IRAK, Side.YOURS)
    assert session.conflicts() == ()
    assert session.unwritten() == ()
    assert page.read_bytes() == OLD.replace(b"Irak | Mossul", b"Iraq | Mosul")


def test_another_text_may_be_written_instead_of_yours(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(MOSSUL)
    page.write_bytes(OLD.replace(b"Irak | Mossul", b"Irak | Mossulstadt"))
    session.reread(page)
    with pytest.raises(ReviewError, match="is empty"):
        session.resolve(MOSSUL, Side.YOURS, " ")
    session.resolve(MOSSUL, Side.YOURS, "Iraq | city of Mosul")
    assert page.read_bytes() == OLD.replace(b"Irak | Mossul", b"Iraq | city of Mosul")


def test_undoing_the_choice_of_the_text_on_disk_opens_the_conflict_again(
    page: Path, log: Path
) -> None:
    session = open_session(log, page)
    session.accept(MOSSUL)
    page.write_bytes(OLD.replace(b"Irak | Mossul", b"Irak | Mossulstadt"))
    (found,) = session.reread(page).conflicts
    session.resolve(MOSSUL, Side.DISK)
    session.undo()
    assert session.conflicts() == (found,)
    session.undo()
    assert session.conflicts() == ()
    assert session.state(MOSSUL) is State.GONE
