"""The rows of the table: their columns, and how wide each is where there is room for so much."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content

from capqa.glossary.entry import Status
from capqa.glossary.proposals.rows import Row, State
from capqa.tui.drawing import styles
from capqa.tui.drawing.rows import cropped, drawn
from capqa.tui.glossary.listing import View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from capqa.glossary.proposals.desk import Listed
    from capqa.tui.glossary.listing import Item

STATE_MARKS: Final[Mapping[State, tuple[str, str, str]]] = {
    State.OPEN: ("·", "open", styles.STRONG),
    State.UNDONE: ("↶", "open again", styles.STRONG),
    State.CANDIDATE: ("?", "candidate", styles.DOUBTFUL),
    State.SETTLED: ("=", "in the glossary meanwhile", styles.QUIET),
    State.APPROVED: ("✓", "approved", styles.GOOD),
    State.REJECTED: ("✗", "rejected", styles.BAD),
}
"""State to sign, word and style."""

STATUS_MARKS: Final[Mapping[Status, tuple[str, str]]] = {
    Status.PREFERRED: ("✓", styles.GOOD),
    Status.KEEP_AS_IS: ("=", styles.GOOD),
    Status.ADMITTED: ("+", styles.STRONG),
    Status.DEPRECATED: ("−", styles.DOUBTFUL),
    Status.FORBIDDEN: ("✗", styles.BAD),
}
"""Status to sign and style."""

_LONGEST: Final = 300
_HEAD: Final = 4  # the pointer and the sign
_GAP: Final = 1
_EXAMPLE_FROM: Final = 96
_TERM_WIDEST: Final = 34


class Column(NamedTuple):
    """A column's title and its width in cells."""

    title: str
    width: int


def columns(view: View, width: int) -> list[Column]:
    """Return the columns of a view that fit a width."""
    if view is View.QUEUE:
        fixed = [Column("lang", 4), Column("n", 3), Column("who", 9), Column("when", 10)]
        last = "example"
    else:
        fixed = [Column("lang", 4), Column("part of speech", 11)]
        last = "status, file"
    left = width - _HEAD - sum(column.width + _GAP for column in fixed)
    if width >= _EXAMPLE_FROM or view is View.ENTRIES:
        term = min(left // 3, _TERM_WIDEST)
        rest = max(left - 2 * (term + _GAP), 1)
        return [Column("source", term), Column("target", term), *fixed, Column(last, rest)]
    term = max((left - _GAP) // 2, 4)
    return [Column("source", term), Column("target", term), *fixed]


def head_row(view: View, width: int) -> Content:
    """Return the titles of the columns."""
    found = columns(view, width)
    return _joined(Content(" " * _HEAD), found, [(each.title, styles.LABEL) for each in found])


def item_row(item: Item, width: int, *, current: bool = False) -> Content:
    """Return one row of at most ``width`` cells; ``current`` is marked without colour, too."""
    if isinstance(item, Row):
        sign, _, style = STATE_MARKS[item.state]
        cells = _row_cells(item)
        view = View.QUEUE
    else:
        sign, style = STATUS_MARKS[item.known.entry.status]
        cells = _entry_cells(item)
        view = View.ENTRIES
    head = drawn(("▸ " if current else "  ", styles.STRONG), (f"{sign} ", style))
    return cropped(_joined(head, columns(view, width), cells), width)


def marks_text() -> Content:
    """Return the signs of the states and the statuses, each with its word."""
    states = (f"{sign} {word}" for sign, word, _ in STATE_MARKS.values())
    statuses = (f"{sign} {status.value}" for status, (sign, _) in STATUS_MARKS.items())
    return Content("\n").join(Content("   ".join(each)) for each in (states, statuses))


def _row_cells(row: Row) -> list[tuple[str, str]]:
    who = row.reviewers[0] + (f" +{len(row.reviewers) - 1}" if row.reviewers[1:] else "")
    candidate = row.state is State.CANDIDATE
    example = row.examples[0].text if row.examples else ""
    return [
        (row.source, ""),
        (row.target or "?", "" if row.target else styles.DOUBTFUL),
        (row.pair[0], styles.QUIET),
        (str(row.count), styles.NUMBER),
        ("" if candidate else who, ""),
        ("" if candidate else row.at[:10], styles.NUMBER),
        (example, styles.QUIET),
    ]


def _entry_cells(listed: Listed) -> list[tuple[str, str]]:
    entry = listed.known.entry
    facts = entry.status.value if listed.known.in_force else f"{entry.status.value}, overridden"
    quiet = "" if listed.known.in_force else styles.QUIET
    return [
        (entry.source, quiet),
        (entry.target, quiet),
        (listed.pair[0], styles.QUIET),
        (entry.part_of_speech, styles.QUIET),
        (f"{facts}, {Path(entry.file).name}:{entry.row}", styles.QUIET),
    ]


def _joined(head: Content, found: Sequence[Column], cells: Sequence[tuple[str, str]]) -> Content:
    padded = []
    for column, (text, style) in zip(found, cells, strict=False):
        cell = cropped(drawn((text[:_LONGEST], style)), column.width)
        padded.append(cell + " " * (column.width - cell.cell_length))
    return head + Content(" " * _GAP).join(padded)
