"""One field of the form: the value of a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.suggester import SuggestFromList

from capqa.tui.widgets.line import Line

if TYPE_CHECKING:
    from collections.abc import Sequence


class TermField(Line):
    """The value of a column; once it is ``stated`` no guess takes its place."""

    def __init__(
        self, column: str, value: str, choices: Sequence[str] = (), *, stated: bool
    ) -> None:
        """Start with a value; the choices are offered as they are typed."""
        self.column = column
        self.stated = stated
        super().__init__(
            value,
            id=f"field-{column}",
            placeholder=", ".join(choices),
            suggester=SuggestFromList(choices) if choices else None,
        )

    def fill(self, value: str) -> None:
        """Show a guess, unless somebody has said what it is to be."""
        if not self.stated and self.value != value:
            self.value = value

    def replace(self, text: str, start: int, end: int) -> None:
        """Put in what was typed or pasted."""
        self.stated = True
        super().replace(text, start, end)

    def delete(self, start: int, end: int) -> None:
        """Take out some characters."""
        self.stated = True
        super().delete(start, end)
