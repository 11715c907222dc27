"""The question before quitting while decided findings are not written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from capqa.tui import keymap, window_keys
from capqa.tui.drawing.changes import counted

if TYPE_CHECKING:
    from textual.app import ComposeResult


class LeaveScreen(ModalScreen[str]):
    """Asks; answers "write", "conflicts", "quit" or "stay"."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = keymap.bindings(window_keys.LEAVE)

    def __init__(self, unwritten: int, conflicts: int = 0) -> None:
        """Ask about so many decisions that are not in the files, conflicts not counted."""
        super().__init__()
        self._unwritten = unwritten
        self._conflicts = conflicts

    def compose(self) -> ComposeResult:
        """Lay out the question and its answers."""
        said = []
        if self._conflicts:
            are = "is" if self._conflicts == 1 else "are"
            said.append(f"{counted(self._conflicts, 'conflict')} {are} not resolved, and kept.")
        if self._unwritten:
            are = "is" if self._unwritten == 1 else "are"
            decisions = counted(self._unwritten, "decision")
            said.append(f"{decisions} {are} not in the files yet, and kept either way.")
        with Vertical(id="dialog") as dialog:
            dialog.border_title = "Quit?"
            yield Static(Content("\n".join(said)))
            yield Static(
                Content("\n").join(
                    Content.assemble((f"{key.shown:>4}", "bold"), f"  {key.label}")
                    for key in window_keys.LEAVE
                    if self._is_offered(key.action)
                ),
                id="dialog-note",
            )

    def action_answer(self, answer: str) -> None:
        """Close with the answer, if it is one that was offered."""
        if self._is_offered(f"answer('{answer}')"):
            self.dismiss(answer)

    def _is_offered(self, action: str) -> bool:
        without = {"answer('write')": self._unwritten, "answer('conflicts')": self._conflicts}
        return bool(without.get(action, True))
