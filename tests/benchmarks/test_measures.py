from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.detection import measures
from benchmarks.detection.measures import Counts

SCORED = st.lists(st.tuples(st.booleans(), st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.0])), min_size=1)


def test_counts_become_the_usual_figures() -> None:
    counts = measures.count([True, True, False, False], [0.9, 0.2, 0.8, 0.1], 0.5)
    assert counts == Counts(hits=1, false_alarms=1, misses=1, passed=1)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5)
    assert counts.false_alarms_per(1000) == 500


@given(SCORED)
def test_no_threshold_beats_the_best_one(scored: list[tuple[bool, float]]) -> None:
    flags, scores = [flag for flag, _ in scored], [score for _, score in scored]
    best = measures.count(flags, scores, measures.best_threshold(flags, scores)).f1
    for threshold in (0.1, 0.5, 0.9, 1.0):
        assert best >= measures.count(flags, scores, threshold).f1 - 1e-12 or not any(flags)


def test_a_judge_that_is_silent_everywhere_flags_nothing_at_its_best_threshold() -> None:
    threshold = measures.best_threshold([True, False], [0.0, 0.0])
    assert measures.count([True, False], [0.0, 0.0], threshold).hits == 0


def test_brackets_and_spaces_count_for_nobody() -> None:
    text = "Homs (Archiv)"
    assert measures.letters(text, [(5, 13)]) == measures.letters(text, [(6, 12)])
    whole = measures.letters(text, [(0, len(text))])
    counts = measures.overlap(text, measures.letters(text, [(5, 13)]), whole)
    assert counts == Counts(hits=6, false_alarms=4, misses=0, passed=0)


def test_totals_add_up() -> None:
    assert measures.total([Counts(1, 2, 3, 4), Counts(1, 1, 1, 1)]) == Counts(2, 3, 4, 5)


def test_confidence_that_tells_the_truth_has_no_calibration_error() -> None:
    bins = measures.reliability([True] * 9 + [False], [0.9] * 10)
    assert [(row.low, row.lines) for row in bins] == [(0.9, 10)]
    assert measures.calibration_error(bins) == pytest.approx(0)
    assert measures.calibration_error(measures.reliability([False], [1.0])) == 1
