"""A row of the filter window: a facet, or a value of it with a box and how many it would show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from capqa.tui.drawing import styles
from capqa.tui.drawing.queue import fitted
from capqa.tui.drawing.rows import cropped, drawn

if TYPE_CHECKING:
    from capqa.tui.filtering import Facet

_LONGEST = 300


def heading_row(facet: Facet, chosen: int, width: int) -> Content:
    """Return the heading of a facet, with how many of its values are chosen."""
    note = f"  {chosen:,} chosen" if chosen else ""
    return cropped(drawn((facet.value.capitalize(), styles.LABEL), (note, styles.QUIET)), width)


def value_row(name: str, count: int, width: int, *, chosen: bool, current: bool) -> Content:
    """Return a row of ``width`` cells; what is chosen and current shows without colour."""
    box = ("[x] ", styles.GOOD) if chosen else "[ ] "
    head = drawn(("▸ " if current else "  ", styles.STRONG), box)
    number = f"{count:,}"
    room = max(width - head.cell_length - len(number) - 2, 1)
    style = "" if count or chosen else styles.QUIET
    where = fitted(drawn(name[:_LONGEST]).plain, room)
    row = head + Content.styled(where, style) + drawn("  ", (number, styles.NUMBER))
    return cropped(row, width)
