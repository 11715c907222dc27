"""Floors under the detector's quality on lines of our own; docs/detection.md has the figures."""

from __future__ import annotations

import pytest

from capqa.language.detection import Detector
from tests.language.marked_lines import clean_lines, foreign_lines


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector("en")


def covered(detector: Detector, text: str) -> set[int]:
    return {
        place
        for found in detector.foreign_spans(text)
        if found.confidence >= Detector.threshold
        for place in range(found.span.start, found.span.end)
    }


def test_most_fragments_are_found(detector: Detector) -> None:
    lines = foreign_lines()
    hits = sum(bool(covered(detector, line.text)) for line in lines)
    assert hits >= 0.95 * len(lines)


def test_clean_lines_stay_silent(detector: Detector) -> None:
    lines = clean_lines()
    alarms = [line for line in lines if covered(detector, line)]
    assert len(alarms) <= 0.01 * len(lines), alarms


def test_the_language_is_named(detector: Detector) -> None:
    right = total = 0
    for line in foreign_lines():
        for found in detector.foreign_spans(line.text):
            total += 1
            right += found.language == line.language
    assert right >= 0.95 * total


def test_spans_fit_the_fragments_of_mixed_lines(detector: Detector) -> None:
    both = marked = found = 0
    for line in foreign_lines():
        if line.mixed:
            gold = {place for start, end in line.fragments for place in range(start, end)}
            ours = covered(detector, line.text)
            both, marked, found = both + len(gold & ours), marked + len(gold), found + len(ours)
    assert 2 * both / (marked + found) >= 0.9
