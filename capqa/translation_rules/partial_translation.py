"""Finds fragments of the source that were left in the translation.

## What it does
Reports a run of words in the source's language that stands in the source letter by letter. Names,
code and titles that the detector sets aside are left alone, and so are single words and what stands
in brackets behind its translation.

## Why is this bad?
Half a sentence cannot be read, and the reader sees that nobody looked.

## Reported
de 'Irak | Befreiungsaktion in Mossul' -> en 'Iraq | Befreiungsaktion in Mossul'
en 'Delete the selected files' -> de 'Löschen Sie the selected files'

## Clean
de 'Irak | Befreiungsaktion in Mossul' -> en 'Iraq | Liberation operation in Mosul'
en 'Run sphinx-build to build it' -> fr 'Lancez sphinx-build pour la construire'

## Measured
0.5 findings per 1,000 clean translations, 0.7 in languages it was not tuned on; 81 % of 300
planted errors found. By hand: of eight findings looked at four were commands that stay as they
are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.language.languages import canonical
from capqa.language_names import language_name
from capqa.model import Severity
from capqa.translation_rules import Problem
from capqa.translation_rules._foreign import foreign_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.model import Span
    from capqa.translation_rules import Translation, TranslationContext

SEVERITY = Severity.ERROR
YIELDS_TO = ("untranslated",)

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS: Final = 2
_CODE: Final = re.compile(r"(?<!\S)--?\w|\w[_=]\w|\(\)")


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield a problem for each fragment left."""
    source, text = translation.source_language, translation.text
    if source is None or canonical(source) == canonical(translation.target_language):
        return
    if text.split() == translation.source.split():
        return
    folded = " ".join(translation.source.casefold().split())
    for found in foreign_spans(translation, context):
        if found.language != canonical(source):
            continue
        fragment = found.span.of(text)
        words = _WORD.findall(fragment)
        if (
            len(words) >= _FEWEST_WORDS
            and " ".join(fragment.casefold().split()) in folded
            and not _CODE.search(fragment)
            and not _is_explained(text, found.span)
            and found.confidence >= context.detector(translation.target_language).threshold
        ):
            message = f"{language_name(found.language)} left from the source"
            yield Problem(found.span, message, confidence=found.confidence)


def _is_explained(text: str, span: Span) -> bool:
    """Return whether a fragment stands in brackets, as the original of the words before it."""
    return (
        text[max(0, span.start - 3) : span.start].rstrip()[-1:] == "("
        and text[span.end : span.end + 3].lstrip()[:1] == ")"
    )
