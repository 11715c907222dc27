"""The line at the top: what the table shows, how much there is, and where entries go."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from capqa.glossary.proposals.rows import State
from capqa.tui.drawing import styles
from capqa.tui.drawing.rows import drawn, joined
from capqa.tui.glossary.listing import View
from capqa.tui.glossary.table_rows import STATE_MARKS

if TYPE_CHECKING:
    from textual.content import Content

    from capqa.tui.glossary.listing import Listing


def status_line(listing: Listing, width: int, *, looking: bool = False) -> Content:
    """Return the line; what does not fit ``width`` is left out, the least important first.

    ``looking`` says that candidates are still being looked for.
    """
    desk = listing.desk
    shown = f"{listing.view.value}, {listing.filter}"
    pieces = [
        drawn(("capqa glossary", styles.STRONG)),
        drawn(shown, (f" {len(listing.items):,}", styles.NUMBER)),
    ]
    if listing.query:
        pieces.append(drawn((f"/{listing.query}", styles.DOUBTFUL)))
    counts = Counter(row.state for row in desk.rows)
    tally = joined(
        drawn((f"{STATE_MARKS[state][0]} {counts[state]:,}", STATE_MARKS[state][2]))
        for state in State
        if counts[state]
    )
    extras = [tally] if listing.view is View.QUEUE else []
    if looking:
        extras.append(drawn(("… looking for candidates", styles.QUIET)))
    if desk.unreadable:
        lines = "1 line" if desk.unreadable == 1 else f"{desk.unreadable:,} lines"
        pieces.append(drawn((f"! {lines} unreadable", styles.BAD)))
    extras.append(drawn((f"as {desk.by}", styles.QUIET)))
    for count in range(len(extras), -1, -1):
        line = joined([*pieces, *extras[:count]], "   ")
        if line.cell_length <= width:
            return line
    return line.truncate(max(width, 1), ellipsis=True)


def empty_line(listing: Listing) -> Content | None:
    """Return what to say where the table has no rows, None where it has."""
    if listing.items:
        return None
    if listing.query:
        return drawn(f"Nothing has {listing.query!r} in it: Esc shows all, n adds it.")
    if listing.view is View.ENTRIES:
        return drawn("No such entries: f shows others, n adds one.")
    if listing.filter == "waiting":
        return drawn(
            ("✓ Nothing waits for a decision.", styles.GOOD),
            " f shows what was decided, s the glossary, n adds an entry.",
        )
    return drawn(f"Nothing is {listing.filter}: f shows others.")
