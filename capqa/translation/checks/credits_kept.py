"""Credits: agencies and copyright signs of the source stand in the suggestion too."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from capqa.translation.checks.listing import result

if TYPE_CHECKING:
    from capqa.model import Check
    from capqa.translation.checks.subject import Subject

_CREDIT: Final = re.compile(
    r"©|\([cC]\)|\b(?:AFP|AP|dpa|DPA|Reuters|REUTERS|Getty Images|Getty|picture[- ]alliance|EPA|"
    r"epa|"
    r"imago|IMAGO|Imago|KNA|epd|Xinhua|TASS|ANSA|Anadolu|Abaca|abaca|ZUMA|NurPhoto|Sputnik)\b"
)


def check(subject: Subject) -> Check:
    """Compare the agencies and signs of source and suggestion."""
    lost = Counter(_CREDIT.findall(subject.source)) - Counter(_CREDIT.findall(subject.text))
    return result("credits", "credits lost", list(lost))
