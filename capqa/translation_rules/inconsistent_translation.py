"""Finds a source that is translated in different ways in one document.

## What it does
Reports every translation of a source that differs from the document's most frequent one of it, in
more than case and white space.

## Why is this bad?
Readers take two names for two things, and reviewers do their work twice.

## Reported
No example stands alone: it takes two translations of one source.

## Clean
de 'Die Stadt' -> en 'The town'
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from capqa.model import Severity, Span
from capqa.translation_rules import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation_rules import Translation, TranslationContext

SEVERITY = Severity.NOTE


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield a problem when most translations of the source read otherwise."""
    others = context.translations.get(translation.source, ())
    if len(others) < 2:
        return
    counted = Counter(map(_key, others))
    # Of equally frequent ones the first counts.
    (usual, count), *rest = counted.most_common()
    own = _key(translation.text)
    if own != usual and rest:
        first = next(text for text in others if _key(text) == usual)
        times = f"{count} times " if count > 1 else ""
        yield Problem(Span(0, len(translation.text)), f"elsewhere {times}{first[:80]!r}")


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
