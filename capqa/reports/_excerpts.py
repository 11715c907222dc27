"""The lines a finding stands on, cut around it, safe to show: for text, page and test reports."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.model import Finding, Segment

MOST_LINES = 5
"""The lines of one finding that are shown; what lies between its first ones and its last is not."""

_BEFORE, _SPAN, _AFTER = 60, 120, 60


class ExcerptLine(NamedTuple):
    """A line of the document in three parts, ``marked`` being what the finding covers.

    ``number`` counts from 1 and is None for the line that stands for those left out. All parts went
    through `visible`.
    """

    number: int | None
    before: str
    marked: str
    after: str


def excerpt(finding: Finding) -> Iterator[ExcerptLine]:
    """Yield the lines a finding covers, at most `MOST_LINES` and one for those left out."""
    text, span = finding.segment.text, finding.span
    covered = span.of(text).split("\n")
    before = _line_before(text, span.start)
    after = _line_after(text, span.end)
    last = len(covered) - 1
    offset = span.start
    for index, line in enumerate(covered):
        if index < MOST_LINES - 1 or index == last:
            yield ExcerptLine(
                _number(finding.segment, offset) if index else finding.line,
                visible(before) if index == 0 else "",
                visible(shortened(line, _SPAN)),
                visible(after) if index == last else "",
            )
        elif index == MOST_LINES - 1:
            yield ExcerptLine(None, "", "…", "")
        offset += len(line) + 1


def shortened(text: str, limit: int) -> str:
    """Return a text of at most limit code points, cut at its end where it is longer."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _line_before(text: str, end: int) -> str:
    # Only as far as it is shown: a line may be a whole page, with a finding every few words.
    start = max(0, end - _BEFORE)
    newline = text.rfind("\n", start, end)
    if newline >= 0:
        return text[newline + 1 : end]
    if start == 0 or text[start - 1] == "\n":
        return text[start:end]
    # An accent without its letter would sit on the ellipsis.
    start += 1
    while start < end and unicodedata.combining(text[start]):
        start += 1
    return "…" + text[start:end]


def _line_after(text: str, start: int) -> str:
    newline = text.find("\n", start, start + _AFTER + 1)
    return shortened(text[start : start + _AFTER + 1 if newline < 0 else newline], _AFTER)


def _number(segment: Segment, offset: int) -> int:
    run = segment.run_at(min(offset, max(0, len(segment.text) - 1)))
    return run.line if run else segment.line + segment.text.count("\n", 0, offset)
