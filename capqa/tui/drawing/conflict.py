"""The three texts of a conflict one above the other, the words that differ marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from capqa.tui.drawing import styles
from capqa.tui.drawing.difference import differences
from capqa.tui.drawing.rows import drawn, field, marked, shortened
from capqa.visible import display_width, visible

if TYPE_CHECKING:
    from capqa.model import Span
    from capqa.review.session import Conflict

LONGEST = 20_000
"""Code points of each text that are shown."""

_NOTE = (
    "BASE is what you decided on. Somebody has put ON DISK in its place since; YOURS is what would "
    "replace that."
)


def conflict_head(conflict: Conflict, number: int, count: int, width: int) -> Content:
    """Return which conflict it is, and where, in one row; of a long path the end is shown."""
    head = drawn(("Conflict ", styles.STRONG), f"{number:,} of {count:,}   ")
    line = f":{conflict.line}" if conflict.line else ""
    place = visible(f"{conflict.path}{line}")
    room = max(width - head.cell_length, 1)
    if display_width(place) > room:
        while place and display_width(place) > room - 1:
            place = place[1:]
        place = f"…{place}"
    return head + Content(place)


def note_rows(width: int) -> list[Content]:
    """Return what the three texts are."""
    return drawn((_NOTE, styles.QUIET)).wrap(max(width, 1))


def text_rows(conflict: Conflict, width: int) -> list[list[Content]]:
    """Return the rows of base, disk and yours."""
    base, disk, yours = (
        shortened(text, LONGEST) for text in (conflict.base, conflict.disk, conflict.yours)
    )
    gone, new = differences(base, disk)
    replaced, own = differences(base, yours)
    there = (
        marked(disk, [(span, styles.ADDED) for span in new])
        if conflict.segment is not None or disk
        else drawn(("nothing like it stands in the file any longer", styles.DOUBTFUL))
    )
    return [
        field("BASE", marked(base, _united(gone, replaced)), width, "−"),
        field("ON DISK", there, width, "+"),
        field("YOURS", marked(yours, [(span, styles.ADDED) for span in own]), width, "+"),
    ]


def _united(one: list[Span], other: list[Span]) -> list[tuple[Span, str]]:
    """Return spans of words, each once, in order."""
    found: list[tuple[Span, str]] = []
    for span in sorted({*one, *other}):
        # Texts too long to compare are one span, which holds all words.
        if not found or span.start >= found[-1][0].end:
            found.append((span, styles.REMOVED))
    return found
