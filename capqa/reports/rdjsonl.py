"""Findings for reviewdog, with suggestions to apply, one ``Diagnostic`` a line (rdjsonl)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.reports._diagnostics import SOURCE, diagnostics
from capqa.reports._json_text import dump_for_others

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportOptions


def render(files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
    """Yield a line a diagnostic, as the files are checked."""
    for file in files:
        for diagnostic in diagnostics(file):
            yield dump_for_others({**diagnostic, "source": SOURCE}) + "\n"
