"""The source: a text that was decided on another source, however alike, is not a translation of it.

A name or "nicht" more is one word of difference and another caption.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Check

if TYPE_CHECKING:
    from capqa.translation.checks.subject import Subject


def check(subject: Subject) -> Check:
    """Fail what the memory found for a text that is only like this one, naming the differences."""
    differences = [part.detail for part in subject.parts if part.origin == "similar"]
    return Check("same source", passed=not differences, message="; ".join(differences))
