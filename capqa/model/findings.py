"""What rules object to in a document, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from capqa.digest import blake2b

# Not for type checkers alone: what is stored is verified by the annotations when it is read.
from capqa.model.documents import Segment, Span  # noqa: TC001


class Severity(StrEnum):
    """How grave a finding is for the gate."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a word counts for or against a language.

    ``weight`` is a log-odds in nats: positive speaks for the finding's language, negative for the
    target language, 0 is neutral.
    """

    span: Span
    text: str
    kind: str
    weight: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule objects; ``span`` is within ``segment.text``.

    ``replacement`` is what should stand there, where the rule itself knows.
    """

    rule: str
    document: str
    segment: Segment
    span: Span
    message: str
    language: str
    confidence: float
    severity: Severity = Severity.ERROR
    evidence: tuple[Evidence, ...] = ()
    replacement: str | None = None

    @property
    def text(self) -> str:
        """The words objected to."""
        return self.span.of(self.segment.text)

    @property
    def line(self) -> int:
        """The line in the document where the span starts, from 1."""
        run = self.segment.run_at(self.span.start)
        if run is not None:
            return run.line
        return self.segment.line + self._before.count("\n")

    @property
    def column(self) -> int:
        """The column in that line where the span starts, from 1, in code points."""
        run = self.segment.run_at(self.span.start)
        if run is not None:
            exact = run.length == run.source_length
            return run.column + (self.span.start - run.start if exact else 0)
        newline = self._before.rfind("\n")
        return self.segment.column + len(self._before) if newline < 0 else self.span.start - newline

    @property
    def _before(self) -> str:
        return self.segment.text[: self.span.start]

    @property
    def fingerprint(self) -> str:
        """An identity that survives edits elsewhere in the file; it knows no line numbers."""
        same_before = self._before.count(self.text) if self.text else 0
        parts = (
            self.rule,
            self.text,
            self.segment.text,
            self.segment.previous,
            self.segment.following,
            str(self.segment.occurrence),
            str(same_before),
        )
        # A JSON file may hold half a surrogate pair; it must not keep the rest from being checked.
        joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
        return blake2b(joined, digest_size=10).hexdigest()
