"""Findings as Checkstyle XML, which most build servers and editors can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Severity
from capqa.reports import _prose
from capqa.reports._paths import relative
from capqa.reports._xml import XmlWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportOptions

_VERSION = "4.3"
_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}


def render(files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
    """Yield an element a file, as the files are checked."""
    xml = XmlWriter()
    xml.start("checkstyle", version=_VERSION)
    for file in files:
        _file(xml, file)
        yield xml.taken()
    xml.end(on_own_line=True)
    yield xml.taken()


def _file(xml: XmlWriter, file: CheckedFile) -> None:
    xml.start("file", name=relative(file.name))
    if file.error:
        # Readers pass over errors without a line.
        xml.element(
            "error",
            line=1,
            severity="error",
            message=file.error,
            source="capqa.could-not-check",
        )
    for finding, suggestion in zip(file.findings, file.suggestions, strict=True):
        xml.element(
            "error",
            line=finding.line,
            column=finding.column,
            severity=_SEVERITIES[finding.severity],
            message="; ".join(_prose.lines(finding, suggestion)),
            source=f"capqa.{finding.rule}",
        )
    xml.end(on_own_line=True)
