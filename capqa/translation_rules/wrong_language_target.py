"""Finds translations that are in another language than they should be.

## What it does
Reports a translation nearly all words of which are in one other language: the source's, or the one
of another file. Short texts, names and what is its own source are left alone.

## Why is this bad?
Readers get a text they cannot read, mostly because two files or columns were swapped.

## Reported
de 'Die Stadt ist seit Montag frei' -> en 'La ville est libre depuis lundi'
en 'The town has been free since Monday' -> pl 'Die Stadt ist seit Montag wieder frei'

## Clean
de 'Die Stadt ist seit Montag frei' -> en 'The town has been free since Monday'
de 'Angela Merkel' -> en 'Angela Merkel'

## Measured
0.1 findings per 1,000 clean translations, 0.0 in languages it was not tuned on; 85 % of 300
planted errors found. By hand: both findings looked at were wrong.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from capqa.language.languages import FAMILIES, INDEX, SCRIPTS, Script, canonical
from capqa.language.scripts import UNSPACED
from capqa.language_names import language_name
from capqa.model import Severity, Span
from capqa.translation_rules import Problem
from capqa.translation_rules._foreign import foreign_spans
from capqa.translation_rules._running_text import running_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation_rules import Translation, TranslationContext

SEVERITY = Severity.ERROR
YIELDS_TO = ("untranslated",)

_DENSE: Final = UNSPACED | {Script.HANGUL}
_FEWEST_WORDS: Final = 4
# Danish and Norwegian, Spanish and Catalan, Russian and Serbian share whole sentences.
_FEWEST_WORDS_OF_A_SISTER: Final = 8
_SHARE: Final = 0.75


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield a problem when most letters of a translation are of one other language."""
    text = translation.text
    target = INDEX.get(canonical(translation.target_language))
    words = running_text(text).split()
    # Without spaces between words a few Latin ones weigh as much as whole sentences.
    if target is None or SCRIPTS[target] in _DENSE or len(words) < _FEWEST_WORDS:
        return
    if text.split() == translation.source.split():
        return
    letters: Counter[str] = Counter()
    surest: dict[str, float] = {}
    for found in foreign_spans(translation, context):
        # What stands in the source was left from it: `partial-translation` says so.
        if found.span.of(text) in translation.source:
            continue
        if canonical(found.language) == canonical(translation.target_language):
            continue
        letters[found.language] += _letters(found.span.of(text))
        surest[found.language] = max(surest.get(found.language, 0), found.confidence)
    if not letters:
        return
    (language, count), *_ = letters.most_common(1)
    if len(words) < _FEWEST_WORDS_OF_A_SISTER and _are_sisters(INDEX[language], target):
        return
    threshold = context.detector(translation.target_language).threshold
    if count >= _SHARE * sum(map(len, words)) and surest[language] >= threshold:
        message = f"is {language_name(language)}, not {language_name(translation.target_language)}"
        yield Problem(Span(0, len(text)), message, confidence=surest[language])


def _are_sisters(language: int, other: int) -> bool:
    same_script = SCRIPTS[language] is SCRIPTS[other] is not Script.LATIN
    return same_script or FAMILIES[language] == FAMILIES[other]


def _letters(text: str) -> int:
    return sum(not character.isspace() for character in text)
