"""Finds quotation marks that the translation lacks or leaves open.

## What it does
Finds quotations that are opened and not closed although the source's are, and sources with
quotations whose translation has fewer. Marks of any shape count, single ones and backticks too.
Quotations that the translation adds are left alone, for languages mark names and titles so.

## Why is this bad?
A quotation becomes the newsroom's own words.

## Reported
de 'Er nannte es "Krieg"' -> en 'He called it war'
de 'Er nannte es „Krieg“' -> en 'He called it “war'

## Clean
de 'Er nannte es „Krieg“' -> en 'He called it "war"'
fr 'Une « opération »' -> en 'An “operation”'
de 'Er nannte es „Krieg“' -> en "He called it 'war'"
en 'Delete “{name}”?' -> nl 'Weet u zeker dat u ‘{name}’ wilt verwijderen?'
de 'Ein 5" großes Bild' -> en 'A 5-inch picture'

## Measured
0.7 findings per 1,000 clean translations, 2.4 in languages it was not tuned on; 100 % of 300
planted errors found. By hand: of eleven findings looked at nine had rewritten the sentence
without the quotation.
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
_SINGLE: Final = re.compile(r"(?<!\w)['‘‚‹`](?=\S)|(?<=\S)['’‘›`](?!\w)")
# Inches, and what Hebrew writes in abbreviations.
_NO_MARKS: Final = re.compile(r"(?<=\d)\"|(?<=[\u05d0-\u05ea])\"(?=[\u05d0-\u05ea])")


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
    singles = len(_SINGLE.findall(text))
    if found < wanted and singles < wanted - found:
        yield Problem(whole, f"{wanted - found} quotation marks lost")


def _marks(text: str) -> int:
    return len(_DOUBLE.findall(_NO_MARKS.sub("", _TAG.sub("", text))))
