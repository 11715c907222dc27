"""The checks of a translation against its source, one module each.

A rule is a module with ``SEVERITY`` and a function ``check(translation, context)`` that yields
`Problem`s. Its docstring says what it does, why that is bad, and shows examples that the tests run:
under ``## Reported`` and ``## Clean`` a line each like ``de 'Am 5. Mai' -> en 'On May'``, the texts
written as Python literals. A rule may say

- ``FOR_SUGGESTIONS = True``: our own suggestions have to pass it as well;
- ``NEEDS_SOURCE = False``: it looks at the translation alone, and so may be applied to any text;
- ``FOR_CUES = True``: it is applied to all cues of subtitles, with or without a source;
- ``YIELDS_TO = ("untranslated",)``: it says nothing where one of these rules reports the place;
- ``ON = False``: it is applied only where the settings give it a severity.

Rules are applied to the segments of bilingual files. One that the settings name and that needs no
source is applied to all segments.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from capqa.model import Role, Segment, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from capqa.language.detection import Detector
    from capqa.translation.lexicon.lexicon import Lexicon

GROUP = "capqa.translation_rules"
"""The plugin group of these rules."""

REQUIRED = ("SEVERITY", "check")
"""The attributes the plugin loader asks of a rule's module."""


class Translation(NamedTuple):
    """A source text and what stands for it.

    ``seconds`` is how long a cue is shown, None where it is none. ``plural_form`` is
    the number of a gettext translation that depends on a number, None of any other: "one hour" may
    stand for "%d hours" then.
    """

    source: str
    text: str
    source_language: str | None
    target_language: str
    role: Role = Role.BODY
    seconds: float | None = None
    plural_form: int | None = None


class Problem(NamedTuple):
    """What is wrong: a span of the translation, a message, and what should stand there if known.

    ``confidence`` is from 0 to 1.
    """

    span: Span
    message: str
    replacement: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class TranslationContext:
    """What a rule may know beside one translation; made once a document.

    ``translations`` are the texts that each source of the document became, in their order, and how
    often it did; forms of a plural are left out.
    ``lexicon`` returns the glossary's terms and what is known of the words of a pair, source
    language first; ``detector`` the detector against a target language. Both load when asked.
    """

    lexicon: Callable[[str, str], Lexicon] = field(repr=False)
    detector: Callable[[str], Detector] = field(repr=False)
    translations: Mapping[str, Mapping[str, int]] = field(default_factory=dict, repr=False)


class TranslationRule(Protocol):
    """The shape of a rule's module."""

    @property
    def SEVERITY(self) -> Severity:  # noqa: N802 - a module's constant
        """How grave its findings are unless the settings say otherwise."""

    def check(self, translation: Translation, context: TranslationContext) -> Iterable[Problem]:
        """Return the problems of a translation, in text order."""


def translation_in(segment: Segment, target_language: str) -> Translation:
    """Return what a segment of a bilingual file translates and how."""
    return Translation(
        segment.translation_of,
        segment.text,
        segment.source_language,
        segment.language or target_language,
        segment.role,
        segment.seconds,
        plural_form(segment),
    )


def plural_form(segment: Segment) -> int | None:
    """Return which form of a gettext entry a segment is, as its locator says; None if of no one."""
    number = segment.locator.rpartition(", plural ")[2]
    return int(number) if number != segment.locator and number.isdecimal() else None
