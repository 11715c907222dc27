"""Names: persons, brands and places keep their name, places in the target language's spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.translation.checks.listing import result
from capqa.translation.grammar.names import TAKEN_FOR_A_NAME

if TYPE_CHECKING:
    from capqa.model import Check
    from capqa.translation.checks.subject import Subject

_NAMES = ("name", "exonym")


def check(subject: Subject) -> Check:
    """Look for every certain name of the source in the suggestion."""
    text = subject.text.casefold()
    certain = dict.fromkeys(
        part.target
        for part in subject.reading
        if part.origin in _NAMES and part.detail != TAKEN_FOR_A_NAME and part.target
    )
    lost = [name for name in certain if name.casefold() not in text]
    return result("names", "names lost", lost)
