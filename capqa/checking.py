"""Applying the rules in force to a document."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from capqa import plugins
from capqa.errors import PluginError
from capqa.glossary.paths import csv_files, glossary_states
from capqa.model import Role
from capqa.rules import REQUIRED, RuleContext
from capqa.rules._comments import Comments
from capqa.rules._declared import NONE
from capqa.rules._declared import other_languages as declared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from capqa.config import Settings
    from capqa.language.detection import Detector
    from capqa.language.page import RunningTextNames
    from capqa.model import Document, Finding, Segment, Suggestion
    from capqa.rules import RuleModule
    from capqa.rules._declared import OtherLanguages
    from capqa.translation.lexicon.lexicon import Lexicon


UNTRANSLATED = "untranslated"
"""The rule whose findings need a translation."""


class Findings(NamedTuple):
    """What the rules object to, and what they would but for a comment of the document itself."""

    open: tuple[Finding, ...]
    passed_over: tuple[Finding, ...]


def check(document: Document, settings: Settings) -> tuple[Finding, ...]:
    """Return the findings of all rules in force for the document's file, in text order.

    What a comment of the document passes over is left out. Raises PluginError when a rule cannot be
    loaded: a gate without its rules passes everything.
    """
    return findings(document, settings).open


def findings(document: Document, settings: Settings) -> Findings:
    """Return the findings in a document, those that its comments pass over apart; as `check`."""
    found = _found(document, settings)
    comments = Comments(document)
    passed_over = tuple(finding for finding in found if comments.pass_over(finding))
    if not passed_over:
        return Findings(found, ())
    return Findings(tuple(finding for finding in found if finding not in passed_over), passed_over)


def _found(document: Document, settings: Settings) -> tuple[Finding, ...]:
    settings = settings.for_file(document.name)
    severities = dict(settings.severities)
    _refuse_unknown_rules(settings)
    detector = detector_for(settings)
    threshold = settings.min_confidence
    context = RuleContext(
        document=document,
        target_language=settings.target,
        detector=detector,
        min_confidence=detector.threshold if threshold is None else threshold,
        page_names=page_names(document),
    )
    rules = [(name, rule) for name, rule in _rules(settings.rules) if severities.get(name, ...)]
    wanted = settings.languages
    found = [
        replace(finding, severity=severities[name] or finding.severity)
        if name in severities
        else finding
        for segment in _segments(document, settings)
        for name, rule in rules
        for finding in rule.check(segment, context)
        if wanted is None or finding.language in wanted
    ]
    found += _translation_findings(document, settings, found)
    return tuple(sorted(found, key=_place))


def other_languages(document: Document, settings: Settings) -> OtherLanguages:
    """Return which texts of a document the rule `UNTRANSLATED` passes over, as they declare another
    language; none where it is off.
    """
    settings = settings.for_file(document.name)
    is_on = dict(settings.severities).get(UNTRANSLATED, ...) is not None
    if not is_on or UNTRANSLATED not in (settings.rules or (UNTRANSLATED,)):
        return NONE
    return declared(_segments(document, settings), settings.target)


def page_names(document: Document) -> RunningTextNames:
    """Return the capitalised words of a document's running text, which names are spelt after."""
    if document.page_names is not None:
        from capqa.language.page import RunningTextNames

        return RunningTextNames((), document.page_names)
    return _page_names(document.segments)


# Asked for by the check, and by the review for each finding of the page again.
@lru_cache(maxsize=4)
def _page_names(segments: tuple[Segment, ...]) -> RunningTextNames:
    from capqa.language.page import RunningTextNames

    return RunningTextNames(segment.text for segment in segments if segment.role is Role.BODY)


def detector_for(settings: Settings) -> Detector:
    """Return the detector of some settings; their glossaries' words are evidence.

    It is made once, and again when a glossary changes.

    Raises ConfigurationError for a target without data or a broken glossary.
    """
    states = glossary_states(settings.glossaries)
    return _detector(settings.target, settings.glossaries, settings.allow, states)


@lru_cache(maxsize=32)
def _detector(
    target: str, glossaries: tuple[Path, ...], allow: tuple[str, ...], _glossary_states: object
) -> Detector:
    from capqa.language.detection import Detector

    return Detector(target, vocabulary=_vocabulary(target, glossaries), allowed=allow)


