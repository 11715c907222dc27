"""The field in which maintainers type what rows are to have in them."""

from __future__ import annotations

from textual.widgets import Input

from capqa.tui.stand_ins import with_stand_ins


class SearchField(Input):
    """One line at the top; it hides itself when it is left."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Start hidden and empty."""
        super().__init__(id=id, compact=True, select_on_focus=False, placeholder="letters to find")
        self.display = False

    def begin(self, text: str) -> None:
        """Show what is searched for, and take the keys."""
        self.value = text
        self.display = True
        self.focus()
        self.cursor_position = len(text)

    def end(self) -> None:
        """Hide, and give the keys back."""
        self.display = False
        self.screen.set_focus(None)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put in what was typed or pasted, control characters as symbols."""
        super().replace(with_stand_ins(text), start, end)
