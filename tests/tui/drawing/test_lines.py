"""Single lines: the queue's rows, progress, evidence, what a writing did."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from capqa.model import Action, Decision, Evidence, Finding, Role, Scope, Segment, Span
from capqa.review.items import State
from capqa.review.session import Refusal, WriteReport
from capqa.tui.drawing.evidence import evidence_rows, message_row
from capqa.tui.drawing.progress import closing_line, progress_line, undecided
from capqa.tui.drawing.proposal import decision_rows
from capqa.tui.drawing.queue import common_folder, place, queue_row
from capqa.tui.drawing.report import refused_lines, written_line


def finding(
    text: str = "Irak", document: str = "pages/a.txt", evidence: tuple[Evidence, ...] = ()
) -> Finding:
    segment = Segment(text, Role.CAPTION, 0, 7, 3)
    span = Span(0, len(text))
    return Finding("rule", document, segment, span, "German", "de", 0.874, evidence=evidence)


@pytest.mark.parametrize(
    ("state", "sign"),
    [
        (State.OPEN, "·"),
        (State.ACCEPTED, "✓"),
        (State.EDITED, "✎"),
        (State.DISMISSED, "✗"),
        (State.SKIPPED, "→"),
    ],
)
def test_a_state_shows_without_colour(state: State, sign: str) -> None:
    row = queue_row(finding(), state, 40, 15, folder=6)
    assert row.plain == f"  {sign} a.txt:7:3        Irak"


def test_the_current_row_shows_without_colour() -> None:
    assert queue_row(finding(), State.OPEN, 40, 9, folder=6, current=True).plain.startswith("▸ ·")


def test_long_places_lose_their_start_and_long_texts_their_end() -> None:
    row = queue_row(finding("lang " * 99, "x" * 99 + ".txt"), State.OPEN, 30, 12)
    assert row.plain == "  · …xxx.txt:7:3  lang lang l…"


def test_wide_characters_keep_the_columns_aligned() -> None:
    wide = queue_row(finding(document="新聞.txt"), State.OPEN, 60, 20).plain
    narrow = queue_row(finding(document="news.txt"), State.OPEN, 60, 20).plain
    assert cell_len(wide[: wide.index("Irak")]) == cell_len(narrow[: narrow.index("Irak")])


def test_the_folder_all_documents_share_is_left_out() -> None:
    assert common_folder(["a/b/c.txt", "a/b/d/e.txt"]) == 4
    assert common_folder(["a/b.txt"]) == 2
    assert common_folder(["abc.txt", "abd.txt"]) == 0
    assert common_folder([]) == 0
    assert place(finding(document="a/b.txt"), 2) == "b.txt:7:3"


@given(st.text(max_size=99), st.text(max_size=99), st.integers(1, 120), st.integers(0, 60))
def test_a_row_of_the_queue_fits(text: str, document: str, width: int, places: int) -> None:
    row = queue_row(finding(text, document), State.OPEN, width, places)
    assert cell_len(row.plain) <= width
    assert "\x1b" not in row.plain


COUNTS = {
    State.OPEN: 1,
    State.ACCEPTED: 1,
    State.EDITED: 1,
    State.DISMISSED: 0,
    State.SKIPPED: 2,
}


def test_progress_counts_what_the_gate_counts() -> None:
    assert undecided(COUNTS) == 3
    assert progress_line(COUNTS, 2, 4, 120).plain == (
        "capqa review   2 of 5 decided, 3 open   2 not written   ✗ gate: 4   ━━━━────────"
        "   ✓ 1  ✎ 1  → 2"
    )


def test_progress_leaves_out_the_least_important_first() -> None:
    assert progress_line(COUNTS, 2, 4, 84).plain.endswith("✗ gate: 4   ✓ 1  ✎ 1  → 2")
    assert progress_line(COUNTS, 2, 4, 69).plain.endswith("2 not written   ✗ gate: 4")
    assert progress_line(COUNTS, 2, 4, 57).plain.endswith("2 not written")
    assert cell_len(progress_line(COUNTS, 2, 4, 20).plain) == 20


KEYS = {"next_open": "n", "write": "w", "leave": "q"}


def test_an_open_gate_is_told() -> None:
    assert progress_line(COUNTS, 0, 0, 60).plain.endswith("3 open   ✓ gate")


def test_the_closing_line_says_what_is_left_to_do() -> None:
    def line(unwritten: int, **counts: int) -> str | None:
        states = {State(name): count for name, count in counts.items()}
        content = closing_line(states, unwritten, KEYS)
        return None if content is None else content.plain

    assert line(0, open=1, accepted=3) is None
    assert line(1, accepted=1) == "✓ All decided. w writes, q quits"
    assert line(0, accepted=1) == "✓ All decided. Nothing left to write, q quits"
    assert line(0, skipped=2) == (
        "→ Nothing open, 2 skipped: n goes there. Nothing left to write, q quits"
    )
    assert line(0) == "✓ Nothing to review. q quits"


def test_the_weightiest_words_come_first_for_and_against() -> None:
    evidence = (
        Evidence(Span(0, 1), "der", "function", 1.25),
        Evidence(Span(0, 1), "Ort", "frequency", 0.0),
        Evidence(Span(0, 1), "in", "function", -2.0, "English word"),
        Evidence(Span(0, 1), "Krieg", "frequency", 5.0, "frequent in German"),
    )
    (row,) = evidence_rows(finding(evidence=evidence), 90)
    assert row.plain == (
        "WHY          Krieg +5.0 frequent in German   in -2.0 English word   der +1.2 function"
    )
    assert evidence_rows(finding(), 90) == []


def test_the_message_says_language_and_confidence() -> None:
    assert message_row(finding()).plain == "German   87% sure   caption   rule rule"
    certain = replace(finding(), confidence=0.9999)
    assert "99% sure" in message_row(certain).plain
    unnamed = replace(finding(), message="left as it was")
    assert message_row(unnamed).plain == "left as it was   German 87% sure   caption   rule rule"


@pytest.mark.usefixtures("noon")
def test_a_decision_is_told_with_what_will_be_written_and_who_took_it() -> None:
    def line(action: Action, text: str = "", scope: Scope = Scope.HERE) -> str:
        time = "2026-11-24T12:00:00.000+00:00"
        decision = Decision("f", "d", action, text, "", "ana [/x]", time, "", scope)
        return decision_rows(decision, 90)[0].plain

    assert decision_rows(None, 60) == []
    assert line(Action.EDIT, "Iraq") == "DECISION     ✎ edited  Iraq   ana [/x], 2026-11-24 12:00"
    assert "✗ dismissed, the text stays as it is   ana" in line(Action.DISMISS)
    assert "stays as it is, always   ana" in line(Action.DISMISS, scope=Scope.ALWAYS)
    assert "✓ accepted, in all places  Iraq" in line(Action.ACCEPT, "Iraq", Scope.IDENTICAL)


def test_a_writing_is_told_in_words() -> None:
    one, two = Path("a.txt"), Path("b.txt")
    assert written_line(WriteReport((one,), 2, ())) == "2 edits written to 1 file"
    assert written_line(WriteReport((one, two), 1000, ())) == "1,000 edits written to 2 files"
    assert written_line(WriteReport((), 0, ("a: gone",))) == "Nothing was written"
    report = WriteReport(
        (),
        0,
        ("a[/x]: gone", "b: no", "c: no"),
        refusals=(Refusal(1, "b: no"), Refusal(3, "b: no"), Refusal(2, "c: no")),
    )
    assert refused_lines(report, {2}) == [("a[/x]: gone", None), ("b: no", 1), ("b: no", 3)]
