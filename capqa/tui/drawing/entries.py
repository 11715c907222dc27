"""Entries of glossaries and what is said about them, in rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from capqa.glossary.proposals.outlook import Gravity
from capqa.tui.drawing import styles
from capqa.tui.drawing.rows import cropped, drawn, field, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.content import Content

    from capqa.glossary.entry import Entry
    from capqa.glossary.proposals.knowledge import Known
    from capqa.glossary.proposals.outlook import Remark
    from capqa.glossary.proposals.rows import Row

_LONGEST = 200
_SIGNS = {
    Gravity.REFUSED: ("✗ ", styles.BAD),
    Gravity.WARNING: ("! ", styles.DOUBTFUL),
    Gravity.NOTE: ("· ", styles.QUIET),
}


def remark_rows(remarks: Iterable[Remark], width: int, label: str = "CHECKS") -> list[Content]:
    """Return what there is to know before an entry is approved, one remark after the other."""
    rows: list[Content] = []
    for remark in remarks:
        line = drawn(_SIGNS[remark.gravity], shortened(remark.text, 2 * _LONGEST))
        rows += field("" if rows else label, line, width)
    return rows


def neighbour_rows(
    neighbours: Sequence[Known], width: int, label: str = "GLOSSARY", most: int = 8
) -> list[Content]:
    """Return entries that stand near one in meaning or spelling, a row each."""
    rows: list[Content] = []
    for each in neighbours[:most]:
        line = entry_line(each.entry)
        rows += [cropped(row, width) for row in field("" if rows else label, line, width)[:1]]
    return rows


def entry_line(entry: Entry) -> Content:
    """Return an entry as one line, with where it stands."""
    facts = ", ".join(filter(None, (entry.status.value, entry.part_of_speech, entry.gender)))
    return drawn(
        f"{shortened(entry.source, _LONGEST)} → {shortened(entry.target, _LONGEST)}",
        (f"  {facts}  {Path(entry.file).name}:{entry.row}", styles.QUIET),
    )


def proposed_rows(rows: Iterable[Row], width: int) -> list[Content]:
    """Return the terms of a finding that wait for a maintainer."""
    drawings: list[Content] = []
    for row in rows:
        line = drawn(
            ("… ", styles.DOUBTFUL),
            f"{shortened(row.source, _LONGEST)} → {shortened(row.target, _LONGEST)}",
            (f"  by {', '.join(row.reviewers)}, for a maintainer to approve", styles.QUIET),
        )
        drawings += field("" if drawings else "PROPOSED", line, width)
    return drawings
