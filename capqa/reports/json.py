"""Findings as one JSON object: ``version``, ``findings``, ``errors`` and ``summary``.

Offsets are code points, half-open, ``offset`` and ``end_offset`` counted in the decoded file.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.model import Finding, Suggestion
    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportOptions

VERSION = 1
"""The version of this report's shape; it grows when a reader of the old shape would fail."""

# JSON itself escapes only what is below the space; these act on terminals all the same.
_ACTING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def render(files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
    """Yield the object; findings are written as their files are checked."""
    yield f'{{\n"version": {VERSION},\n"findings": ['
    errors: list[dict[str, str]] = []
    checked = found = 0
    for file in files:
        if file.error:
            errors.append({"path": file.name, "message": file.error})
            continue
        checked += 1
        for finding, suggestion in zip(file.findings, file.suggestions, strict=True):
            yield ("," if found else "") + "\n" + _dump(finding_object(file, finding, suggestion))
            found += 1
    summary = {"files": checked, "findings": found, "errors": len(errors)}
    yield f'\n],\n"errors": {_dump(errors)},\n"summary": {_dump(summary)}\n}}\n'


def finding_object(
    file: CheckedFile, finding: Finding, suggestion: Suggestion | None
) -> dict[str, Any]:
    """Return a finding as JSON data."""
    span = finding.segment.source_of(finding.span)
    return {
        "rule": finding.rule,
        "path": file.name,
        "line": finding.line,
        "column": finding.column,
        "offset": span.start,
        "end_offset": span.end,
        "locator": finding.segment.locator,
        "text": finding.text,
        "segment": finding.segment.text,
        "role": finding.segment.role.value,
        "language": finding.language,
        "confidence": round(finding.confidence, 4),
        "severity": finding.severity.value,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "evidence": [
            {
                "text": each.text,
                "start": each.span.start,
                "end": each.span.end,
                "kind": each.kind,
                "weight": round(each.weight, 2),
                "detail": each.detail,
            }
            for each in finding.evidence
        ],
        "suggestion": None if suggestion is None else suggestion_object(suggestion),
    }


def suggestion_object(suggestion: Suggestion) -> dict[str, Any]:
    """Return a suggestion as JSON data."""
    return {
        "text": suggestion.text,
        "origin": suggestion.origin,
        "compliant": suggestion.compliant,
        "alternatives": list(suggestion.alternatives),
        "unknown": list(suggestion.unknown),
        "terms": [
            {"source": term.source, "target": term.target, "verdict": term.verdict.value}
            for term in suggestion.terms
        ],
        "checks": [
            {"name": each.name, "passed": each.passed, "message": each.message}
            for each in suggestion.checks
        ],
        "parts": [
            {
                "start": part.span.start,
                "end": part.span.end,
                "target": part.target,
                "origin": part.origin,
                "detail": part.detail,
            }
            for part in suggestion.parts
        ],
    }


def _dump(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
