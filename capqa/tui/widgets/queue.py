"""The list of findings with their states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.tui.drawing.queue import common_folder, place, queue_row
from capqa.tui.widgets.row_list import RowList
from capqa.visible import display_width

if TYPE_CHECKING:
    from textual.content import Content

    from capqa.review.session import Session

_WIDEST_PLACE = 0.5


class Queue(RowList, can_focus=False, inherit_bindings=False):
    """All findings with their states, one of them current."""

    def __init__(self, session: Session, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Show the items of a session."""
        super().__init__(id=id)
        self._session = session
        self._measure_places()

    @property
    def count(self) -> int:
        """How many findings there are."""
        return len(self._session.items)

    def show(self, current: int) -> None:
        """Draw the rows anew, this one as the current one, and keep it in view."""
        if self._items is not self._session.items:
            self._measure_places()
        super().show(current)

    def drawn_row(self, index: int, width: int, *, current: bool) -> Content:
        """Return the row of a finding."""
        return queue_row(
            self._session.items[index].finding,
            self._session.state(index),
            width,
            min(self._place_width, int((width + 1) * _WIDEST_PLACE)),
            folder=self._folder,
            current=current,
        )

    def _measure_places(self) -> None:
        self._items = self._session.items
        self._folder = common_folder({item.finding.document for item in self._items})
        places = (display_width(place(item.finding, self._folder)) for item in self._items)
        self._place_width = max(places, default=0)
