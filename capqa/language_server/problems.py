"""What is wrong with a page, as an editor marks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import CapqaError
from capqa.language_server.pages import checked
from capqa.model import Severity, Span
from capqa.reports import _prose
from capqa.reports._notes import notes
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.language_server.pages import Page, PairsFor
    from capqa.model import Finding, Suggestion
    from capqa.pipeline import CheckedFile

NOT_CHECKED: Final = "could-not-check"
"""The code of what keeps a page from being checked."""

NOTE: Final = "note"
"""The code of what the writer may have meant."""


class Problem(NamedTuple):
    """A problem, where it is in the text, and what more there is to say about it.

    ``message`` is a line or two, ``details`` are some; all of it went through `visible`.
    """

    span: Span
    severity: Severity
    code: str
    message: str
    details: str


def problems(page: Page, pairs_for: PairsFor) -> tuple[Problem, ...]:
    """Return what is wrong with a page; why it cannot be checked is one problem on its first line.

    Raises nothing that the page or the settings are the cause of.
    """
    first_line = Span(0, len(page.text.partition("\n")[0].rstrip("\r")))
    try:
        file = checked(page, pairs_for)
    except CapqaError as error:
        line = visible(str(error))
        return (Problem(first_line, Severity.ERROR, NOT_CHECKED, line, line),)
    if file is None:
        return ()
    lines = map(visible, notes(file))
    noted = [Problem(first_line, Severity.NOTE, NOTE, line, line) for line in lines]
    return (*noted, *_of(file))


def _of(file: CheckedFile) -> Iterator[Problem]:
    for finding, suggestion in zip(file.findings, file.suggestions, strict=True):
        yield Problem(
            finding.segment.source_of(finding.span),
            finding.severity,
            finding.rule,
            _message(finding, suggestion),
            "\n".join(_prose.lines(finding, suggestion)),
        )


def _message(finding: Finding, suggestion: Suggestion | None) -> str:
    # The words themselves are marked.
    _, *rest = _prose.lines(finding, suggestion)
    return "\n".join([visible(finding.message), *rest[:1]])
