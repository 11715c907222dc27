"""The work itself: a record in, its findings out, and nothing else touched."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa import pipeline

if TYPE_CHECKING:
    from capqa.audit.choices import Choices
    from capqa.audit.records import AuditRecord
    from capqa.config import Settings
    from capqa.model import Document, Finding, Suggestion

_REMEMBERED: Final = 20_000
_LONGEST_REMEMBERED: Final = 500


class Audited(NamedTuple):
    """What was found in a record: findings with a suggestion or None each, how many texts it has,
    how many of them have findings, and how many findings its own comments pass over.

    ``is_foreign`` says that the record as a whole is in another language than its pages should be.
    """

    findings: tuple[Finding, ...]
    suggestions: tuple[Suggestion | None, ...]
    texts: int
    flagged: int
    suppressed: int
    is_foreign: bool


class Auditor:
    """Audits one record after the other; what it remembers changes no result."""

    def __init__(self, choices: Choices) -> None:
        """Audit as one was told."""
        self._settings = choices.settings
        # An archive has the same caption on a thousand pages.
        self._suggestions: OrderedDict[tuple[object, ...], Suggestion | None] = OrderedDict()

    def audited(self, record: AuditRecord) -> Audited:
        """Return what is found in a record.

        Raises PluginError or ConfigurationError, which concern all records.
        """
        document = record.document
        settings = self._settings
        checked = pipeline.check_document(document, settings, engines=())
        return Audited(
            checked.findings,
            tuple(self._suggested(document, finding) for finding in checked.findings),
            _texts(document, settings),
            len({(each.segment.start, each.segment.text) for each in checked.findings}),
            len(checked.suppressed),
            bool(checked.note),
        )

    def _suggested(self, document: Document, finding: Finding) -> Suggestion | None:
        segment = finding.segment
        target = self._settings.for_file(document.name).target
        key = (
            target,
            finding.rule,
            finding.language,
            finding.span,
            finding.replacement,
            replace(segment, start=0, line=1, column=1, locator="", occurrence=0, runs=()),
            pipeline.page_names(document).all(),
        )
        if key in self._suggestions:
            self._suggestions.move_to_end(key)
            return self._suggestions[key]
        (suggestion,) = pipeline.suggest(
            document, (finding,), self._settings, engines=pipeline.EMBEDDED_ENGINES
        )
        if len(segment.text) <= _LONGEST_REMEMBERED:
            self._suggestions[key] = suggestion
            if len(self._suggestions) > _REMEMBERED:
                self._suggestions.popitem(last=False)
        return suggestion


def _texts(document: Document, settings: Settings) -> int:
    roles = settings.for_file(document.name).roles
    if roles is None:
        return len(document.segments)
    return sum(segment.role in roles for segment in document.segments)
