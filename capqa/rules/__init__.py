"""The checks, one module each: what a rule is given, and what its module must offer.

A rule is a module with a function ``check(segment, context)`` that returns its findings. Its
docstring says what the rule does, why that is bad, and shows an example.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from capqa.language.detection import Detector
    from capqa.model import Document, Finding, Segment

REQUIRED = ("check",)
"""The attributes the plugin loader asks of a rule's module."""


@dataclass(frozen=True, slots=True)
class RuleContext:
    """What a rule may know beside the segment; made once a document.

    ``min_confidence`` is the lowest confidence that is reported, from 0 to 1. ``page_language`` is
    the language most of the page is written in, where that could be told. ``page_names`` are the
    capitalised words of the page's own running text.
    """

    document: Document
    target_language: str
    detector: Detector
    min_confidence: float
    page_language: str | None = None
    page_names: Container[str] = ()


class RuleModule(Protocol):
    """The shape of a rule's module."""

    def check(self, segment: Segment, context: RuleContext) -> Iterable[Finding]:
        """Return what the rule objects to in a segment, in text order."""
