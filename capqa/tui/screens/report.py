"""The window that says which files could not be written; it stays until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from capqa.tui import keymap, window_keys
from capqa.tui.drawing.report import refused_rows, written_line
from capqa.tui.drawing.rows import drawn

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from capqa.review.session import WriteReport


class ReportScreen(ModalScreen[None]):
    """What a writing did, with a line for each file refused."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = keymap.bindings(window_keys.CLOSE)

    def __init__(self, report: WriteReport) -> None:
        """Show a report."""
        super().__init__()
        self._report = report

    def compose(self) -> ComposeResult:
        """Lay out the report."""
        with VerticalScroll(id="dialog") as dialog:
            dialog.border_title = "Not everything was written"
            dialog.border_subtitle = "Esc closes"
            yield Static(refused_rows(self._report), id="refused")
            yield Static(
                drawn(f"{written_line(self._report)}. Your decisions are kept."), id="dialog-note"
            )

    def action_close(self) -> None:
        """Close the window."""
        self.dismiss()
