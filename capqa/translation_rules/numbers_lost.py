"""Finds numbers of the source that the translation lacks.

## What it does
Compares the numbers on both sides, however thousands and decimals are written there. Small ones
may be spelt out, months may have their name, and hours of the evening may be counted from noon.

## Why is this bad?
A wrong number of dead, of euros or of the year is an error of fact that looks like a fact.

## Reported
de '12.000 Menschen flohen 2016 aus Mossul' -> en '12,000 people fled Mosul'
de 'Am 17. Oktober 2016' -> en 'On October 18, 2016'
de '2,5 Millionen Euro' -> en '25 million euros'

## Clean
de '3.000 Soldaten, 2,50 Euro' -> en '3,000 soldiers, 2.5 euros'
de 'Die 2 Kinder am 5.3.2020 um 20 Uhr' -> en 'The two children on March 5, 2020 at 8 p.m.'
fr '1 500 personnes' -> de '1500 Menschen'
ar '٣٠٠٠ جندي' -> en '3,000 soldiers'
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from capqa.model import Severity, Span
from capqa.translation_rules import Problem
from capqa.translation_rules._figures import figures, is_hour, is_spelt_out, months

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation_rules import Translation, TranslationContext

SEVERITY = Severity.ERROR


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield one problem with all numbers lost, at the one that stands instead if there is."""
    source, text = translation.source, translation.text
    here = figures(text)
    wanted = Counter(each.value for each in figures(source))
    found = Counter(each.value for each in here)
    lost = [
        value
        for value in (wanted - found)
        if not (is_spelt_out(value, text) or is_hour(value, text) or _is_century(value, found))
        and not (value in months(source) and "0" not in value)
    ]
    if not lost:
        return
    new = [each for each in here if not wanted[each.value] and each.value not in months(text)]
    span = new[0].span if len(new) == len(lost) == 1 else Span(0, len(text))
    numbers = ", ".join(lost[:3]) + (", ..." if len(lost) > 3 else "")
    instead = f"; {new[0].value} stands here" if len(new) == len(lost) == 1 else ""
    yield Problem(span, f"lost: {numbers}{instead}")


def _is_century(value: str, found: Counter[str]) -> bool:
    """Return whether only the century of a year was left out: 1990er, '90s."""
    return len(value) == 4 and value.isdigit() and found[value[2:].lstrip("0") or "0"] > 0
