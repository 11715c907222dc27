"""Signs of a model gone astray: nothing, far too much, the same words over and over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.model import Check

if TYPE_CHECKING:
    from capqa.translation.checks.subject import Subject

_MOST_TIMES_LONGER: Final = 4
_ALWAYS_ALLOWED: Final = 40
_REPETITION: Final = re.compile(r"\b(\w{2,30}(?: \w{2,30}){0,3})(?: \1\b){2,}", re.IGNORECASE)


def check(subject: Subject) -> Check:
    """Check length, repetition and control characters."""
    problem = ""
    if not subject.text.strip():
        problem = "empty"
    elif len(subject.text) > max(_ALWAYS_ALLOWED, _MOST_TIMES_LONGER * len(subject.source)):
        problem = "far longer than the source"
    elif _REPETITION.search(subject.text) and not _REPETITION.search(subject.source):
        problem = "the same words over and over"
    elif any(ord(each) < 32 and each not in subject.source for each in subject.text):
        problem = "contains control characters"
    return Check("plausibility", passed=not problem, message=problem)
