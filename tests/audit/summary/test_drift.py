from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.audit.summary.drift import drift_of, interval
from capqa.audit.tallies import Cell


def months(before: tuple[int, int], lately: tuple[int, int]) -> dict[str, Cell]:
    """Twelve months and three, each with so many texts, of which some have findings."""
    counts = [before] * 12 + [lately] * 3
    return {
        f"{2015 + number // 12}-{number % 12 + 1:02}": Cell("", "", texts=texts, flagged=flagged)
        for number, (flagged, texts) in enumerate(counts)
    }


@pytest.mark.parametrize(
    ("before", "lately", "change"),
    [
        ((10, 1_000), (30, 1_000), "rose"),
        ((30, 1_000), (10, 1_000), "fell"),
        ((10, 1_000), (11, 1_000), "steady"),
        ((0, 1_000), (0, 1_000), "steady"),
        ((1, 3), (3, 3), "unknown"),
    ],
)
def test_a_change_is_told_from_chance(
    before: tuple[int, int], lately: tuple[int, int], change: str
) -> None:
    drift = drift_of(months(before, lately))
    assert drift.change == change
    assert drift.lately == ("2016-01", "2016-03")
    assert drift.before == ("2015-01", "2015-12")
    assert drift.rate_lately == pytest.approx(lately[0] / lately[1])


@pytest.mark.parametrize("known", [{}, {"": Cell("", "", texts=500)}, {"2015-01": Cell("", "")}])
def test_without_months_nothing_is_told(known: dict[str, Any]) -> None:
    assert drift_of(known).change == "unknown"


@given(st.integers(0, 1_000), st.integers(0, 1_000))
def test_an_interval_holds_its_share(flagged: int, others: int) -> None:
    texts = flagged + others
    low, high = interval(flagged, texts)
    assert 0 <= low <= (flagged / texts if texts else 0) + 1e-9
    assert (flagged / texts if texts else 1) - 1e-9 <= high <= 1
