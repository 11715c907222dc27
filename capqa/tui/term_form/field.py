"""One field of the form: a line of text, whatever is typed or pasted into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.suggester import SuggestFromList
from textual.widgets import Input

from capqa.tui.stand_ins import restored, with_stand_ins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

_LINE_BREAKS = re.compile(r"[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


class TermField(Input):
    """The value of a column; once it is ``stated`` no guess takes its place."""

    def __init__(
        self, column: str, value: str, choices: Sequence[str] = (), *, stated: bool
    ) -> None:
        """Start with a value; the choices are offered as they are typed."""
        self.column = column
        self.stated = stated
        self._original = value
        super().__init__(
            with_stand_ins(value),
            id=f"field-{column}",
            compact=True,
            select_on_focus=False,
            placeholder=", ".join(choices),
            suggester=SuggestFromList(choices) if choices else None,
        )

    @property
    def text(self) -> str:
        """What the field says."""
        return restored(self.value, self._original)

    def fill(self, value: str) -> None:
        """Show a guess, unless somebody has said what it is to be."""
        if not self.stated and self.value != value:
            self.value = value

    def replace(self, text: str, start: int, end: int) -> None:
        """Put in what was typed or pasted, control characters as symbols."""
        self.stated = True
        super().replace(with_stand_ins(text), start, end)

    def delete(self, start: int, end: int) -> None:
        """Take out some characters."""
        self.stated = True
        super().delete(start, end)

    def _on_paste(self, event: events.Paste) -> None:
        # Textual would take the first line and drop the others.
        self.replace(_LINE_BREAKS.sub(" ", event.text).strip(), *self.selection)
        event.prevent_default()
        event.stop()

    def action_paste(self) -> None:
        """Paste what was copied in the app."""
        self.replace(_LINE_BREAKS.sub(" ", self.app.clipboard), *self.selection)
