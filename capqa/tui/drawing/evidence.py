"""Why the words count as another language: message, confidence, and the words that weigh most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.language_names import language_name
from capqa.tui.drawing import styles
from capqa.tui.drawing.rows import drawn, listed, shortened

if TYPE_CHECKING:
    from textual.content import Content

    from capqa.model import Evidence, Finding

_MOST_WORDS = 6
_LONGEST_WORD = 60
_SUREST = 0.99


def message_row(finding: Finding) -> Content:
    """Return one line on what is wrong, where on the page, and how sure we are."""
    language = language_name(finding.language)
    # Nothing is a hundred percent sure, however it rounds.
    sure = f"{min(finding.confidence, _SUREST):.0%}"
    named = "" if language in finding.message else f"{language} "
    return drawn(
        (finding.message, styles.STRONG),
        (
            f"   {named}{sure} sure   {finding.segment.role.value}   rule {finding.rule}",
            styles.QUIET,
        ),
    )


def evidence_rows(finding: Finding, width: int, *, one_a_row: bool = False) -> list[Content]:
    """Return the words that speak most for the finding's language, and those against it."""
    weighty = [each for each in finding.evidence if each.weight]
    weighty.sort(key=lambda each: -abs(each.weight))
    if not weighty:
        return []
    words = [_word(each) for each in weighty[:_MOST_WORDS]]
    return listed("WHY", words, width, one_a_row=one_a_row)


def _word(evidence: Evidence) -> Content:
    reason = evidence.detail or evidence.kind
    return drawn(
        shortened(evidence.text, _LONGEST_WORD),
        (f" {evidence.weight:+.1f}", styles.GOOD if evidence.weight > 0 else styles.DOUBTFUL),
        (f" {shortened(reason, _LONGEST_WORD)}", styles.QUIET),
    )
