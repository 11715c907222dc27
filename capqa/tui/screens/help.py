"""The window that lists every key, made of the keymap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from capqa.tui import keymap
from capqa.tui.drawing.help import help_text, marks_text

if TYPE_CHECKING:
    from textual.app import ComposeResult


class HelpScreen(ModalScreen[None]):
    """All keys by group; Esc closes it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = keymap.bindings(keymap.CLOSE)

    def compose(self) -> ComposeResult:
        """Lay out the keys."""
        with VerticalScroll(id="dialog") as dialog:
            dialog.border_title = "Keys"
            dialog.border_subtitle = "Esc closes"
            yield Static(help_text(keymap.grouped(keymap.HELP)))
            yield Static(marks_text(), id="dialog-note")

    def action_close(self) -> None:
        """Close the window."""
        self.dismiss()
