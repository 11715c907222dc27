"""A finding's words above what is proposed for them, and what is known about the proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Span, Verdict
from capqa.tui.drawing import styles
from capqa.tui.drawing.difference import differences
from capqa.tui.drawing.rows import drawn, field, listed, marked, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from capqa.model import Part, Suggestion, TermVerdict

MOST_ALTERNATIVES = 9
"""Alternatives that have a key: 1 to 9."""

_TERM_SIGNS = {
    Verdict.KEPT: ("✓", "", styles.GOOD),
    Verdict.MISSING: ("✗", "missing: ", styles.BAD),
    Verdict.FORBIDDEN: ("✗", "forbidden: ", styles.BAD),
}


def comparison_rows(source: str, suggestion: Suggestion, width: int) -> list[Content]:
    """Return the source above the suggestion, the words that differ marked in both."""
    old, new = shortened(source), shortened(suggestion.text)
    removed, added = differences(old, new)
    unknown = unknown_spans(new, suggestion.parts)
    certain = [span for span in added if not any(span.overlaps(each) for each in unknown)]
    old_parts = [(span, styles.REMOVED) for span in removed]
    new_parts = sorted(
        [(span, styles.UNKNOWN) for span in unknown] + [(span, styles.ADDED) for span in certain]
    )
    return [
        *field("SOURCE", marked(old, old_parts), width, "−"),
        *field("SUGGESTION", marked(new, new_parts), width, "+"),
    ]


def source_rows(source: str, note: Content, width: int) -> list[Content]:
    """Return the source above a note that stands where the suggestion would."""
    text = drawn(shortened(source))
    return [*field("SOURCE", text, width, "−"), *field("SUGGESTION", note, width)]


def alternative_rows(alternatives: Sequence[str], width: int) -> list[Content]:
    """Return the alternatives, each behind the number that takes it."""
    rows: list[Content] = []
    for number, text in enumerate(alternatives[:MOST_ALTERNATIVES], start=1):
        line = drawn((str(number), styles.STRONG), " ", shortened(text))
        rows += field("OR TAKE" if number == 1 else "", line, width)
    return rows


def verification_rows(suggestion: Suggestion, width: int) -> list[Content]:
    """Return what our own checks say: terms kept or not, checks failed, words left unknown."""
    rows: list[Content] = []
    if suggestion.terms:
        terms = [_term(term) for term in _worst_first(suggestion)]
        rows += listed("TERMS", terms, width, one_a_row=False)
    failed = [check for check in suggestion.checks if not check.passed]
    for number, check in enumerate(failed):
        line = drawn(("✗ ", styles.BAD), check.name, f": {check.message}" if check.message else "")
        rows += field("" if number else "CHECKS", line, width)
    if suggestion.unknown:
        words = ", ".join(suggestion.unknown)
        line = drawn(("? ", styles.DOUBTFUL), (words, styles.UNKNOWN), " left untranslated")
        rows += field("UNKNOWN", line, width)
    return rows


def origin_rows(
    source: str, suggestion: Suggestion, width: int, *, one_a_row: bool = False
) -> list[Content]:
    """Return where the suggestion comes from, and each of its words."""
    line = drawn(suggestion.origin)
    count = len(suggestion.checks)
    if count and all(check.passed for check in suggestion.checks):
        line += drawn(("   ✓", styles.GOOD), f" {count} check{'s' if count > 1 else ''} passed")
    parts = [_part(source, part) for part in suggestion.parts]
    return [
        *field("FROM", line, width),
        *listed("WORDS", parts, width, one_a_row=one_a_row),
    ]


def unknown_spans(text: str, parts: Sequence[Part]) -> list[Span]:
    """Return where the words nobody could translate stand in a suggestion's text."""
    spans: list[Span] = []
    at = 0
    for part in parts:
        found = text.find(part.target, at) if part.target else -1
        if found < 0:
            continue
        at = found + len(part.target)
        if part.origin == "unknown":
            spans.append(Span(found, at))
    return spans


def _worst_first(suggestion: Suggestion) -> list[TermVerdict]:
    return sorted(suggestion.terms, key=lambda term: term.verdict is Verdict.KEPT)


def _term(term: TermVerdict) -> Content:
    sign, word, style = _TERM_SIGNS[term.verdict]
    return drawn((f"{sign} {word}", style), f"{term.source} → {term.target}")


def _part(source: str, part: Part) -> Content:
    if part.origin == "unknown":
        return drawn((part.target, styles.UNKNOWN), (" unknown", styles.QUIET))
    before = part.span.of(source)
    change = part.target if before == part.target else f"{before} → {part.target}"
    return drawn(change, (f" {part.detail or part.origin}", styles.QUIET))
