"""What a rule objects to in a translation, be it one for translations or for all texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from capqa import plugins
from capqa.model import Document, Segment
from capqa.rules import REQUIRED as PAGE_REQUIRED
from capqa.rules import RuleContext
from capqa.translation_rules import GROUP, REQUIRED, Problem

if TYPE_CHECKING:
    from capqa.rules import RuleModule
    from capqa.translation_rules import Translation, TranslationContext, TranslationRule

OF_PAGES: Final = ("hidden-bidi-control", "mixed-script-word")
"""Rules that look at all texts, and so at translations."""

ALL: Final = tuple(sorted((*plugins.names(GROUP), *OF_PAGES)))
"""The names of the rules measured."""

_NO_DOCUMENT: Final = Document("sample.txt", "text", b"", "", "utf-8", b"", ())


def objection(name: str, translation: Translation, context: TranslationContext) -> Problem | None:
    """Return the first problem that a rule has with a translation, None if it has none."""
    if name in OF_PAGES:
        return _of_page(name, translation, context)
    rule = cast("TranslationRule", plugins.load(GROUP, name, REQUIRED))
    return next(iter(rule.check(translation, context)), None)


def _of_page(name: str, translation: Translation, context: TranslationContext) -> Problem | None:
    rule = cast("RuleModule", plugins.load("capqa.rules", name, PAGE_REQUIRED))
    language = translation.target_language
    segment = Segment(translation.text, translation.role, 0, 1, language=language)
    around = RuleContext(_NO_DOCUMENT, language, context.detector("en"), 0.65)
    finding = next(iter(rule.check(segment, around)), None)
    return Problem(finding.span, finding.message) if finding else None
