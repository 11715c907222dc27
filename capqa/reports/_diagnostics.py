"""Findings as diagnostics of the Reviewdog Diagnostic Format.

Its columns count UTF-8 bytes from 1, and its ranges are half-open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from capqa.model import Severity
from capqa.reports import _prose
from capqa.reports._fixes import fixes
from capqa.reports._paths import relative
from capqa.reports._regions import Regions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.model import Document
    from capqa.pipeline import CheckedFile
    from capqa.reports._regions import Region

SOURCE = {"name": "capqa"}

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def diagnostics(file: CheckedFile) -> Iterator[dict[str, Any]]:
    """Yield a file's findings, or the error that kept it from being checked."""
    path = relative(file.name)
    if file.error:
        yield {
            "message": file.error,
            "location": {"path": path},
            "severity": "ERROR",
            "code": {"value": "could-not-check"},
        }
        return
    regions = Regions(file)
    # Readers apply suggestions to the file's own bytes, which must then be those we count.
    applicable = file.document is not None and _is_plain_utf8(file.document)
    found = zip(file.findings, file.suggestions, fixes(file), strict=True)
    for finding, suggestion, fix in found:
        region = regions.of(finding)
        in_bytes = regions.in_bytes(region)
        diagnostic: dict[str, Any] = {
            "message": "\n".join(_prose.lines(finding, suggestion)),
            "location": {"path": path, "range": _range(in_bytes)},
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.rule},
        }
        if fix is not None and applicable:
            if fix.span != region.span:
                in_bytes = regions.in_bytes(regions.between(fix.span))
            diagnostic["suggestions"] = [{"range": _range(in_bytes), "text": fix.text}]
        yield diagnostic


def _is_plain_utf8(document: Document) -> bool:
    return document.encoding in ("utf-8", "ascii") and not document.byte_order_mark


def _range(region: Region) -> dict[str, Any]:
    return {
        "start": {"line": region.line, "column": region.column},
        "end": {"line": region.end_line, "column": region.end_column},
    }
