"""Comments: who, when and what, kept with the finding, deciding nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.review.log import DecisionLog
from capqa.review.session import ReviewError, Session, State
from tests.review.desk import PAGE, open_session, words

if TYPE_CHECKING:
    from pathlib import Path

IRAK, MOSSUL, SYRIEN, KRIEG, CREDIT = range(5)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode())
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log.sqlite3"


def texts(session: Session, index: int) -> list[tuple[str, str]]:
    return [(each.reviewer, each.text) for each in session.comments(index)]


def test_comments_of_all_reviewers_stay_with_the_finding(page: Path, log: Path) -> None:
    ana, ben = (open_session(log, page, reviewer=name) for name in ("ana", "ben"))
    ana.comment(KRIEG, "  a title?\nask \t")
    ben.comment(KRIEG, "yes")
    ana.refresh()
    assert texts(ana, KRIEG) == texts(ben, KRIEG) == [("ana", "a title?\nask"), ("ben", "yes")]
    (first, _) = open_session(log, page).comments(KRIEG)
    assert first.time.endswith("+00:00")
    assert (first.source, first.place) == ("Krieg", "5:9")
    assert texts(ana, SYRIEN) == []


def test_a_comment_decides_nothing_and_is_not_what_undo_takes_back(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.undo()
    session.comment(IRAK, "look again")
    assert session.state(IRAK) is State.OPEN
    assert session.redo() == IRAK
    assert session.undo() == IRAK
    assert session.undo() is None
    assert texts(session, IRAK) == [("ana", "look again")]


def test_comments_outlive_the_mending_of_their_finding_and_its_neighbours(
    page: Path, log: Path
) -> None:
    session = open_session(log, page)
    session.comment(MOSSUL, "beside what is mended")
    session.comment(IRAK, "mended")
    session.accept(IRAK)
    session.write()
    assert texts(session, IRAK) == [("ana", "mended")]
    resumed = open_session(log, page)
    assert words(resumed)[0] == "Mossul"
    assert texts(resumed, 0) == [("ana", "beside what is mended")]


@pytest.mark.parametrize("text", ["", " \n", "a\x1b[31m", "a\0", "a\ud800"])
def test_what_is_no_comment_is_refused(page: Path, log: Path, text: str) -> None:
    session = open_session(log, page)
    with pytest.raises(ReviewError, match="the comment"):
        session.comment(IRAK, text)
    assert DecisionLog(log).events() == []
