"""Finds white space that does not belong: doubled, before a comma, lost after a full stop.

## What it does
Reports doubled spaces and spaces before punctuation that the source does not have. French puts one
before : ; ? ! and inside « », which is left alone.

## Why is this bad?
It shows on the page, breaks lines where they must not break, and marks careless work.

## Reported
de 'Die Stadt ist frei.' -> en 'The town  is free.'
de 'Ja, die Stadt' -> en 'Yes , the town'

## Clean
en 'Why?' -> fr 'Pourquoi ?'
de 'Die  Stadt' -> en 'The  town'
de 'Ende ...' -> en 'The end ...'
en 'A .NET page' -> de 'Eine .NET-Seite'
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
NEEDS_SOURCE = False
FOR_SUGGESTIONS = True

_DOUBLED: Final = re.compile(r"(?<=\S)[ \u00a0\u202f]{2,}(?=\S)")
_BEFORE: Final = re.compile(r"(?<=\w)[ \u00a0\u202f]+(?=[,.](?:[ \n\"”“)]|$))")
_BEFORE_HIGH: Final = re.compile(r"(?<=\w)[ \u00a0\u202f]+(?=[;:?!](?:[ \n\"”“)]|$))")


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield a problem for each place, with what should stand there."""
    source, text = translation.source, translation.text
    for pattern, replacement, message in (
        (_DOUBLED, " ", "white space is doubled"),
        (_BEFORE, "", "white space before punctuation"),
        *(
            []
            if translation.target_language == "fr"
            else [(_BEFORE_HIGH, "", "white space before punctuation")]
        ),
    ):
        if source and pattern.search(source):
            continue
        for found in pattern.finditer(text):
            yield Problem(Span(*found.span()), message, replacement=replacement)
