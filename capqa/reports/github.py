"""Findings as GitHub workflow commands, which annotate the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Severity
from capqa.reports import _prose
from capqa.reports._paths import relative
from capqa.reports._regions import Regions
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportOptions
    from capqa.reports._regions import Region

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
    """Yield a command a finding, and one for each input that could not be checked."""
    for file in files:
        path = relative(file.name, root_variable="GITHUB_WORKSPACE")
        if file.error:
            properties = {"file": path, "title": "capqa: could not be checked"}
            yield _command("error", properties, [visible(file.error)])
            continue
        if file.note:
            properties = {"file": path, "title": "capqa: note"}
            yield _command("notice", properties, [visible(file.note)])
        regions = Regions(file)
        for finding, suggestion in zip(file.findings, file.suggestions, strict=True):
            properties = {
                "file": path,
                **_range(regions.of(finding)),
                "title": f"capqa: {finding.rule} ({_prose.place(finding)})",
            }
            lines = _prose.lines(finding, suggestion)
            yield _command(_COMMANDS[finding.severity], properties, lines)


def _range(region: Region) -> dict[str, str]:
    if region.end_line != region.line:
        # GitHub refuses columns with a range of several lines.
        return {"line": str(region.line), "endLine": str(region.end_line)}
    return {
        "line": str(region.line),
        "endLine": str(region.end_line),
        "col": str(region.column),
        "endColumn": str(region.end_column),
    }


def _command(command: str, properties: dict[str, str], lines: Iterable[str]) -> str:
    given = ",".join(
        f"{name}={_escaped(visible(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in properties.items()
        if value
    )
    return f"::{command} {given}::{_escaped(chr(10).join(lines))}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
