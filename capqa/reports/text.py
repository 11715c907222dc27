"""Findings for people: place, message, the lines with the fragment marked, proposal, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.reports import _prose
from capqa.reports._excerpts import excerpt
from capqa.visible import display_width, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.model import Finding, Suggestion
    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportOptions

_GUTTER = 6
_MARGIN = f"{'':>{_GUTTER}} = "

_BOLD, _RED, _GREEN, _YELLOW, _DIM = "1", "1;31", "32", "33", "2"
_SEVERITIES = {"error": _RED, "warning": "1;33", "note": "1;36"}


def render(files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
    """Yield a paragraph a finding and a closing line with the counts."""
    paint = _Paint(options.color)
    checked = found = with_findings = failed = 0
    already = False
    for file in files:
        if file.error:
            failed += 1
            # A file that broke midway has been counted as one that was checked.
            checked -= file.continues
            continue
        checked += not file.continues
        found += len(file.findings)
        already = already and file.continues
        with_findings += bool(file.findings) and not already
        already = already or bool(file.findings)
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
    where = f"{visible(finding.document)}:{finding.line}:{finding.column}:"
    kind = paint(_SEVERITIES[finding.severity], f"{finding.severity}:")
    sure = _prose.confidence(finding)
    facts = [finding.rule, _prose.place(finding), *([f"confidence {sure}"] if sure else [])]
    what = f"({', '.join(facts)})"
    yield f"{paint(_BOLD, where)} {kind} {visible(finding.message)} {paint(_DIM, what)}"
    yield from _source(finding, paint)
    if suggestion is None:
        if missing := _prose.proposal(finding, None):
            yield _MARGIN + paint(_DIM, missing)
    else:
        origin = paint(_DIM, f"[{visible(suggestion.origin)}]")
        text = paint(_GREEN, visible(suggestion.text) or _prose.REMOVE)
        yield f"{_MARGIN}proposal: {text} {origin}"
        if not options.details:
            yield from (_MARGIN + paint(_YELLOW, line) for line in _warnings(suggestion))
    because = _prose.evidence(finding)
    if because:
        yield _MARGIN + paint(_DIM, f"because of {because}")
    if suggestion is not None and options.details:
        yield from (_MARGIN + paint(_DIM, line) for line in details(suggestion))


def _source(finding: Finding, paint: _Paint) -> Iterator[str]:
    for line in excerpt(finding):
        number = "" if line.number is None else line.number
        yield f"{number:>{_GUTTER}} | {line.before}{paint(_BOLD, line.marked)}{line.after}".rstrip()
        if line.number is not None:
            carets = "^" * max(1, display_width(line.marked))
            yield f"{'':>{_GUTTER}} | {' ' * display_width(line.before)}{paint(_RED, carets)}"


def _warnings(suggestion: Suggestion) -> Iterator[str]:
    # Imported here: the report of a clean page has no suggestions.
    from capqa.model import Verdict

    if suggestion.unknown:
        yield f"not translated: {visible(', '.join(suggestion.unknown))}"
    for term in suggestion.terms:
        if term.verdict is not Verdict.KEPT:
            yield f"term {term.verdict.value}: {visible(term.source)} -> {visible(term.target)}"
    for check in suggestion.checks:
        if not check.passed and not suggestion.unknown:
            yield f"check failed: {check.name}: {visible(check.message)}"


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
