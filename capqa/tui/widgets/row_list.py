"""A list that draws only the rows in view, so that ten thousand are as quick as ten."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.visual import Visual

if TYPE_CHECKING:
    from collections.abc import Hashable

    from textual import events
    from textual.strip import Strip
    from textual.style import Style

_MOST_REMEMBERED: Final = 2000


class RowList(ScrollView, can_focus=False, inherit_bindings=False):
    """Rows of one line each, one of them current; subclasses say how many and what they show."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--current"}

    class Chosen(Message):
        """A row was clicked."""

        def __init__(self, index: int) -> None:
            """Name the row by its index."""
            self.index = index
            super().__init__()

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Start at the first row."""
        super().__init__(id=id)
        self.current = 0
        self._strips: dict[tuple[Hashable, ...], Strip] = {}

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def drawn_row(self, index: int, width: int, *, current: bool) -> Content:
        """Return one row of at most ``width`` cells."""
        raise NotImplementedError

    def drawn_from(self, index: int) -> Hashable:
        """Return what a row is drawn from; None where that is not known.

        A row drawn from the same before is not drawn again, until `forget_rows`.
        """
        return None

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self._strips.clear()

    def notify_style_update(self) -> None:
        """Draw every row anew, in other colours."""
        self.forget_rows()
        super().notify_style_update()

    def empty_row(self, width: int) -> Content:
        """Return what to say where there are no rows; nothing, unless a subclass does."""
        return Content("")

    def rows_above(self, index: int) -> int:
        """Return how many rows above the current one are kept in view with it."""
        return 0

    def on_resize(self) -> None:
        """Keep the current row in view."""
        self._measure()
        self._keep_in_view()

    def show(self, current: int) -> None:
        """Draw the rows anew, this one as the current one, and keep it in view."""
        self.current = current
        if self.virtual_size.height != self.count:
            self._measure()
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
        inside = 0 <= index < self.count
        current = inside and index == self.current
        style = self.get_visual_style("row-list--current") if current else self.visual_style
        if not inside:
            row = Content("") if self.count or y else self.empty_row(width - 1)
            return self._strip(row, width, style)
        source = self.drawn_from(index)
        if source is None:
            return self._strip(self.drawn_row(index, width - 1, current=current), width, style)
        key = (source, current, width, style)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _MOST_REMEMBERED:
                self._strips.clear()
            strip = self._strip(self.drawn_row(index, width - 1, current=current), width, style)
            self._strips[key] = strip
        return strip

    def _strip(self, row: Content, width: int, style: Style) -> Strip:
        return Visual.to_strips(self, row, width, 1, style, apply_selection=False, pad=True)[0]

    def on_click(self, event: events.Click) -> None:
        """Choose the row clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = self.scroll_offset.y + offset.y
        if 0 <= index < self.count:
            self.post_message(self.Chosen(index))

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self.count)

    def _keep_in_view(self) -> None:
        above = self.rows_above(self.current)
        region = Region(0, self.current - above, 1, 1 + above)
        self.scroll_to_region(region, animate=False, force=True)
