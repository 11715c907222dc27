"""The list of places where the same words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.tui.drawing.places import place_row
from capqa.tui.drawing.queue import common_folder, longest_place, place_width
from capqa.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from capqa.review.items import ReviewItem


class Places(RowList, can_focus=False, inherit_bindings=False):
    """Each place with the words around it."""

    def __init__(self, items: Sequence[ReviewItem], *, id: str) -> None:  # noqa: A002 - Textual's
        """Show the places of some items."""
        super().__init__(id=id)
        self._findings = [item.finding for item in items]
        self._folder = common_folder({finding.document for finding in self._findings})
        self._widest = longest_place(self._findings, self._folder)

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self._findings)

    def on_mount(self) -> None:
        """Be as high as the places need, if there is room."""
        self.styles.height = self.count

    def drawn_row(self, index: int, width: int, *, current: bool) -> Content:
        """Return the row of a place."""
        widest = place_width(self._widest, width)
        return place_row(self._findings[index], width, widest, folder=self._folder, current=current)
