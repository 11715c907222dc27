"""The list of findings with their states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.tui.drawing.narrowing import nothing_text
from capqa.tui.drawing.queue import common_folder, longest_place, place_width, queue_row
from capqa.tui.drawing.rows import cropped
from capqa.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from textual.content import Content

    from capqa.review.session import ReviewItem, Session
    from capqa.tui.view import View


class Queue(RowList, can_focus=False, inherit_bindings=False):
    """The findings shown with their states, one of them current."""

    def __init__(
        self,
        session: Session,
        view: View,
        *,
        id: str,  # noqa: A002 - Textual's name for it
    ) -> None:
        """Show the items of a session that are in view."""
        super().__init__(id=id)
        self._session = session
        self._view = view
        self._items: Sequence[ReviewItem] = ()
        self._place_width = 0
        self._measure_places()

    @property
    def count(self) -> int:
        """How many findings are shown."""
        return len(self._view.shown)

    def show(self, current: int) -> None:
        """Draw the rows anew, that of this item as the current one, and keep it in view."""
        if self._items is not self._session.items:
            self._measure_places()
        super().show(self._view.position(current))

    def drawn_row(self, index: int, width: int, *, current: bool) -> Content:
        """Return the row of a finding."""
        item = self._view.shown[index]
        return queue_row(
            self._session.items[item].finding,
            self._session.state(item),
            width,
            place_width(self._place_width, width),
            folder=self._folder,
            current=current,
        )

    def drawn_from(self, index: int) -> Hashable:
        """Return the finding of a row, and its state."""
        item = self._view.shown[index]
        return item, self._session.state(item)

    def empty_row(self, width: int) -> Content:
        """Say that nothing was found."""
        return cropped(nothing_text(self._view.criteria), width)

    def _measure_places(self) -> None:
        self.forget_rows()
        items = self._session.items
        before = self._items or (None,) * len(items)
        changed = [new for old, new in zip(before, items, strict=True) if old is not new]
        self._items = items
        self._folder = common_folder({item.finding.document for item in items})
        # Never narrower than before: columns that move away are hard to read.
        width = longest_place((item.finding for item in changed), self._folder)
        self._place_width = max(self._place_width, width)
