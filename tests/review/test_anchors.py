"""Finding a place again: sure of it, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.formats import text
from capqa.model import Document, Edit, Finding, Segment, Span
from capqa.review import anchors

PAGE = "First\nIrak\nSecond\n\nThird\nIrak\nFourth\n"


def read(page: str) -> Document:
    return text.read(page.encode(), "page.txt")


def finding_in(segment: Segment, span: Span | None = None) -> Finding:
    chosen = span or Span(0, len(segment.text))
    return Finding("rule", "page.txt", segment, chosen, "message", "de", 1.0)


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (PAGE, 2),
        ("New\n\n" + PAGE, 4),
        (PAGE.replace("First", "New first"), 2),
        (PAGE.replace("Second", "New second"), 2),
        ("Third\nIrak\nFourth\n\nFirst\nIrak\nSecond", 6),
        ("Quite other words around\nIrak\nand the only place with these", 2),
        (PAGE.replace("First", "New first").replace("Second", "New second"), None),
        ("First\nIrak\nNew\nFirst\nIrak\nOther\n", None),
        ("First\nIraq\nSecond\n", None),
        ("First\n Irak!\nSecond\n", None),
    ],
)
def test_the_segment_is_found_again_or_given_up(page: str, line: int | None) -> None:
    finding = finding_in(read(PAGE).segments[1])
    found = anchors.find(finding, read(page))
    assert (found and found.line) == line
    if found:
        assert (found.text, found.rule) == ("Irak", "rule")


def test_the_same_fingerprint_comes_first() -> None:
    page = read("x\nIrak\ny\nx\nIrak\ny\n")
    second = finding_in(page.segments[4])
    moved = anchors.find(second, read("New\n" + page.text))
    assert moved is not None
    assert moved.fingerprint == second.fingerprint
    assert moved.line == 6


WORDS = "Irak | Befreiungsaktion | Mossul"


@given(st.data())
def test_findings_follow_the_edits_around_them(draw: st.DataObject) -> None:
    before = read(f"{WORDS}\n{WORDS}\nImage: dpa\n")
    findings = [
        finding_in(segment, Span(WORDS.index(word), WORDS.index(word) + len(word)))
        for segment in before.segments[:2]
        for word in WORDS.split(" | ")
    ]
    new_texts = draw.draw(st.lists(st.none() | st.text("xy ", min_size=1), min_size=6, max_size=6))
    edits = [
        Edit(finding.segment, finding.span, finding.text, f"<{new}>")
        for finding, new in zip(findings, new_texts, strict=True)
        if new is not None
    ]
    after = text.read(text.apply(before, edits), "page.txt")
    moved = anchors.after_edits(findings, edits, before, after)
    assert [found and found.text for found in moved] == [
        finding.text if new is None else f"<{new}>"
        for finding, new in zip(findings, new_texts, strict=True)
    ]
    assert all(found and found.segment in after.segments for found in moved)


def test_a_finding_partly_replaced_by_anothers_edit_is_gone() -> None:
    before = read("Irak Mossul\nImage: dpa\n")
    segment = before.segments[0]
    edit = Edit(segment, Span(0, 4), "Irak", "Iraq")
    after = text.read(text.apply(before, [edit]), "page.txt")
    spans = [Span(0, 4), Span(2, 7), Span(5, 11), Span(0, 11), Span(4, 5)]
    moved = anchors.after_edits(
        [finding_in(segment, span) for span in spans], [edit], before, after
    )
    assert [found and found.text for found in moved] == ["Iraq", None, "Mossul", None, " "]


def test_an_edit_that_changes_what_the_segments_are() -> None:
    before = read("Irak\nMossul\nImage: dpa\n")
    edit = Edit(before.segments[0], Span(0, 4), "Irak", "Iraq\nis its name")
    after = text.read(text.apply(before, [edit]), "page.txt")
    findings = [finding_in(segment) for segment in before.segments]
    moved = anchors.after_edits(findings, [edit], before, after)
    assert [found and found.line for found in moved] == [None, 3, 4]
