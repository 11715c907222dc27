"""What must be written into a file's source for its suggestions; what is not sure is no fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.formats._source_edits import proven
from capqa.model import Edit, Verdict

if TYPE_CHECKING:
    from capqa.formats._source_edits import SourceEdit
    from capqa.model import Finding, Suggestion
    from capqa.pipeline import CheckedFile


def fixes(file: CheckedFile) -> list[SourceEdit | None]:
    """Return a fix for each of a file's findings, None where there is none that is sure.

    A suggestion that leaves words untranslated or fails one of its own checks is no fix.
    """
    if file.document is None:
        return [None] * len(file.findings)
    edits = {
        index: Edit(finding.segment, finding.span, finding.text, suggestion.text)
        for index, (finding, suggestion) in enumerate(
            zip(file.findings, file.suggestions, strict=True)
        )
        if suggestion is not None and _is_fix(finding, suggestion)
    }
    found = proven(file.document, edits)
    return [found.get(index) for index in range(len(file.findings))]


def _is_fix(finding: Finding, suggestion: Suggestion) -> bool:
    return (
        suggestion.text not in ("", finding.text)
        and not suggestion.unknown
        and all(check.passed for check in suggestion.checks)
        and all(term.verdict is Verdict.KEPT for term in suggestion.terms)
    )
