"""Finds translations that are the source itself.

## What it does
Reports a translation that reads as its source does, if at least one of its words belongs to the
source's language and not to the translation's.

## Why is this bad?
It was forgotten, or a tool filled it in to look finished.

## Reported
de 'Befreiungsaktion in Mossul' -> en 'Befreiungsaktion in Mossul'

## Clean
de 'Angela Merkel' -> en 'Angela Merkel'
de 'Software' -> en 'Software'
de 'NATO 2016' -> en 'NATO 2016'
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.model import Severity, Span
from capqa.translation_rules import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation_rules import Translation, TranslationContext

SEVERITY = Severity.ERROR
YIELDS_TO = ("untranslated",)

_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield a problem when source and translation are the same and it can be told."""
    source, target = translation.source_language, translation.target_language
    text = translation.text
    if source is None or source == target or _key(translation.source) != _key(text):
        return
    lexicon = context.lexicon(source, target)
    if any(lexicon.is_only_source_word(word) for word in _WORD.findall(text)):
        yield Problem(Span(0, len(text)), "is its own source")


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
