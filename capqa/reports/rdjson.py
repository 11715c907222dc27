"""Findings for reviewdog, with suggestions to apply, as one ``DiagnosticResult`` (rdjson)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.reports._diagnostics import SOURCE, diagnostics
from capqa.reports._json_text import dump_for_others

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportOptions


def render(files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
    """Yield the object; diagnostics are written as their files are checked."""
    yield f'{{\n"source": {dump_for_others(SOURCE)},\n"diagnostics": ['
    separator = "\n"
    for file in files:
        for diagnostic in diagnostics(file):
            yield separator + dump_for_others(diagnostic)
            separator = ",\n"
    yield "\n]\n}\n"
