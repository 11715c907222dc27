"""Figures and dates: every number of the source stands in the suggestion, and none is new."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from capqa.translation.checks.listing import result

if TYPE_CHECKING:
    from capqa.model import Check
    from capqa.translation.checks.subject import Subject

_FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)*")


def check(subject: Subject) -> Check:
    """Compare the figures, however thousands and decimals are written; "07" is 7."""
    wanted = Counter(_figures(_without_translated(subject)))
    # A full hour gains its minutes: "20 Uhr" is 20:00.
    found = Counter(_figures(re.sub(r"(?<=\d):00\b", "", subject.text)))
    lost = [f"{figure} is lost" for figure in (wanted - found)]
    new = [f"{figure} is new" for figure in (found - wanted)]
    return result("numbers", "numbers differ", lost + new)


def _figures(text: str) -> list[str]:
    return [
        re.sub(r"[.,]", "", found.group()).lstrip("0") or "0" for found in _FIGURE.finditer(text)
    ]


def _without_translated(subject: Subject) -> str:
    # "1. Weltkrieg" is World War I: a term's own figure is the glossary's business.
    text = list(subject.source)
    for part in subject.reading:
        if part.origin != "glossary" or not _has_figure(part.span.of(subject.source)):
            continue
        if not _has_figure(part.target) and part.target in subject.text:
            text[part.span.start : part.span.end] = " " * len(part.span)
    return "".join(text)


def _has_figure(text: str) -> bool:
    return any(map(str.isdigit, text))
