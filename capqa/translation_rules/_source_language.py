"""Which language a document translates from, where it does not say."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from capqa.language.languages import INDEX, canonical
from capqa.translation_rules._running_text import running_text

if TYPE_CHECKING:
    from capqa.model import Document
    from capqa.translation_rules import TranslationContext

_LOOKED_AT: Final = 60
_LONGEST: Final = 1000
_FEWEST_LETTERS: Final = 20
_SHARE: Final = 0.7


def source_language(
    document: Document, target_language: str, context: TranslationContext
) -> str | None:
    """Return the language most of what a document translates is in, None where it is not clear.

    Gettext catalogues mostly say what they are translated to and not from what.
    """
    target = canonical(document.language or target_language)
    if target not in INDEX:
        return None
    sources = (each.translation_of for each in document.segments if each.translation_of)
    letters: Counter[str] = Counter()
    for source in islice(dict.fromkeys(sources), _LOOKED_AT):
        for found in context.detector(target).foreign_spans(running_text(source[:_LONGEST])):
            letters[found.language] += len(found.span)
    if not letters:
        return None
    language, count = letters.most_common(1)[0]
    clear = count >= max(_FEWEST_LETTERS, _SHARE * letters.total())
    return language if clear else None
