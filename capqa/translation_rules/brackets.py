"""Finds brackets that the translation lacks, adds or leaves open.

## What it does
Compares the brackets of each kind on both sides and finds those that do not pair up although the
source's do.

## Why is this bad?
What was an aside becomes a statement, and a lost bracket mostly took a word with it.

## Reported
de 'Mossul (Symbolbild)' -> en 'Mosul file photo'
de 'Mossul (Archiv)' -> en 'Mosul (archive'

## Clean
de 'Mossul (Archiv)' -> en 'Mosul (archive)'
en 'Mosul (archive)' -> de 'Mossul [Archiv]'
en 'a) first' -> de 'a) erstens'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.model import Severity, Span
from capqa.translation_rules import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation_rules import Translation, TranslationContext

SEVERITY = Severity.WARNING

_OPENING: Final = "([（［【"
_CLOSING: Final = ")]）］】"


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield a problem when brackets are lost, added or left open."""
    source, text = translation.source, translation.text
    if not _is_paired(source):
        return
    if not _is_paired(text):
        at = _unpaired(text)
        yield Problem(Span(at, at + 1), f"{text[at]!r} has no partner")
        return
    wanted = sum(map(source.count, _OPENING))
    found = sum(map(text.count, _OPENING))
    if wanted > found:
        yield Problem(Span(0, len(text)), "what stands in brackets in the source lost them")
    elif found > wanted:
        at = min(place for sign in _OPENING if (place := text.find(sign)) >= 0)
        yield Problem(Span(at, at + 1), "the source has no brackets here")


def _is_paired(text: str) -> bool:
    return _unpaired(text) < 0


def _unpaired(text: str) -> int:
    """Return where a bracket without partner stands, -1 if there is none."""
    open_: list[int] = []
    for at, sign in enumerate(text):
        if sign in _OPENING:
            open_.append(at)
        elif sign in _CLOSING:
            if not open_:
                # "a) first" lists things.
                if text[max(0, at - 3) : at].strip().isalnum() and at <= 3:
                    continue
                return at
            open_.pop()
    return open_[0] if open_ else -1
