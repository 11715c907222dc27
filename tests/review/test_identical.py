"""One decision on all findings with the same text: what it reaches, and when it is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from capqa.model import Check, Part, Scope, Span, Suggestion, TermVerdict, Verdict
from capqa.review.log import DecisionLog
from capqa.review.session import ReviewError, ReviewItem, State
from tests.review.desk import items_in, open_session

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("one.txt", "two.txt")]
    paths[0].write_bytes(b"Irak | Mossul\n\nIrak again\n")
    paths[1].write_bytes(b"Krieg: Irak\n")
    return paths


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log.sqlite3"


def test_identical_are_those_with_the_same_text_in_all_files(pages: list[Path], log: Path) -> None:
    session = open_session(log, *pages)
    assert session.identical(2) == (0, 2, 4)
    assert session.identical(1) == (1,)


def test_another_language_rule_or_target_is_not_identical(pages: list[Path], log: Path) -> None:
    items = items_in(*pages)
    items[0] = replace(items[0], finding=replace(items[0].finding, language="tr"))
    items[2] = replace(items[2], finding=replace(items[2].finding, rule="spacing"))
    items.append(replace(items[4], target_language="fr"))
    session = open_session(log, items=items)
    assert [session.identical(index) for index in (0, 2, 4, 5)] == [(0,), (2,), (4,), (5,)]


def test_what_is_decided_already_is_left_alone(pages: list[Path], log: Path) -> None:
    session = open_session(log, *pages)
    session.dismiss(2)
    session.skip(4)
    assert session.accept_identical(0) == (0, 4)
    assert [session.state(index) for index in (0, 2, 4)] == [
        State.ACCEPTED,
        State.DISMISSED,
        State.ACCEPTED,
    ]


def test_all_are_logged_as_one_group_and_written(pages: list[Path], log: Path) -> None:
    session = open_session(log, *pages)
    session.accept_identical(2)
    decisions = DecisionLog(log).decisions()
    assert {each.scope for each in decisions} == {Scope.IDENTICAL}
    (group,) = {each.group for each in decisions}
    assert group
    assert [each.origin for each in decisions] == ["test"] * 3
    session.write()
    assert [path.read_bytes() for path in pages] == [
        b"Iraq | Mossul\n\nIraq again\n",
        b"Krieg: Iraq\n",
    ]


def test_dismissing_all(pages: list[Path], log: Path) -> None:
    session = open_session(log, *pages)
    assert session.dismiss_identical(0) == (0, 2, 4)
    assert open_session(log, *pages).counts()[State.DISMISSED] == 3
    assert session.undo() == 0
    assert session.touched == (0, 2, 4)


GOOD = Suggestion("Iraq", "test 1", checks=(Check("numbers", True),))


@pytest.mark.parametrize(
    ("suggestion", "message"),
    [
        (
            replace(GOOD, terms=(TermVerdict("Irak", "the Iraq", Verdict.MISSING),)),
            "breaks the glossary: 'Irak' must be 'the Iraq'; accept each place, or edit it",
        ),
        (
            replace(GOOD, terms=(TermVerdict("Irak", "Iraq", Verdict.FORBIDDEN),)),
            "says 'Iraq', which the glossary forbids",
        ),
        (
            replace(GOOD, checks=(Check("numbers", False, "12 is lost"),)),
            r"the check 'numbers' failed \(12 is lost\)",
        ),
        (
            replace(GOOD, parts=(Part(Span(0, 4), "Irak", "unknown"),)),
            "nobody knows 'Irak'",
        ),
        (None, "there is no suggestion"),
    ],
)
def test_accepting_all_is_refused_where_nobody_would_read_what_is_amiss(
    pages: list[Path], log: Path, suggestion: Suggestion | None, message: str
) -> None:
    def suggest(_: ReviewItem) -> Suggestion | None:
        return suggestion

    session = open_session(log, *pages, suggest=suggest)
    with pytest.raises(ReviewError, match=message):
        session.accept_identical(0)
    assert session.counts()[State.OPEN] == 5
    assert DecisionLog(log).decisions() == []
    session.dismiss_identical(0)
    assert session.counts()[State.DISMISSED] == 3
