"""Findings, errors and notes as the JSON data of our own reports.

Offsets are code points, half-open, ``offset`` and ``end_offset`` counted in the decoded file; lines
and columns are counted from 1, ``end_column`` being exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from capqa.reports._regions import Regions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.model import Finding, Suggestion
    from capqa.pipeline import CheckedFile

VERSION = 1
"""The version of these objects' shape; it grows when a reader of the old shape would fail."""


def finding_objects(file: CheckedFile) -> Iterator[dict[str, Any]]:
    """Yield a file's findings as JSON data."""
    regions = Regions(file)
    for finding, suggestion in zip(file.findings, file.suggestions, strict=True):
        yield _finding_object(file, finding, suggestion, regions)


def _finding_object(
    file: CheckedFile, finding: Finding, suggestion: Suggestion | None, regions: Regions
) -> dict[str, Any]:
    span = finding.segment.source_of(finding.span)
    if file.document is not None:
        span = span.shifted(file.document.offset)
    region = regions.of(finding)
    return {
        "rule": finding.rule,
        "path": file.name,
        "line": region.line,
        "column": region.column,
        "end_line": region.end_line,
        "end_column": region.end_column,
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
        "suggestion": None if suggestion is None else _suggestion_object(suggestion),
    }


def _suggestion_object(suggestion: Suggestion) -> dict[str, Any]:
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
