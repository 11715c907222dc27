"""Findings as JSON lines, each object with a ``type``: "finding", "error", "note" or "summary".

A finding is as in the JSON report. The summary is the last line: without it the run was cut off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.reports._finding_objects import VERSION, finding_objects
from capqa.reports._json_text import dump
from capqa.reports._notes import notes
from capqa.reports._statistics import Statistics

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportOptions


def render(files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
    """Yield a line a finding, as their files are checked."""
    statistics = Statistics()
    for file in statistics.counted(files):
        if file.error:
            yield _line("error", {"path": file.name, "message": file.error})
            continue
        for note in notes(file):
            yield _line("note", {"path": file.name, "message": note})
        for finding in finding_objects(file):
            yield _line("finding", finding)
    yield _line("summary", {"version": VERSION, **statistics.summary()})


def _line(kind: str, value: dict[str, object]) -> str:
    return dump({"type": kind, **value}) + "\n"
