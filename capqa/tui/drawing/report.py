"""What a writing did, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.tui.drawing.changes import counted

if TYPE_CHECKING:
    from collections.abc import Collection

    from capqa.review.session import WriteReport


def written_line(report: WriteReport) -> str:
    """Return how many edits went to how many files."""
    if not report.written:
        return "Nothing was written"
    return f"{counted(report.edits, 'edit')} written to {counted(len(report.written), 'file')}"


def refused_lines(report: WriteReport, conflicts: Collection[int]) -> list[tuple[str, int | None]]:
    """Return why each thing was not written, with the index of the finding it is about, if any.

    What is left out is said elsewhere: the findings that are in conflict.
    """
    of_findings = {each.reason for each in report.refusals}
    lines: list[tuple[str, int | None]] = [
        (line, None) for line in report.refused if line not in of_findings
    ]
    lines += [(each.reason, each.index) for each in report.refusals if each.index not in conflicts]
    return lines
