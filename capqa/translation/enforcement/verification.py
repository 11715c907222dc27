"""Does a translation contain the terms it must? English inflection and case are allowed for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from capqa.model import TermVerdict, Verdict
from capqa.translation.grammar.english import verbs
from capqa.translation.grammar.english.nouns import plural, singular

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.translation.enforcement.terms import RequiredTerm


def verdicts(terms: Sequence[RequiredTerm], text: str) -> tuple[TermVerdict, ...]:
    """Return what became of each term in a translation.

    Every term must find a place of its own: one "army" does not serve two. A refused target counts
    as forbidden only outside the places that allowed targets take.
    """
    board = _Board(text)
    kept: dict[int, str] = {}
    # Longest targets first, so that "army" leaves "army chief" alone.
    by_length = sorted(
        range(len(terms)), key=lambda at: -max(map(len, terms[at].allowed), default=0)
    )
    for at in by_length:
        for target in terms[at].allowed:
            if board.take(target, is_verb=terms[at].is_verb):
                kept[at] = target
                break
    return tuple(_verdict(term, kept.get(at), board) for at, term in enumerate(terms))


def places(target: str, text: str, *, is_verb: bool = False) -> list[tuple[int, int]]:
    """Return where a target stands in a text in any of its forms, as (start, end)."""
    return [found.span() for found in _pattern(target, is_verb=is_verb).finditer(text)]


def honoured(terms: Sequence[RequiredTerm], text: str) -> bool:
    """Return whether a translation keeps all terms."""
    return all(each.verdict is Verdict.KEPT for each in verdicts(terms, text))


class _Board:
    """A text and which of its places are taken; every place is looked at once for each target."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._taken = bytearray(len(text))
        self._places: dict[tuple[str, bool], Iterator[tuple[int, int]]] = {}
        self._free: dict[tuple[str, bool], bool] = {}

    def take(self, target: str, *, is_verb: bool) -> bool:
        """Take the next free place of a target and return whether there was one."""
        key = (target, is_verb)
        if key not in self._places:
            self._places[key] = iter(places(target, self._text, is_verb=is_verb))
        for start, end in self._places[key]:
            if self._is_free(start, end):
                self._taken[start:end] = b"\x01" * (end - start)
                return True
        return False

    def has_free(self, target: str, *, is_verb: bool) -> bool:
        """Return whether a target stands outside the places taken; asked when all are taken."""
        key = (target, is_verb)
        if key not in self._free:
            found = places(target, self._text, is_verb=is_verb)
            self._free[key] = any(self._is_free(start, end) for start, end in found)
        return self._free[key]

    def _is_free(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) < 0


def _verdict(term: RequiredTerm, kept: str | None, board: _Board) -> TermVerdict:
    for refused in term.refused:
        if board.has_free(refused, is_verb=term.is_verb):
            return TermVerdict(term.source, refused, Verdict.FORBIDDEN)
    if kept is None and term.allowed:
        return TermVerdict(term.source, term.target, Verdict.MISSING)
    return TermVerdict(term.source, kept or term.target, Verdict.KEPT)


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
