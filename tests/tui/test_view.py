"""Which findings are shown, and moving among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from capqa.tui.filtering import Criteria, Facet
from capqa.tui.view import View
from tests.tui.pages import desk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class _Session:
    def __init__(self, count: int) -> None:
        self.items = (None,) * count


def view_of(shown: Sequence[int]) -> View:
    view = View(_Session(50))  # type: ignore[arg-type]
    view.shown = shown
    return view


SHOWN = st.sets(st.integers(0, 49)).map(sorted)


@given(SHOWN, st.integers(0, 49), st.integers(-60, 60))
def test_moves_stay_within_what_is_shown(shown: list[int], index: int, step: int) -> None:
    view = view_of(shown)
    moved = view.moved(index, step)
    if not shown:
        assert moved == index
        assert view.nearest(index) is None
        return
    assert moved in shown
    if index in shown:
        position = min(max(shown.index(index) + step, 0), len(shown) - 1)
        assert moved == shown[position]
    assert view.nearest(index) == next((each for each in shown if each >= index), shown[-1])


@given(SHOWN, st.integers(0, 49))
def test_going_around_sees_each_once_and_itself_last(shown: list[int], index: int) -> None:
    view = view_of(shown)
    after, before = list(view.after(index)), list(view.before(index))
    assert sorted(after) == sorted(before) == shown
    if index in shown:
        assert after[-1] == before[-1] == index
    assert after == [e for e in shown if e > index] + [e for e in shown if e <= index]


def test_what_is_decided_stays_shown_until_the_criteria_change(tmp_path: Path) -> None:
    session = desk(tmp_path).session
    view = View(session)
    criteria = Criteria().toggled(Facet.STATE, "open")
    view.narrow(criteria)
    session.dismiss(1)
    assert list(view.shown) == [0, 1, 2]
    view.narrow(criteria)
    assert list(view.shown) == [0, 2]
    assert view.counts()[Facet.STATE] == {"open": 2, "dismissed": 1}
    view.narrow(Criteria())
    assert list(view.shown) == [0, 1, 2]
