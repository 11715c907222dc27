"""Glosses: a dictionary lists what a word can mean, and nobody has chosen what it means here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.translation.checks.listing import result

if TYPE_CHECKING:
    from capqa.model import Check
    from capqa.translation.checks.subject import Subject


def check(subject: Subject) -> Check:
    """Fail what holds words looked up in a dictionary, naming them."""
    glossed = [part.target for part in subject.parts if part.origin == "gloss"]
    return result("glosses", "from a dictionary, sense not verified", glossed)
