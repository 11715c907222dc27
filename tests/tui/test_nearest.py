"""The order suggestions are made in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from capqa.tui.nearest import NearestFirst


def test_without_moving_it_goes_both_ways_from_the_reader() -> None:
    order = NearestFirst(6)
    assert [order.take(2) for _ in range(7)] == [2, 3, 1, 4, 0, 5, None]


def test_moving_changes_what_comes_next() -> None:
    order = NearestFirst(10)
    assert [order.take(0), order.take(0), order.take(8), order.take(8)] == [0, 1, 8, 9]
    assert [order.take(0), order.take(0)] == [2, 3]


def test_nothing_comes_of_nothing() -> None:
    assert NearestFirst(0).take(0) is None


@given(st.integers(1, 30), st.data())
def test_each_index_comes_once_and_is_the_nearest_left(count: int, data: st.DataObject) -> None:
    order, left = NearestFirst(count), set(range(count))
    while left:
        center = data.draw(st.integers(0, count - 1))
        index = order.take(center)
        assert index in left
        assert abs(index - center) == min(abs(each - center) for each in left)
        left.remove(index)
    assert order.take(0) is None
