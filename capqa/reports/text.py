"""Findings for people: place, message, the line with the fragment marked, and the proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Verdict
from capqa.visible import display_width, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.model import Finding, Segment, Suggestion
    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportOptions

_BEFORE, _SPAN, _AFTER = 60, 120, 60
_GUTTER = 6
_SUREST = 0.99
"""No detector is certain, so no confidence is shown as 1.00."""

_BOLD, _RED, _GREEN, _YELLOW, _DIM = "1", "1;31", "32", "33", "2"


def render(files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
    """Yield a paragraph a finding and a closing line with the counts."""
    paint = _Paint(options.color)
    checked = found = with_findings = failed = 0
    for file in files:
        if file.error:
            failed += 1
            continue
        checked += 1
        found += len(file.findings)
        with_findings += bool(file.findings)
        for finding, suggestion in zip(file.findings, file.suggestions, strict=True):
            yield "\n".join(_paragraph(finding, suggestion, options, paint)) + "\n\n"
    yield _closing(checked, found, with_findings, failed) + "\n"


def details(suggestion: Suggestion) -> Iterator[str]:
    """Yield a line for each thing worth knowing about a suggestion beside its text."""
    for alternative in suggestion.alternatives:
        yield f"or: {visible(alternative)}"
    for term in suggestion.terms:
        yield f"term {term.verdict.value}: {visible(term.source)} -> {visible(term.target)}"
    for check in suggestion.checks:
        if not check.passed:
            yield f"check failed: {check.name}: {visible(check.message)}"
    for part in suggestion.parts:
        detail = f" ({visible(part.detail)})" if part.detail else ""
        yield f"{part.origin}: {visible(part.target)}{detail}"


class _Paint:
    def __init__(self, color: bool) -> None:
        self._color = color

    def __call__(self, style: str, text: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._color and text else text


def _paragraph(
    finding: Finding, suggestion: Suggestion | None, options: ReportOptions, paint: _Paint
) -> Iterator[str]:
    place = f"{visible(finding.document)}:{finding.line}:{finding.column}:"
    kind = paint(_RED if finding.severity == "error" else _YELLOW, f"{finding.severity}:")
    confidence = min(finding.confidence, _SUREST)
    what = visible(_kind(finding.segment))
    why = paint(_DIM, f"({finding.rule}, {what}, confidence {confidence:.2f})")
    yield f"{paint(_BOLD, place)} {kind} {visible(finding.message)} {why}"
    yield from _source(finding, paint)
    margin = f"{'':>{_GUTTER}} = "
    if suggestion is None:
        yield margin + paint(_DIM, "no proposal: nothing known covers these words")
        return
    origin = paint(_DIM, f"[{visible(suggestion.origin)}]")
    yield f"{margin}{paint(_GREEN, visible(suggestion.text))} {origin}"
    if options.details:
        yield from (margin + paint(_DIM, line) for line in details(suggestion))
    else:
        yield from (margin + paint(_YELLOW, line) for line in _warnings(suggestion))


def _kind(segment: Segment) -> str:
    # A cue's locator names it: "cue 12, 00:00:05,000".
    if segment.locator.startswith(segment.role):
        return segment.locator
    return f"{segment.role}, {segment.locator}" if segment.locator else segment.role


def _source(finding: Finding, paint: _Paint) -> Iterator[str]:
    text, span = finding.segment.text, finding.span
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line_end = len(text) if line_end < 0 else line_end
    before = _shortened_front(text[line_start : span.start], _BEFORE)
    marked = _shortened_back(span.of(text), _SPAN)
    after = _shortened_back(text[span.end : line_end], _AFTER)
    before, marked, after = visible(before), visible(marked), visible(after)
    yield f"{finding.line:>{_GUTTER}} | {before}{paint(_BOLD, marked)}{after}"
    carets = "^" * max(1, display_width(marked))
    yield f"{'':>{_GUTTER}} | {' ' * display_width(before)}{paint(_RED, carets)}"


def _warnings(suggestion: Suggestion) -> Iterator[str]:
    if suggestion.unknown:
        yield f"not translated: {visible(', '.join(suggestion.unknown))}"
    for term in suggestion.terms:
        if term.verdict is not Verdict.KEPT:
            yield f"term {term.verdict.value}: {visible(term.source)} -> {visible(term.target)}"
    for check in suggestion.checks:
        if not check.passed and not suggestion.unknown:
            yield f"check failed: {check.name}: {visible(check.message)}"


def _shortened_front(text: str, limit: int) -> str:
    return text if len(text) <= limit else "…" + text[-limit + 1 :]


def _shortened_back(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _closing(checked: int, found: int, with_findings: int, failed: int) -> str:
    if found:
        line = f"{_count(found, 'finding')} in {with_findings} of {_count(checked, 'file')}"
    elif checked:
        line = f"{_count(checked, 'file')} checked, nothing left untranslated"
    else:
        line = "nothing checked"
    return f"{line}, {_count(failed, 'input')} could not be checked" if failed else line


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
