"""Finding a finding's place again after its file changed, by us or by someone else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from capqa.model import Document, Edit, Finding, Segment


def by_text(document: Document) -> dict[str, list[Segment]]:
    """Return the segments of a document by their text, to look for many findings in it."""
    found: dict[str, list[Segment]] = {}
    for segment in document.segments:
        found.setdefault(segment.text, []).append(segment)
    return found


def find(
    finding: Finding, document: Document, segments: Mapping[str, Sequence[Segment]] | None = None
) -> Finding | None:
    """Return the finding as it lies in a newer reading of its document, None when that is unsure.

    Sure is a segment that gives the finding the same fingerprint; else the only segment with the
    same text; else the only one with the same text and a neighbour it had before. In linear time,
    or at once with the document's segments as `by_text` returns them.
    """
    was = finding.segment
    if segments is None:
        alike = [segment for segment in document.segments if segment.text == was.text]
    else:
        alike = list(segments.get(was.text, ()))
    same = [segment for segment in alike if _surroundings(segment) == _surroundings(was)]
    close = [segment for segment in alike if _shares_a_neighbour(segment, was)]
    for candidates in (same, alike, close):
        if len(candidates) == 1:
            return replace(finding, segment=candidates[0])
    return None


def find_within(finding: Finding, text: str, segment: Segment) -> Finding | None:
    """Return the finding as it lies in a segment that was changed around it, None when unsure.

    Sure is a text that stands there once, as words of its own. The finding's span then covers it.
    """
    if not text:
        return None
    before = r"(?<!\w)" if re.match(r"\w", text) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", text) else ""
    places = [
        Span(*found.span())
        for found in re.finditer(f"{before}{re.escape(text)}{after}", segment.text)
    ]
    return replace(finding, segment=segment, span=places[0]) if len(places) == 1 else None


def after_edits(
    findings: Sequence[Finding], edits: Sequence[Edit], before: Document, after: Document
) -> list[Finding | None]:
    """Return each finding as it lies in the document the edits made, in the order given.

    The span of a finding that was itself edited covers its new text; a finding whose text was
    partly replaced by another one's edit is gone (None). ``before`` is the document that findings
    and edits refer to, ``after`` is what the edited bytes read as; edits do not overlap.
    """
    index_of = {segment.start: index for index, segment in enumerate(before.segments)}
    edits_in: dict[int, list[Edit]] = {}
    for edit in sorted(set(edits), key=lambda edit: edit.span):
        edits_in.setdefault(index_of[edit.segment.start], []).append(edit)
    expected = [segment.text for segment in before.segments]
    for index, own in edits_in.items():
        expected[index] = _edited(expected[index], own)
    moved: list[Finding | None] = []
    for finding in findings:
        index = index_of[finding.segment.start]
        span = _span_after(finding.span, edits_in.get(index, ()))
        moved.append(None if span is None else _moved(finding, span, index, expected, after))
    return moved


def _moved(
    finding: Finding, span: Span, index: int, expected: Sequence[str], after: Document
) -> Finding | None:
    if index < len(after.segments) and after.segments[index].text == expected[index]:
        return replace(finding, segment=after.segments[index], span=span)
    # The new text made the format see other segments than before.
    segment = replace(
        finding.segment,
        text=expected[index],
        previous=expected[index - 1] if index else "",
        following=expected[index + 1] if index + 1 < len(expected) else "",
    )
    return find(replace(finding, segment=segment, span=span), after)


def _span_after(span: Span, edits: Sequence[Edit]) -> Span | None:
    offset = 0
    for edit in edits:
        growth = len(edit.new) - len(edit.span)
        if edit.span == span:
            return Span(span.start + offset, span.end + offset + growth)
        if edit.span.overlaps(span):
            return None
        if edit.span < span:
            offset += growth
    return span.shifted(offset)


def _edited(text: str, edits: Sequence[Edit]) -> str:
    pieces, end = [], 0
    for edit in edits:
        pieces += [text[end : edit.span.start], edit.new]
        end = edit.span.end
    return "".join(pieces) + text[end:]


def _surroundings(segment: Segment) -> tuple[str, str, int]:
    return segment.previous, segment.following, segment.occurrence


def _shares_a_neighbour(one: Segment, other: Segment) -> bool:
    # The start and the end of a document, where the neighbour is empty, are places as well.
    return one.previous == other.previous or one.following == other.following
