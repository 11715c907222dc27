"""The question what is to become of an entry whose source has another preferred target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from capqa.glossary.editing.adding import OnConflict, RivalError
from capqa.tui import keymap, window_keys
from capqa.tui.drawing.rows import drawn, shortened

if TYPE_CHECKING:
    from textual.app import ComposeResult

_LONGEST = 60
_ANSWERS = {"admit": OnConflict.ADMIT, "replace": OnConflict.REPLACE}


class RivalScreen(ModalScreen[OnConflict | None]):
    """Asks; answers what to do about the other target, None to change nothing."""

    CSS_PATH = "../screens/dialog.tcss"
    BINDINGS = keymap.bindings(window_keys.RIVAL)

    def __init__(self, error: RivalError) -> None:
        """Ask about the entry that has the place."""
        super().__init__()
        self._rival = error.rival

    def compose(self) -> ComposeResult:
        """Lay out the question and its answers."""
        rival = self._rival
        source, target = (shortened(each, _LONGEST) for each in (rival.source, rival.target))
        with Vertical(id="dialog") as dialog:
            dialog.border_title = "Which one?"
            yield Static(drawn(f"{source} has a {rival.status} target: {target}"))
            yield Static(drawn(f"{rival.file}:{rival.row}"))
            yield Static(
                Content("\n").join(
                    Content.assemble((f"{key.shown:>4}", "bold"), f"  {key.help}")
                    for key in window_keys.RIVAL
                ),
                id="dialog-note",
            )

    def action_answer(self, answer: str) -> None:
        """Close with the answer."""
        self.dismiss(_ANSWERS.get(answer))
