"""Finds cues of subtitles with lines too long or too many.

## What it does
Reports lines of more than 42 characters and cues of more than two lines, as broadcasters ask for.

## Why is this bad?
Players wrap or cut what is longer, and the picture is covered.

## Reported
en 'One line' -> en 'This line of a subtitle is much too long to be shown on a screen'
en 'Lines' -> en 'One\\nTwo\\nThree'

## Clean
en 'Lines' -> en 'Two lines of a subtitle\\nthat are short enough'

## Measured
A limit, not a guess: what it reports is so. Off unless the settings name it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.model import Severity, Span
from capqa.translation_rules import Problem
from capqa.visible import display_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation_rules import Translation, TranslationContext

SEVERITY = Severity.WARNING
NEEDS_SOURCE = False
FOR_CUES = True
ON = False

_LONGEST: Final = 42
_MOST: Final = 2


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield a problem for each line too long, and one for too many."""
    at = 0
    lines = translation.text.split("\n")
    for line in lines:
        if display_width(line) > _LONGEST:
            yield Problem(
                Span(at, at + len(line)), f"{display_width(line)} of {_LONGEST} characters"
            )
        at += len(line) + 1
    if len(lines) > _MOST:
        yield Problem(Span(0, len(translation.text)), f"{len(lines)} lines; {_MOST} are the most")
