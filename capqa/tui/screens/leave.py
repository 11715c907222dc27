"""The question before quitting while decided findings are not written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from capqa.tui import keymap, window_keys

if TYPE_CHECKING:
    from textual.app import ComposeResult


class LeaveScreen(ModalScreen[str]):
    """Asks; answers "write", "quit" or "stay"."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = keymap.bindings(window_keys.LEAVE)

    def __init__(self, unwritten: int) -> None:
        """Ask about so many decisions."""
        super().__init__()
        self._unwritten = unwritten

    def compose(self) -> ComposeResult:
        """Lay out the question and its answers."""
        count = self._unwritten
        said = "1 decision is" if count == 1 else f"{count:,} decisions are"
        with Vertical(id="dialog") as dialog:
            dialog.border_title = "Quit?"
            yield Static(Content(f"{said} not in the files yet, and kept either way."))
            yield Static(
                Content("\n").join(
                    Content.assemble((f"{key.shown:>4}", "bold"), f"  {key.label}")
                    for key in window_keys.LEAVE
                ),
                id="dialog-note",
            )

    def action_answer(self, answer: str) -> None:
        """Close with the answer."""
        self.dismiss(answer)
