"""Source above suggestion: differences, verification, alternatives, origins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from capqa.model import Check, Part, Span, Suggestion, TermVerdict, Verdict
from capqa.tui.drawing import styles
from capqa.tui.drawing.difference import differences
from capqa.tui.drawing.suggestion import (
    alternative_rows,
    comparison_rows,
    origin_rows,
    unknown_spans,
    verification_rows,
)


def words(spans: list[Span], text: str) -> list[str]:
    return [span.of(text) for span in spans]


def test_words_that_differ_are_found_on_both_sides() -> None:
    source, target = "Irak | Aktion in Mossul 2016", "Iraq | operation in Mosul 2016"
    removed, added = differences(source, target)
    assert words(removed, source) == ["Irak", "Aktion", "Mossul"]
    assert words(added, target) == ["Iraq", "operation", "Mosul"]
    assert differences("same", "same") == ([], [])


def test_texts_too_long_to_compare_differ_as_a_whole() -> None:
    long = "a " * 5000
    assert differences(long, "b") == ([Span(0, len(long))], [Span(0, 1)])


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_not_marked_is_the_same_on_both_sides(source: str, target: str) -> None:
    def rest(spans: list[Span], text: str) -> str:
        kept = list(text)
        for span in spans:
            for index in range(span.start, span.end):
                kept[index] = ""
        return "".join("".join(kept).split())

    removed, added = differences(source, target)
    assert rest(removed, source) == rest(added, target)


def test_the_source_stands_right_above_the_suggestion() -> None:
    suggestion = Suggestion("Iraq | Mosul", "glossary")
    assert [row.plain for row in comparison_rows("Irak | Mossul", suggestion, 60)] == [
        "SOURCE     − Irak | Mossul",
        "SUGGESTION + Iraq | Mosul",
    ]


def test_long_texts_wrap_beside_their_label() -> None:
    suggestion = Suggestion("kurz", "glossary")
    drawing = comparison_rows("ein Satz mit vielen Wörtern darin", suggestion, 30)
    assert [row.plain.rstrip() for row in drawing] == [
        "SOURCE     − ein Satz mit",
        "             vielen Wörtern",
        "             darin",
        "SUGGESTION + kurz",
    ]


def test_a_text_of_a_megabyte_is_shortened() -> None:
    suggestion = Suggestion("b" * 1_000_000, "glossary")
    assert len(comparison_rows("a" * 1_000_000, suggestion, 80)) < 100


def test_words_left_untranslated_are_found_where_they_stand() -> None:
    parts = (
        Part(Span(0, 1), "to", "function"),
        Part(Span(2, 3), "Ort", "unknown"),
        Part(Span(4, 5), "Ort", "kept"),
        Part(Span(6, 7), "", "function"),
        Part(Span(8, 9), "nowhere", "unknown"),
    )
    assert unknown_spans("Transport to Ort, Ort", parts) == [Span(13, 16)]


def test_words_left_untranslated_are_marked_in_the_suggestion() -> None:
    part = Part(Span(0, 3), "Ort", "unknown")
    suggestion = Suggestion("the Ort", "glossary", parts=(part,))
    row = comparison_rows("der Ort", suggestion, 60)[1]
    marked = [row.plain[s.start : s.end] for s in row.spans if s.style == styles.UNKNOWN]
    assert marked == ["Ort"]


def test_verification_names_what_is_wrong_first() -> None:
    suggestion = Suggestion(
        "x",
        "glossary",
        parts=(Part(Span(0, 1), "Ort", "unknown"),),
        terms=(
            TermVerdict("Mossul", "Mosul", Verdict.KEPT),
            TermVerdict("Irak", "Iraq", Verdict.MISSING),
            TermVerdict("IS", "Daesh", Verdict.FORBIDDEN),
        ),
        checks=(Check("numbers", False, "2016 is gone"), Check("names", True), Check("x", False)),
    )
    assert [row.plain for row in verification_rows(suggestion, 90)] == [
        "TERMS        ✗ missing: Irak → Iraq   ✗ forbidden: IS → Daesh   ✓ Mossul → Mosul",
        "CHECKS       ✗ numbers: 2016 is gone",
        "             ✗ x",
        "UNKNOWN      ? Ort left untranslated",
    ]


def test_nothing_to_say_takes_no_rows() -> None:
    assert verification_rows(Suggestion("x", "glossary"), 80) == []
    assert alternative_rows((), 80) == []


def test_alternatives_have_the_numbers_that_take_them() -> None:
    drawing = [row.plain for row in alternative_rows([f"text {n}" for n in range(1, 13)], 80)]
    assert drawing[0] == "OR TAKE      1 text 1"
    assert drawing[8] == "             9 text 9"
    assert len(drawing) == 9


def test_origins_are_told_word_by_word() -> None:
    suggestion = Suggestion(
        "Iraq Ort IS",
        "glossary 1",
        parts=(
            Part(Span(0, 4), "Iraq", "exonym", "country"),
            Part(Span(5, 8), "Ort", "unknown"),
            Part(Span(9, 11), "IS", "kept"),
        ),
        checks=(Check("numbers", True),),
    )
    assert [row.plain for row in origin_rows("Irak Ort IS", suggestion, 80)] == [
        "FROM         glossary 1   ✓ 1 check passed",
        "WORDS        Irak → Iraq country   Ort unknown   IS kept",
    ]
    listed = origin_rows("Irak Ort IS", suggestion, 80, one_a_row=True)
    assert [row.plain for row in listed][1:] == [
        "WORDS        Irak → Iraq country",
        "             Ort unknown",
        "             IS kept",
    ]


@given(st.text(max_size=200), st.text(max_size=200), st.integers(24, 100))
def test_no_row_is_wider_than_the_room_there_is(source: str, text: str, width: int) -> None:
    suggestion = Suggestion(text, source, alternatives=(text,), checks=(Check(text, False),))
    drawing = comparison_rows(source, suggestion, width)
    drawing += alternative_rows(suggestion.alternatives, width)
    drawing += verification_rows(suggestion, width) + origin_rows(source, suggestion, width)
    for row in drawing:
        assert cell_len(row.plain) <= width
        assert "\x1b" not in row.plain
