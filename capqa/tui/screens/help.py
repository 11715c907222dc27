"""The window that lists every key, made of the keymap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from capqa.tui import keymap, window_keys
from capqa.tui.drawing.help import help_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content


class HelpScreen(ModalScreen[None]):
    """All keys by group; Esc closes it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = keymap.bindings(window_keys.CLOSE)

    def __init__(self, keys: Sequence[keymap.Key], note: Content) -> None:
        """Show some keys, and a note below them."""
        super().__init__()
        self._keys = keys
        self._note = note

    def compose(self) -> ComposeResult:
        """Lay out the keys."""
        with VerticalScroll(id="dialog") as dialog:
            dialog.border_title = "Keys"
            dialog.border_subtitle = "Esc closes"
            yield Static(help_text(keymap.grouped(self._keys)))
            yield Static(self._note, id="dialog-note")

    def action_close(self) -> None:
        """Close the window."""
        self.dismiss()
