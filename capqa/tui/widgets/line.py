"""A line of text, whatever is typed or pasted into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from capqa.tui.stand_ins import on_one_line, restored, with_stand_ins

if TYPE_CHECKING:
    from textual import events
    from textual.suggester import Suggester


class Line(Input):
    """An input in which control characters are shown as symbols, and line breaks are spaces."""

    def __init__(
        self,
        value: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
        placeholder: str = "",
        suggester: Suggester | None = None,
    ) -> None:
        """Start with a value."""
        self._original = value
        super().__init__(
            with_stand_ins(value),
            id=id,
            classes=classes,
            compact=True,
            select_on_focus=False,
            placeholder=placeholder,
            suggester=suggester,
        )

    @property
    def text(self) -> str:
        """What the line says."""
        return restored(self.value, self._original)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put in what was typed or pasted, control characters as symbols."""
        super().replace(with_stand_ins(text), start, end)

    def _on_paste(self, event: events.Paste) -> None:
        # Textual would take the first line and drop the others.
        self.replace(on_one_line(event.text).strip(), *self.selection)
        event.prevent_default()
        event.stop()

    def action_paste(self) -> None:
        """Paste what was copied in the app."""
        self.replace(on_one_line(self.app.clipboard), *self.selection)
