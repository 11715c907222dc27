"""What of a translation is in another language than it should be."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from capqa.language.languages import INDEX, canonical
from capqa.translation_rules._running_text import running_text

if TYPE_CHECKING:
    from capqa.language.detection import Detector, ForeignSpan
    from capqa.model import Role
    from capqa.translation_rules import Translation, TranslationContext


def foreign_spans(translation: Translation, context: TranslationContext) -> tuple[ForeignSpan, ...]:
    """Return the spans of other languages; none for a target language nothing is known of."""
    target = canonical(translation.target_language)
    if target not in INDEX:
        return ()
    return _spans(context.detector(target), translation.text, translation.role)


# Two rules ask for the same translation, one after the other.
@lru_cache(maxsize=2)
def _spans(detector: Detector, text: str, role: Role) -> tuple[ForeignSpan, ...]:
    return tuple(detector.foreign_spans(running_text(text), role=role))
