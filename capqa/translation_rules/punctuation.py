"""Finds translations that end otherwise than their source: without its full stop, with another.

## What it does
Compares how source and translation end: with a full stop, a question mark, an exclamation mark, a
colon, an ellipsis, or none of them, each in the marks of its language. In Spanish a question or
exclamation has to be opened too.

## Why is this bad?
A question becomes a statement; captions of one page end in two ways.

## Reported
de 'Was nun?' -> en 'What now.'
en 'The town is free.' -> de 'Die Stadt ist frei'
en 'Why?' -> es 'Por qué?'

## Clean
de 'Was nun?' -> en 'What now?'
en 'Why?' -> es '¿Por qué?'
en 'Why?' -> ar 'لماذا؟'
de '"Was nun?"' -> en '“What now?”'
fr 'Pourquoi ?' -> en 'Why?'
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.model import Severity, Span
from capqa.translation_rules import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation_rules import Translation, TranslationContext

SEVERITY = Severity.NOTE

_ENDS: Final = {
    ".": "a full stop",
    "?": "a question mark",
    "!": "an exclamation mark",
    ":": "a colon",
    "…": "an ellipsis",
    "": "no mark",
}
_SAME: Final = str.maketrans(
    {"。": ".", "।": ".", "۔": ".", "؟": "?", "？": "?", "！": "!", "：": ":", ";": ";", "‼": "!"}
)
_CLOSING: Final = "\"'“”‘’»«›‹)]}>*_ \u00a0\u202f\t\n\r"
_ABBREVIATION: Final = re.compile(r"(?:\b[^\W\d_]{1,4}|\d)\.$")
_OPENED: Final = {"?": "¿", "!": "¡"}


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield a problem when the ends differ, and for a Spanish question that is not opened."""
    text = translation.text.rstrip(_CLOSING)
    wanted, found = _end(translation.source), _end(translation.text)
    if not text:
        return
    span = Span(max(0, len(text) - 1), len(text))
    if wanted != found and not _by_abbreviation(translation):
        yield Problem(span, f"ends with {_ENDS[found]}, its source with {_ENDS[wanted]}")
        return
    opened = _OPENED.get(found) if translation.target_language == "es" else None
    if opened and opened not in text:
        yield Problem(span, f"is not opened by {opened}")


def _end(text: str) -> str:
    text = text.translate(_SAME).rstrip(_CLOSING)
    if text.endswith(("...", "…")):
        return "…"
    end = text[-1:]
    if end in "?!" and end:
        return "?" if "?" in text[-3:] else "!"
    return end if end in _ENDS else ""


def _by_abbreviation(translation: Translation) -> bool:
    """Return whether a full stop may belong to a short word: "etc.", "Dr.", "a.m."."""
    texts = (translation.source, translation.text)
    return any(
        _end(text) == "." and bool(_ABBREVIATION.search(text.rstrip(_CLOSING))) for text in texts
    )
