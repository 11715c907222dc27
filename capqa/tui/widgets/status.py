"""The line at the top: how far the review has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from capqa.tui.drawing.progress import progress_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.content import Content

    from capqa.review.items import State


class Status(Widget, can_focus=False):
    """The counts of a session in one line."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Start without counts."""
        super().__init__(id=id)
        self._counts: Mapping[State, int] = {}
        self._unwritten = 0
        self._objections = 0
        self._conflicts = 0

    def show(
        self, counts: Mapping[State, int], unwritten: int, objections: int, conflicts: int = 0
    ) -> None:
        """Show new counts, how many findings keep the gate shut, and how many conflicts are."""
        self._counts, self._unwritten = counts, unwritten
        self._objections, self._conflicts = objections, conflicts
        self.refresh()

    def render(self) -> Content:
        """Return the line for the width there is."""
        return progress_line(
            self._counts,
            self._unwritten,
            self._objections,
            self.content_size.width,
            self._conflicts,
        )
