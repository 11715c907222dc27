"""Finds cues of subtitles that nobody can read in the time they are shown.

## What it does
Reports cues with more than 20 characters a second, the speed for adults that broadcasters ask for.

## Why is this bad?
Viewers read instead of watching, or lose the thread.

## Reported
No example stands alone: how long a cue is shown no line here can say.

## Clean
de 'Untertitel' -> en 'A subtitle'

## Measured
A limit, not a guess: what it reports is so. Off unless the settings name it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.model import Severity, Span
from capqa.translation_rules import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation_rules import Translation, TranslationContext

SEVERITY = Severity.WARNING
NEEDS_SOURCE = False
FOR_CUES = True
ON = False

_FASTEST: Final = 20.0


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield a problem when a cue has to be read too fast."""
    seconds = translation.seconds
    if not seconds or seconds <= 0:
        return
    speed = len(translation.text.replace("\n", " ")) / seconds
    if speed > _FASTEST:
        yield Problem(
            Span(0, len(translation.text)),
            f"{speed:.0f} characters a second; {_FASTEST:.0f} can be read",
        )
