"""Web addresses, handles, hashtags and file names stand in the suggestion as in the source."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from capqa.translation.checks.listing import result
from capqa.translation.grammar.addresses import addresses

if TYPE_CHECKING:
    from capqa.model import Check
    from capqa.translation.checks.subject import Subject


def check(subject: Subject) -> Check:
    """Compare the addresses of source and suggestion."""
    lost = Counter(addresses(subject.source)) - Counter(addresses(subject.text))
    return result("addresses", "addresses lost or changed", list(lost))
