"""Findings as JUnit XML: a suite a file, a failure a finding, an error for what was not checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.reports import _prose
from capqa.reports._excerpts import excerpt, shortened
from capqa.reports._paths import relative
from capqa.reports._xml import XmlWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.model import Finding, Suggestion
    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportOptions

_LONGEST_NAME = 60


def render(files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
    """Yield the suites as their files are checked."""
    xml = XmlWriter()
    xml.start("testsuites", name="capqa")
    for file in files:
        _suite(xml, file)
        yield xml.taken()
    xml.end(on_own_line=True)
    yield xml.taken()


def _suite(xml: XmlWriter, file: CheckedFile) -> None:
    path = relative(file.name)
    found = len(file.findings)
    xml.start(
        "testsuite",
        name=path,
        tests=max(1, found),
        failures=found,
        errors=int(bool(file.error)),
        skipped=0,
    )
    for finding, suggestion in zip(file.findings, file.suggestions, strict=True):
        text = shortened(finding.text, _LONGEST_NAME)
        xml.start(
            "testcase",
            classname=path,
            name=f"{finding.rule} at {finding.line}:{finding.column}: {text}",
            file=path,
            line=finding.line,
        )
        failure = list(_failure(path, finding, suggestion))
        xml.element("failure", *failure, type=finding.rule, message=finding.message)
        xml.end(on_own_line=True)
    if file.error:
        xml.start("testcase", classname=path, name="can be checked", file=path)
        xml.element("error", file.error, type="could-not-check", message=file.error)
        xml.end(on_own_line=True)
    elif not file.findings:
        xml.element("testcase", classname=path, name="has no findings", file=path)
    xml.end(on_own_line=True)


def _failure(path: str, finding: Finding, suggestion: Suggestion | None) -> Iterator[str]:
    yield f"{path}:{finding.line}:{finding.column}: {finding.severity} ({_prose.place(finding)})"
    yield from _prose.lines(finding, suggestion)
    for line in excerpt(finding):
        number = "" if line.number is None else line.number
        yield f"{number:>6} | {line.before}{line.marked}{line.after}"
