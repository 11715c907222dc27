"""Does a translation contain the terms it must? English inflection and case are allowed for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from capqa.model import TermVerdict, Verdict
from capqa.translation.grammar.english import verbs
from capqa.translation.grammar.english.nouns import plural, singular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.enforcement.terms import RequiredTerm


def verdicts(terms: Sequence[RequiredTerm], text: str) -> tuple[TermVerdict, ...]:
    """Return what became of each term in a translation.

    Every term must find a place of its own: one "army" does not serve two. A refused target counts
    as forbidden only outside the places that allowed targets take.
    """
    taken: list[tuple[int, int]] = []
    kept: dict[int, str] = {}
    # Longest targets first, so that "army" leaves "army chief" alone.
    by_length = sorted(
        range(len(terms)), key=lambda at: -max(map(len, terms[at].allowed), default=0)
    )
    for at in by_length:
        place = _free_place(terms[at], text, taken)
        if place is not None:
            taken.append(place[:2])
            kept[at] = place[2]
    return tuple(_verdict(term, kept.get(at), text, taken) for at, term in enumerate(terms))


def places(target: str, text: str, *, is_verb: bool = False) -> list[tuple[int, int]]:
    """Return where a target stands in a text in any of its forms, as (start, end)."""
    return [found.span() for found in _pattern(target, is_verb=is_verb).finditer(text)]


def honoured(terms: Sequence[RequiredTerm], text: str) -> bool:
    """Return whether a translation keeps all terms."""
    return all(each.verdict is Verdict.KEPT for each in verdicts(terms, text))


def _verdict(
    term: RequiredTerm, kept: str | None, text: str, taken: list[tuple[int, int]]
) -> TermVerdict:
    for refused in term.refused:
        for start, end in places(refused, text, is_verb=term.is_verb):
            if not any(start < other_end and other_start < end for other_start, other_end in taken):
                return TermVerdict(term.source, refused, Verdict.FORBIDDEN)
    if kept is None and term.allowed:
        return TermVerdict(term.source, term.target, Verdict.MISSING)
    return TermVerdict(term.source, kept or term.target, Verdict.KEPT)


def _free_place(
    term: RequiredTerm, text: str, taken: list[tuple[int, int]]
) -> tuple[int, int, str] | None:
    for target in term.allowed:
        for start, end in places(target, text, is_verb=term.is_verb):
            if not any(start < other_end and other_start < end for other_start, other_end in taken):
                return start, end, target
    return None


@lru_cache(maxsize=8192)
def _pattern(target: str, *, is_verb: bool) -> re.Pattern[str]:
    forms = {target, plural(target), singular(target)}
    if is_verb:
        base = verbs.infinitive(target.removeprefix("to "))
        inflected = (verbs.third_person, verbs.past, verbs.participle, verbs.gerund)
        forms |= {base, *(inflect(base) for inflect in inflected)}
    alternatives = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    # An acronym must keep its capitals: IS is not "is".
    flags = 0 if target.isupper() else re.IGNORECASE
    return re.compile(rf"(?<!\w)(?:{alternatives})(?:(?:'|’)s?)?(?!\w)", flags)
