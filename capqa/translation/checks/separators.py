"""Separators and line breaks: the suggestion has the same ones in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Check
from capqa.translation.separators import separators

if TYPE_CHECKING:
    from capqa.translation.checks.subject import Subject


def check(subject: Subject) -> Check:
    """Compare " | ", ": ", "+++", dashes between spaces and line breaks."""
    wanted, found = separators(subject.source), separators(subject.text)
    if wanted == found:
        return Check("separators", passed=True)
    message = (
        f"separators differ: {' '.join(map(repr, wanted))} became {' '.join(map(repr, found))}"
    )
    return Check("separators", passed=False, message=message)
