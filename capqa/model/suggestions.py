"""What is proposed for a finding, and what is known of each of its words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# Not for type checkers alone: what is stored is verified by the annotations when it is read.
from capqa.model.documents import Span  # noqa: TC001


class Verdict(StrEnum):
    """What became of a glossary term in a suggestion."""

    KEPT = "kept"
    MISSING = "missing"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class TermVerdict:
    """A glossary term that the source contains, and whether the suggestion honours it."""

    source: str
    target: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Check:
    """One verification of our own fix: its name, whether it passed, and what was wrong."""

    name: str
    passed: bool
    message: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One word or term of a suggestion and where it comes from.

    ``span`` covers the source words (relative to the translated text), ``target`` is what they
    became. ``origin`` is one of "glossary", "compound", "typo", "exonym", "name", "function",
    "engine", "memory", "similar", "gloss", "kept" and "unknown". What is from the "memory" was
    decided on this very text; what is "similar" was decided on a text like it, and ``detail`` tells
    which words differ. A gloss is from a dictionary, its sense chosen by nobody. An unknown part
    stands in the suggestion as it stood in the source.
    """

    span: Span
    target: str
    origin: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed replacement for a finding's span.

    ``origin`` says which engine spoke and its version. ``alternatives`` are other texts, best
    first, without ``text`` itself.
    """

    text: str
    origin: str
    alternatives: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    terms: tuple[TermVerdict, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words left untranslated because nothing known covers them."""
        return tuple(part.target for part in self.parts if part.origin == "unknown")

    @property
    def compliant(self) -> bool:
        """Whether every term was verified as kept, every check passed and nothing is unknown."""
        return (
            bool(self.checks)
            and all(check.passed for check in self.checks)
            and all(term.verdict is Verdict.KEPT for term in self.terms)
            and not self.unknown
        )
