"""The segments of a page: its passages with their neighbours, and lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.formats._mapping import Places
from capqa.formats._neighbours import with_neighbours
from capqa.model import Segment, SourceRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._html.passages import Passage
    from capqa.formats._html.visible_text import Run


def segments_of(source: str, passages: Sequence[Passage]) -> tuple[Segment, ...]:
    """Return the segments of passages that are in the order of their places."""
    places = Places(source)
    return with_neighbours([_segment(passage, places) for passage in passages])


def _segment(passage: Passage, places: Places) -> Segment:
    runs = tuple(_source_run(run, places) for run in passage.runs)
    return Segment(
        text=passage.text,
        role=passage.role,
        start=passage.start,
        line=runs[0].line,
        column=runs[0].column,
        language=passage.language,
        locator=passage.locator,
        runs=runs,
    )


def _source_run(run: Run, places: Places) -> SourceRun:
    return SourceRun(run.first, run.length, run.start, run.end - run.start, *places.of(run.start))
