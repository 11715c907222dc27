"""How far a review has come, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from capqa.review.items import UNDECIDED, State
from capqa.tui.drawing import styles
from capqa.tui.drawing.changes import counted
from capqa.tui.drawing.marks import MARKS
from capqa.tui.drawing.rows import drawn, joined

if TYPE_CHECKING:
    from collections.abc import Mapping

_BAR = 12


def decided(counts: Mapping[State, int]) -> int:
    """Return how many findings have a decision."""
    return sum(counts.get(state, 0) for state in (State.ACCEPTED, State.EDITED, State.DISMISSED))


def undecided(counts: Mapping[State, int]) -> int:
    """Return how many findings still want a decision: the open and the skipped."""
    return sum(counts.get(state, 0) for state in UNDECIDED)


def progress_line(
    counts: Mapping[State, int],
    unwritten: int,
    objections: int,
    width: int,
    conflicts: int = 0,
) -> Content:
    """Return the line at the top; what does not fit ``width`` is left out, the least first."""
    done, left = decided(counts), undecided(counts)
    pieces = [drawn(("capqa review", styles.STRONG)), drawn(f"{done:,} of {done + left:,} decided")]
    if left:
        pieces[1] += drawn(f", {left:,} open")
    if unwritten:
        pieces.append(drawn((f"{unwritten:,} not written", styles.DOUBTFUL)))
    if conflicts:
        pieces.append(drawn((f"≠ {counted(conflicts, 'conflict')}", styles.BAD)))
    gate = (
        drawn(("✗", styles.BAD), f" gate: {objections:,}")
        if objections
        else drawn(("✓ gate", styles.GOOD))
    )
    tally = joined(
        drawn((f"{MARKS[state][0]} {counts[state]:,}", MARKS[state][2]))
        for state in State
        if state is not State.OPEN and counts.get(state, 0)
    )
    bar = _bar(done, done + left)
    for extra in ([gate, bar, tally], [gate, tally], [gate], []):
        line = joined([*pieces, *extra], "   ")
        if line.cell_length <= width:
            return line
    return joined(pieces, "  ").truncate(max(width, 1), ellipsis=True)


def closing_line(
    counts: Mapping[State, int], unwritten: int, keys: Mapping[str, str]
) -> Content | None:
    """Return what to do when nothing is open any more, None while something is.

    ``keys`` are how people read the keys, by their names.
    """
    if counts.get(State.OPEN, 0):
        return None
    skipped, following, leave = counts.get(State.SKIPPED, 0), keys["next_open"], keys["leave"]
    if skipped:
        said = drawn(
            ("→ Nothing open", styles.DOUBTFUL), f", {skipped:,} skipped: {following} goes there."
        )
    elif decided(counts):
        said = drawn(("✓ All decided.", styles.GOOD))
    else:
        return drawn(("✓ Nothing to review.", styles.GOOD), f" {leave} quits")
    written = f"{keys['write']} writes" if unwritten else "Nothing left to write"
    return said + drawn(f" {written}, {leave} quits")


def _bar(done: int, total: int) -> Content:
    full = _BAR * done // total if total else 0
    return Content.assemble(("━" * full, styles.GOOD), ("─" * (_BAR - full), styles.QUIET))
