"""The window that says what could not be written; it stays until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.tui.drawing.report import written_line
from capqa.tui.screens.choice import ChoiceScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.review.session import WriteReport


class ReportScreen(ChoiceScreen):
    """What a writing left out; the line of a finding leads there."""

    def __init__(self, report: WriteReport, refused: Sequence[tuple[str, int | None]]) -> None:
        """Show a report, and why something was left out, with the index of its finding, if any."""
        super().__init__(
            "Not everything was written",
            [(f"✗ {line}", index is not None) for line, index in refused],
            f"{written_line(report)}. Your decisions are kept.",
        )
