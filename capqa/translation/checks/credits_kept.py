"""Credits: agencies and copyright signs of the source stand in the suggestion too."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from capqa.translation.checks.listing import result
from capqa.translation.grammar.credits import CREDIT

if TYPE_CHECKING:
    from capqa.model import Check
    from capqa.translation.checks.subject import Subject


def check(subject: Subject) -> Check:
    """Compare the agencies and signs of source and suggestion."""
    lost = Counter(CREDIT.findall(subject.source)) - Counter(CREDIT.findall(subject.text))
    return result("credits", "credits lost", list(lost))
