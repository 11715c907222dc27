"""Findings as one JSON object: ``version``, ``findings``, ``errors``, ``notes``, ``statistics`` and
``summary``.

Offsets are code points, half-open, ``offset`` and ``end_offset`` counted in the decoded file.
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
    """Yield the object; findings are written as their files are checked."""
    yield f'{{\n"version": {VERSION},\n"findings": ['
    statistics = Statistics()
    errors: list[dict[str, str]] = []
    messages: list[dict[str, str]] = []
    separator = "\n"
    for file in statistics.counted(files):
        if file.error:
            errors.append({"path": file.name, "message": file.error})
            continue
        messages += ({"path": file.name, "message": note} for note in notes(file))
        for finding in finding_objects(file):
            yield separator + dump(finding)
            separator = ",\n"
    yield f'\n],\n"errors": {dump(errors)},\n"notes": {dump(messages)},\n'
    yield f'"statistics": {dump(statistics.as_object())},\n'
    yield f'"summary": {dump(statistics.summary())}\n}}\n'
