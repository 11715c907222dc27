"""Finds quotation marks that the translation lacks, adds or leaves open.

## What it does
Compares the number of double quotation marks of any shape on both sides, and finds those that are
opened and not closed.

## Why is this bad?
A quotation becomes the newsroom's own words, or the newsroom's words somebody's.

## Reported
de 'Er nannte es "Krieg"' -> en 'He called it war'
de 'Er nannte es „Krieg“' -> en 'He called it “war'

## Clean
de 'Er nannte es „Krieg“' -> en 'He called it "war"'
fr 'Une « opération »' -> en 'An “operation”'
de 'Er nannte es „Krieg“' -> en "He called it 'war'"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.model import Severity, Span
from capqa.translation_rules import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation_rules import Translation, TranslationContext

SEVERITY = Severity.WARNING

_DOUBLE: Final = re.compile(r"[\"“”„‟«»「」『』〝〞＂]|(?<!\w)''|''(?!\w)|``")
_TAG: Final = re.compile(r"<[^<>]{0,400}>")
# Single marks may be a quotation's in one language and double ones in the other.
_SINGLE: Final = re.compile(r"(?<!\w)['‘‚‹](?=\w)|(?<=[\w.,!?])['’›](?!\w)")
_INCHES: Final = re.compile(r"(?<=\d)\"")


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield a problem when the numbers of quotation marks do not fit each other."""
    wanted, found = _marks(translation.source), _marks(translation.text)
    if wanted % 2 or wanted == found:
        return
    text = translation.text
    whole = Span(0, len(text))
    if found % 2:
        last = list(_DOUBLE.finditer(text))
        yield Problem(Span(*last[-1].span()) if last else whole, "a quotation is left open")
        return
    singles = len(_SINGLE.findall(text)), len(_SINGLE.findall(translation.source))
    if found < wanted and singles[0] < wanted - found:
        yield Problem(whole, f"{wanted - found} quotation marks lost")
    elif found > wanted and singles[1] < found - wanted:
        yield Problem(whole, f"{found - wanted} quotation marks more than the source")


def _marks(text: str) -> int:
    return len(_DOUBLE.findall(_INCHES.sub("", _TAG.sub("", text))))