def verified(suggestion: Suggestion, finding: Finding, settings: Settings) -> Suggestion:
    """Return a suggestion with the results of the translation rules that our own must pass."""
    from capqa.translation_rules import _applying

    context = _applying.context_of(None, *_knowledge(settings))
    return _applying.verified(suggestion, finding, settings.target, context)


def replacement(finding: Finding) -> Suggestion | None:
    """Return what a rule itself says should stand in the place of a finding, None if nothing."""
    if finding.replacement is None:
        return None
    from capqa.model import Check, Suggestion

    return Suggestion(
        finding.replacement, f"rule {finding.rule}", checks=(Check(finding.rule, passed=True),)
    )


@cache
def _rules(wanted: tuple[str, ...] | None) -> tuple[tuple[str, RuleModule], ...]:
    return tuple(
        (name, cast("RuleModule", plugins.load("capqa.rules", name, REQUIRED)))
        for name in plugins.names("capqa.rules")
        if wanted is None or name in wanted
    )


# Bounded, because each request of a server may come with settings of its own.
@lru_cache(maxsize=64)
def _refuse_unknown_rules(settings: Settings) -> None:
    named = (*(settings.rules or ()), *dict(settings.severities))
    if not named:
        return
    known = (*plugins.names("capqa.rules"), *plugins.names("capqa.translation_rules"))
    for name in named:
        if name not in known:
            from capqa.config.verifying import did_you_mean

            raise PluginError(
                f"no rule is called {name!r}",
                where=str(settings.file or ""),
                mend=did_you_mean(name, known),
            )


def _segments(document: Document, settings: Settings) -> Iterable[Segment]:
    if settings.roles is None:
        return document.segments
    return [segment for segment in document.segments if segment.role in settings.roles]


def _translation_findings(
    document: Document, settings: Settings, others: list[Finding]
) -> Iterable[Finding]:
    concerned = any(
        segment.translation_of or segment.role is Role.CUE for segment in document.segments
    )
    # Most documents are no translations, and the rules take longer to load than a page to check.
    if not concerned and not settings.severities and settings.rules is None:
        return ()
    from capqa.translation_rules import _applying

    rules = _applying.rules_in_force(settings.rules, dict(settings.severities))
    if not rules:
        return ()
    context = _applying.context_of(document, *_knowledge(settings))
    return list(
        _applying.findings(
            document, _segments(document, settings), rules, settings.target, context, others
        )
    )


def _knowledge(
    settings: Settings,
) -> tuple[Callable[[str, str], Lexicon], Callable[[str], Detector]]:
    return _knowledge_of(settings.glossaries, settings.allow, glossary_states(settings.glossaries))


@lru_cache(maxsize=32)
def _knowledge_of(
    glossaries: tuple[Path, ...], allow: tuple[str, ...], glossary_states: object
) -> tuple[Callable[[str, str], Lexicon], Callable[[str], Detector]]:
    def lexicon(source: str, target: str) -> Lexicon:
        from capqa.glossary.termbase import Termbase
        from capqa.translation.lexicon.lexicon import lexicons_of

        termbase = Termbase.load(source, target, glossaries)
        return lexicons_of(termbase).of(source, target)

    def detector(target: str) -> Detector:
        return _detector(target, glossaries, allow, glossary_states)

    return cache(lexicon), detector


def _vocabulary(target: str, glossaries: tuple[Path, ...]) -> dict[str, frozenset[str]]:
    if not glossaries:
        return {}
    from capqa.glossary.files import language_pair
    from capqa.glossary.vocabulary import source_words

    languages: dict[str, set[str]] = {}
    for given in glossaries:
        for path in csv_files(given):
            pair = language_pair(path)
            if pair is None or pair[1] != target:
                continue
            for word in source_words(path, pair[0]):
                languages.setdefault(word, set()).add(pair[0])
    return {word: frozenset(codes) for word, codes in languages.items()}


def _place(finding: Finding) -> tuple[int, int, str]:
    start = finding.segment.start + finding.span.start
    return start, start + len(finding.span), finding.rule
