"""What is shown of a review when it is not all: how many, picked by what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.tui.drawing import styles
from capqa.tui.drawing.rows import cropped, drawn, joined, shortened
from capqa.tui.filtering import Facet, label, ordered

if TYPE_CHECKING:
    from textual.content import Content

    from capqa.tui.filtering import Criteria

_LONGEST = 60
_MOST_VALUES = 3


def shown_line(criteria: Criteria, shown: int, total: int, width: int) -> Content | None:
    """Return how many findings are shown and why, None when all are."""
    if not criteria:
        return None
    back = drawn(("Esc shows all", styles.QUIET))
    if shown:
        count = drawn((f"{shown:,} of {total:,} shown", styles.STRONG), ": ")
    else:
        count = drawn((f"None of {total:,} shown", styles.DOUBTFUL), ": ")
    said = count + drawn(criteria_text(criteria))
    room = width - back.cell_length - 3
    return joined([cropped(said, room), back], "   ")


def criteria_text(criteria: Criteria) -> str:
    """Return criteria in words: state open or skipped, "mosul"."""
    pieces = []
    for facet in Facet:
        chosen = criteria.chosen.get(facet)
        if chosen:
            values = ordered(facet, dict.fromkeys(chosen, 0))
            names = [shortened(label(facet, value), _LONGEST) for value in values[:_MOST_VALUES]]
            if len(values) > _MOST_VALUES:
                names.append(f"{len(values) - _MOST_VALUES:,} more")
            pieces.append(f"{facet.value} {' or '.join(names)}")
    if text := criteria.text.strip():
        pieces.append(f'"{shortened(text, _LONGEST)}"')
    return ", ".join(pieces)


def nothing_text(criteria: Criteria) -> Content:
    """Return what the queue says when there is nothing to show."""
    return drawn(("Nothing found", styles.DOUBTFUL), f" for {criteria_text(criteria)}")
