"""One row of the list of places: where it is, and the words in those around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from capqa.tui.drawing import styles
from capqa.tui.drawing.queue import fitted, place
from capqa.tui.drawing.rows import cropped, drawn, shortened

if TYPE_CHECKING:
    from capqa.model import Finding

_BEFORE, _FOUND, _AFTER = 24, 120, 120


def place_row(
    finding: Finding, width: int, place_width: int, *, folder: int = 0, current: bool = False
) -> Content:
    """Return one row of at most ``width`` cells; ``current`` is marked without colour, too.

    The first ``folder`` code points of the document's name are left out.
    """
    text, span = finding.segment.text, finding.span
    before = text[max(span.start - _BEFORE, 0) : span.start]
    if len(before) < span.start:
        before = f"…{before}"
    head = drawn(("▸ " if current else "  ", styles.STRONG))
    where = Content.styled(fitted(place(finding, folder), place_width), styles.NUMBER)
    words = drawn(
        (before, styles.QUIET),
        (shortened(finding.text, _FOUND), styles.FOUND),
        (shortened(text[span.end :], _AFTER), styles.QUIET),
    )
    return cropped(head + where + "  " + words, width)
