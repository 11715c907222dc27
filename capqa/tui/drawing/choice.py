"""Lines of a window, one of them current, those that lead somewhere marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from capqa.tui.drawing import styles
from capqa.tui.drawing.rows import drawn, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARGIN = 2


def choice_rows(lines: Sequence[tuple[str, bool]], current: int, width: int) -> list[list[Content]]:
    """Return the rows of each line; a line that can be gone to is marked when it is current."""
    found = []
    for at, (line, leads) in enumerate(lines):
        chosen = at == current and leads
        text = drawn((shortened(line), styles.STRONG if chosen else ""))
        wrapped = text.wrap(max(width - _MARGIN, 1)) or [Content("")]
        head = drawn(("▸ ", styles.STRONG)) if chosen else Content(" " * _MARGIN)
        margin = Content(" " * _MARGIN)
        found.append([(margin if row else head) + each for row, each in enumerate(wrapped)])
    return found
