"""What a writing did, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from capqa.tui.drawing.rows import drawn

if TYPE_CHECKING:
    from capqa.review.session import WriteReport


def written_line(report: WriteReport) -> str:
    """Return how many edits went to how many files."""
    edits = "1 edit" if report.edits == 1 else f"{report.edits:,} edits"
    files = "1 file" if len(report.written) == 1 else f"{len(report.written):,} files"
    return f"{edits} written to {files}" if report.written else "Nothing was written"


def refused_rows(report: WriteReport) -> Content:
    """Return each file left as it was, and why, in one line each."""
    return Content("\n").join(drawn(f"✗ {line}") for line in report.refused)
