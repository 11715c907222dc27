"""Applying the rules to a document's translations, and to our own suggestions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from capqa import plugins
from capqa.model import Check, Finding, Role
from capqa.translation_rules import (
    GROUP,
    REQUIRED,
    Translation,
    TranslationContext,
    translation_in,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from capqa.language.detection import Detector
    from capqa.model import Document, Segment, Severity, Suggestion
    from capqa.translation.lexicon.lexicon import Lexicon
    from capqa.translation_rules import TranslationRule


class AppliedRule(NamedTuple):
    """A rule in force: ``asked_for`` tells that the settings name it."""

    name: str
    module: TranslationRule
    severity: Severity
    asked_for: bool

    def applies_to(self, segment: Segment) -> bool:
        """Return whether the rule looks at a segment."""
        if segment.translation_of:
            return True
        if getattr(self.module, "NEEDS_SOURCE", True):
            return False
        is_cue = segment.role is Role.CUE and getattr(self.module, "FOR_CUES", False)
        return self.asked_for or is_cue


def rules_in_force(
    only: tuple[str, ...] | None, severities: Mapping[str, Severity | None]
) -> list[AppliedRule]:
    """Return the rules to apply: those named in ``only``, None meaning all that are on.

    ``severities`` are the settings' own, None for a rule that is off. Raises PluginError when a
    rule cannot be loaded.
    """
    found = []
    for name in plugins.names(GROUP):
        if (only is not None and name not in only) or severities.get(name, ...) is None:
            continue
        module = cast("TranslationRule", plugins.load(GROUP, name, REQUIRED))
        asked_for = name in severities or only is not None
        if asked_for or getattr(module, "ON", True):
            severity = severities.get(name) or module.SEVERITY
            found.append(AppliedRule(name, module, severity, asked_for))
    return found


def context_of(
    document: Document | None,
    lexicon: Callable[[str, str], Lexicon],
    detector: Callable[[str], Detector],
) -> TranslationContext:
    """Return what the rules may know of a document; None where there is none."""
    translations: dict[str, list[str]] = {}
    for segment in document.segments if document else ():
        if segment.translation_of:
            translations.setdefault(segment.translation_of, []).append(segment.text)
    return TranslationContext(lexicon, detector, translations)


def findings(
    document: Document,
    segments: Iterable[Segment],
    rules: list[AppliedRule],
    target_language: str,
    context: TranslationContext,
) -> Iterator[Finding]:
    """Yield what the rules object to in a document's segments, one after the other."""
    for segment in segments:
        translation = translation_in(segment, target_language)
        for rule in rules:
            if not rule.applies_to(segment):
                continue
            for problem in rule.module.check(translation, context):
                yield Finding(
                    rule=rule.name,
                    document=document.name,
                    segment=segment,
                    span=problem.span,
                    message=problem.message,
                    language=translation.target_language,
                    confidence=problem.confidence,
                    severity=rule.severity,
                    replacement=problem.replacement,
                )


def verified(
    suggestion: Suggestion, finding: Finding, target_language: str, context: TranslationContext
) -> Suggestion:
    """Return a suggestion with the results of the rules that our own have to pass."""
    translation = Translation(
        finding.text, suggestion.text, finding.language, target_language, finding.segment.role
    )
    checks = []
    for name in plugins.names(GROUP):
        module = cast("TranslationRule", plugins.load(GROUP, name, REQUIRED))
        if getattr(module, "FOR_SUGGESTIONS", False):
            problem = next(iter(module.check(translation, context)), None)
            message = problem.message if problem else ""
            checks.append(Check(name, passed=problem is None, message=message))
    return replace(suggestion, checks=(*suggestion.checks, *checks)) if checks else suggestion
