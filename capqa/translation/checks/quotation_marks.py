"""Quotation marks and brackets: as many in the suggestion as in the source, of any shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.model import Check

if TYPE_CHECKING:
    from capqa.translation.checks.subject import Subject

_DOUBLE: Final = re.compile('["“”„‟«»]')
# A single mark is one only where it does not join letters, as in "government's".
_SINGLE: Final = re.compile(r"(?<!\w)['‘’‚‹›](?=\w)|(?<=[^\Ws])['‘’‚‹›](?!\w)")
_BRACKETS: Final = "()[]{}"


def check(subject: Subject) -> Check:
    """Count marks and brackets in source and suggestion."""
    if len(_DOUBLE.findall(subject.source)) != len(_DOUBLE.findall(subject.text)):
        return Check("quotation marks", passed=False, message="quotation marks differ in number")
    if len(_SINGLE.findall(subject.source)) > len(_SINGLE.findall(subject.text)):
        return Check("quotation marks", passed=False, message="single quotation marks were lost")
    for bracket in _BRACKETS:
        if subject.source.count(bracket) != subject.text.count(bracket):
            message = f"the number of {bracket} differs"
            return Check("quotation marks", passed=False, message=message)
    return Check("quotation marks", passed=True)
