"""A widget that shows rows drawn for its width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.geometry import Size


_WIDTH_BEFORE_LAYOUT: Final = 80


class Sheet(Widget, can_focus=False):
    """Rows of text as high as they need; hidden while there are none."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Start empty."""
        super().__init__(id=id)
        self._draw: Callable[[int], list[Content]] = lambda width: []
        self._drawn: tuple[int, list[Content]] | None = None
        self.display = False

    def show(self, draw: Callable[[int], list[Content]]) -> None:
        """Show what ``draw`` returns for the width in cells there is."""
        width = self.content_size.width or _WIDTH_BEFORE_LAYOUT
        before = self._rows(width) if self.display else []
        self._draw = draw
        self._drawn = None
        rows = self._rows(width)
        if not before and not rows:
            return
        self.display = bool(rows)
        # To lay out all anew takes as long as to draw it.
        self.refresh(layout=len(rows) != len(before))

    @property
    def plain(self) -> str:
        """The rows as shown, without styles."""
        return "\n".join(row.plain for row in self._rows(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows there are at a width."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Return the rows as one text."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self._draw(width))
        return self._drawn[1]
