from __future__ import annotations

from dataclasses import replace

import pytest

from capqa.model import (
    Check,
    Finding,
    Part,
    Role,
    Segment,
    SourceRun,
    Span,
    Suggestion,
    TermVerdict,
    Verdict,
)

SEGMENT = Segment("first line\nsecond Irak line", Role.BODY, start=40, line=7, column=3)
FINDING = Finding(
    "untranslated", "page.txt", SEGMENT, Span(18, 22), "German left untranslated", "de", 0.9
)
SUGGESTION = Suggestion("Iraq", "glossary", checks=(Check("numbers", True),))


def test_a_span_that_runs_backwards_is_refused() -> None:
    for start, end in ((2, 1), (-1, 3)):
        with pytest.raises(ValueError, match="not a span"):
            Span(start, end)


def test_line_and_column_count_within_the_segment() -> None:
    assert (FINDING.text, FINDING.line, FINDING.column) == ("Irak", 8, 8)
    first = replace(FINDING, span=Span(6, 10))
    assert (first.text, first.line, first.column) == ("line", 7, 9)


def test_places_in_markup_follow_the_runs() -> None:
    # "<i>A &amp; B</i>\r\nIrak" from offset 100, on line 7.
    runs = (
        SourceRun(0, 2, 103, 2, 7, 4),
        SourceRun(2, 1, 105, 5, 7, 6),
        SourceRun(3, 2, 110, 2, 7, 11),
        SourceRun(5, 1, 116, 2, 7, 17),
        SourceRun(6, 4, 118, 4, 8, 1),
    )
    segment = replace(SEGMENT, text="A & B\nIrak", start=103, column=4, runs=runs)
    places = {
        (0, 1): (7, 4, 103, 104),
        (2, 3): (7, 6, 105, 110),
        (4, 5): (7, 12, 111, 112),
        (4, 8): (7, 12, 111, 120),
        (5, 6): (7, 17, 116, 118),
        (7, 10): (8, 2, 119, 122),
        (10, 10): (8, 5, 122, 122),
    }
    for (start, end), (line, column, source, source_end) in places.items():
        found = replace(FINDING, segment=segment, span=Span(start, end))
        assert (found.line, found.column) == (line, column)
        assert segment.source_of(found.span) == Span(source, source_end)


def test_the_fingerprint_knows_no_line_numbers() -> None:
    moved = replace(FINDING, segment=replace(SEGMENT, start=400, line=70))
    assert moved.fingerprint == FINDING.fingerprint


@pytest.mark.parametrize(
    "other",
    [
        replace(FINDING, rule="another"),
        replace(FINDING, span=Span(17, 22)),
        replace(FINDING, segment=replace(SEGMENT, previous="above")),
        replace(FINDING, segment=replace(SEGMENT, following="below")),
        replace(FINDING, segment=replace(SEGMENT, occurrence=1)),
    ],
)
def test_the_fingerprint_tells_findings_apart(other: Finding) -> None:
    assert other.fingerprint != FINDING.fingerprint


def test_two_equal_words_of_a_segment_have_fingerprints_of_their_own() -> None:
    segment = replace(SEGMENT, text="Irak und Irak")
    one, two = (replace(FINDING, segment=segment, span=Span(at, at + 4)) for at in (0, 9))
    assert one.fingerprint != two.fingerprint


def test_half_a_surrogate_pair_has_a_fingerprint() -> None:
    broken = replace(FINDING, segment=replace(SEGMENT, text="Irak \ud800 und Irak Krieg im Irak"))
    assert broken.fingerprint != FINDING.fingerprint


def test_only_a_verified_suggestion_is_compliant() -> None:
    term = TermVerdict("Irak", "Iraq", Verdict.KEPT)
    assert replace(SUGGESTION, terms=(term,)).compliant
    assert not replace(SUGGESTION, checks=()).compliant
    assert not replace(SUGGESTION, checks=(Check("numbers", False, "10 is lost"),)).compliant
    assert not replace(SUGGESTION, terms=(replace(term, verdict=Verdict.MISSING),)).compliant
    assert not replace(SUGGESTION, parts=(Part(Span(0, 4), "Irak", "unknown"),)).compliant
