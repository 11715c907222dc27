"""Nothing of the source language is left: no unknown part, no word that only it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.lazy_pattern import lazy_pattern
from capqa.translation.checks.listing import result

if TYPE_CHECKING:
    from capqa.model import Check
    from capqa.translation.checks.subject import Subject

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OTHER_SCRIPT: Final = lazy_pattern(r"[\u0370-\u1fff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff]+")
_KEPT = ("name", "exonym", "kept", "glossary")


def check(subject: Subject) -> Check:
    """Look for unknown parts, and for source words that stand unchanged in the suggestion."""
    unknown = [part.target for part in subject.parts if part.origin == "unknown"]
    if unknown:
        return result("untranslated", "left untranslated", unknown)
    if (
        subject.into_latin
        and not subject.text.isascii()
        and (letters := _OTHER_SCRIPT.findall(subject.text))
    ):
        return result("untranslated", "left in another script", letters)
    allowed = {
        word
        for part in (*subject.reading, *subject.parts)
        if part.origin in _KEPT
        for word in _WORD.findall(part.target)
    }
    source = set(_WORD.findall(subject.source))
    left = [
        word
        for word in dict.fromkeys(_WORD.findall(subject.text))
        if word in source and word not in allowed and len(word) > 2 and subject.is_foreign(word)
    ]
    return result("untranslated", "left untranslated", left)
