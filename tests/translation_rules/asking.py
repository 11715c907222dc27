"""Asking a rule what it says of a translation."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from capqa import plugins
from capqa.glossary.termbase import Termbase
from capqa.language.detection import Detector
from capqa.translation.lexicon.lexicon import lexicons_of
from capqa.translation_rules import GROUP, REQUIRED, Translation, TranslationContext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from capqa.translation.lexicon.lexicon import Lexicon
    from capqa.translation_rules import Problem, TranslationRule


@cache
def lexicon(source: str, target: str, *glossaries: Path) -> Lexicon:
    """Return the lexicon of a pair over the shipped glossaries and others."""
    return lexicons_of(Termbase.load(source, target, glossaries)).of(source, target)


@cache
def detector(target: str) -> Detector:
    """Return the detector against a language."""
    return Detector(target)


def context(translations: Mapping[str, Mapping[str, int]] | None = None) -> TranslationContext:
    """Return what rules may know."""
    return TranslationContext(lexicon, detector, translations or {})


def rule(name: str) -> TranslationRule:
    """Return a rule by its name."""
    return cast("TranslationRule", plugins.load(GROUP, name, REQUIRED))


def problems(
    name: str, source: str, text: str, languages: str = "de-en", **more: object
) -> list[Problem]:
    """Return what a rule says of a translation; ``languages`` are "source-target"."""
    source_language, target_language = languages.split("-")
    translation = Translation(source, text, source_language or None, target_language, **more)  # type: ignore[arg-type]
    return list(rule(name).check(translation, context()))


def places(name: str, source: str, text: str, languages: str = "de-en") -> list[str]:
    """Return what a rule marks in a translation."""
    return [problem.span.of(text) for problem in problems(name, source, text, languages)]


def corrected(name: str, text: str, languages: str = "de-en", source: str = "") -> str:
    """Return a translation with all replacements made that a rule proposes."""
    for problem in reversed(problems(name, source, text, languages)):
        if problem.replacement is not None:
            text = text[: problem.span.start] + problem.replacement + text[problem.span.end :]
    return text
