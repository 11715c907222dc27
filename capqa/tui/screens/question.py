"""A window that asks something and is answered by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from capqa.tui.drawing import styles
from capqa.tui.drawing.help import answers_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import PurePath

    from textual.app import ComposeResult
    from textual.widget import Widget

    from capqa.tui.keymap import Key


class Question(ModalScreen[str]):
    """Asks; answers with a word, "" to change nothing.

    Enter answers nothing: a key pressed once too often must not decide. Subclasses say which keys
    answer, as bindings too.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "../drawing/styles.tcss"]
    COMPONENT_CLASSES: ClassVar[set[str]] = set(styles.COMPONENT_CLASSES)
    KEYS: ClassVar[tuple[Key, ...]] = ()

    def __init__(self, title: str, about: Sequence[Content]) -> None:
        """Ask, with lines on what it is about."""
        super().__init__()
        self._title = title
        self._about = about

    def compose(self) -> ComposeResult:
        """Lay out the question and its answers."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = Content(self._title)
            yield Static(Content("\n").join(self._about), id="dialog-about")
            yield from self.compose_more()
            yield Static(answers_text(self.KEYS), id="dialog-note")

    def compose_more(self) -> Iterable[Widget]:
        """Lay out what stands between the question and its answers."""
        return ()

    def action_answer(self, answer: str) -> None:
        """Close with the answer."""
        self.dismiss(answer)
