"""The list of findings; it draws only the rows in view, so ten thousand are as quick as ten."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.visual import Visual

from capqa.tui.drawing.queue import common_folder, place, queue_row
from capqa.visible import display_width

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from capqa.review.session import Session

_WIDEST_PLACE = 0.5


class Queue(ScrollView, can_focus=False, inherit_bindings=False):
    """All findings with their states, one of them current."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"queue--current"}

    class Chosen(Message):
        """A row was clicked."""

        def __init__(self, index: int) -> None:
            """Name the row by the index of its finding."""
            self.index = index
            super().__init__()

    def __init__(self, session: Session, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Show the items of a session."""
        super().__init__(id=id)
        self._session = session
        self.current = 0
        self._measure()
        self.virtual_size = Size(0, len(session.items))

    def on_resize(self) -> None:
        """Keep the current row in view."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._session.items))
        self._keep_in_view()

    def show(self, current: int) -> None:
        """Draw the rows anew, this one as the current one, and keep it in view."""
        if self._items is not self._session.items:
            self._measure()
        self.current = current
        self._keep_in_view()
        self.refresh()

    @property
    def page(self) -> int:
        """How many rows a page key moves by."""
        return max(self.scrollable_content_region.height - 1, 1)

    def render_line(self, y: int) -> Strip:
        """Draw one row in view."""
        index = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        current = index == self.current
        style = self.get_visual_style("queue--current") if current else self.visual_style
        if not 0 <= index < len(self._session.items):
            row = Content("")
        else:
            place_width = min(self._place_width, int(width * _WIDEST_PLACE))
            row = queue_row(
                self._session.items[index].finding,
                self._session.state(index),
                width - 1,
                place_width,
                folder=self._folder,
                current=current,
            )
        return Visual.to_strips(self, row, width, 1, style, apply_selection=False, pad=True)[0]

    def on_click(self, event: events.Click) -> None:
        """Choose the row clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = self.scroll_offset.y + offset.y
        if 0 <= index < len(self._session.items):
            self.post_message(self.Chosen(index))

    def _measure(self) -> None:
        self._items = self._session.items
        self._folder = common_folder({item.finding.document for item in self._items})
        places = (display_width(place(item.finding, self._folder)) for item in self._items)
        self._place_width = max(places, default=0)

    def _keep_in_view(self) -> None:
        region = Region(0, self.current, 1, 1)
        self.scroll_to_region(region, animate=False, force=True)
