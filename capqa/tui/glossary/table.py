"""The table and its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from capqa.tui.glossary.table_rows import head_row, item_row
from capqa.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.content import Content

    from capqa.tui.glossary.listing import Listing

_SCROLLBAR = 2


class Table(RowList, can_focus=False, inherit_bindings=False):
    """The rows of a listing, one of them current."""

    def __init__(self, listing: Listing, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Show a listing."""
        super().__init__(id=id)
        self._listing = listing

    @property
    def count(self) -> int:
        """How many rows are in view."""
        return len(self._listing.items)

    def drawn_row(self, index: int, width: int, *, current: bool) -> Content:
        """Return a row of the listing, as wide as the head has it."""
        return item_row(self._listing.items[index], self.size.width - _SCROLLBAR, current=current)


class TableHead(Widget, can_focus=False):
    """The titles of the columns."""

    def __init__(self, listing: Listing, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Show the titles of a listing's view."""
        super().__init__(id=id)
        self._listing = listing

    def render(self) -> Content:
        """Return the titles for the width there is."""
        return head_row(self._listing.view, self.size.width - _SCROLLBAR)
