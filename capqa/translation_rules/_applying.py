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
    plural_form,
    translation_in,
)
from capqa.translation_rules._source_language import source_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from capqa.language.detection import Detector
    from capqa.model import Document, Segment, Severity, Suggestion
    from capqa.translation.lexicon.lexicon import Lexicon
    from capqa.translation_rules import Problem, TranslationRule

_FOR_SUGGESTIONS = "FOR_SUGGESTIONS"


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

    def yields(self, problem: Problem, others: Iterable[Finding]) -> bool:
        """Return whether a rule that this one yields to reports the same place."""
        first: tuple[str, ...] = getattr(self.module, "YIELDS_TO", ())
        return bool(first) and any(
            other.rule in first and other.span.overlaps(problem.span) for other in others
        )


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
    translations: dict[str, dict[str, int]] = {}
    for segment in document.segments if document else ():
        if segment.translation_of and plural_form(segment) is None:
            counted = translations.setdefault(segment.translation_of, {})
            counted[segment.text] = counted.get(segment.text, 0) + 1
    return TranslationContext(lexicon, detector, translations)


def findings(
    document: Document,
    segments: Iterable[Segment],
    rules: list[AppliedRule],
    target_language: str,
    context: TranslationContext,
    others: Iterable[Finding] = (),
) -> Iterator[Finding]:
    """Yield what the rules object to in a document's segments, one after the other.

    ``others`` are what other rules found there: what overlaps with one of a rule that ours yields
    to is left out.
    """
    found_before: dict[int, list[Finding]] = {}
    for finding in others:
        found_before.setdefault(id(finding.segment), []).append(finding)
    guess: list[str | None] = []
    for segment in segments:
        applied = [rule for rule in rules if rule.applies_to(segment)]
        if not applied:
            continue
        translation = translation_in(segment, target_language)
        if translation.source and translation.source_language is None:
            guess = guess or [source_language(document, target_language, context)]
            translation = translation._replace(source_language=guess[0])
        standing = found_before.get(id(segment), ())
        for rule in applied:
            for problem in rule.module.check(translation, context):
                if rule.yields(problem, standing):
                    continue
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
        if not plugins.may_have(GROUP, name, _FOR_SUGGESTIONS):
            continue
        module = cast("TranslationRule", plugins.load(GROUP, name, REQUIRED))
        if getattr(module, _FOR_SUGGESTIONS, False):
            problem = next(iter(module.check(translation, context)), None)
            message = problem.message if problem else ""
            checks.append(Check(name, passed=problem is None, message=message))
    return replace(suggestion, checks=(*suggestion.checks, *checks)) if checks else suggestion
