"""Lines that are nothing but the name of an institution or party: "Cour des comptes".

A page keeps such names as they are. Inside longer lines they are evidence like other words, since
a caption that names one is still a caption.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.language.marks import (
    CLOSING,
    GERMAN_ADJECTIVE,
    GERMAN_COUNTRY,
    GERMAN_HEAD,
    GERMAN_OPENING,
    GERMAN_PREFIX,
    OPENING,
    STANDING_LINK,
)
from capqa.language.target_words import SOLID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.language.tokens import Token
    from capqa.language.word_evidence import WordEvidence

_LONGEST: Final = 8
_LONGEST_IN_LOWER_CASE: Final = 3
_LONGEST_ACRONYM: Final = 8
_LONGEST_SUBSIDIARY: Final = 3
_LONGEST_FIRM: Final = 4
_NEUTRAL: Final = 1.0
_COMPANY_FORMS: Final = frozenset(
    ("GmbH", "mbH", "AG", "SE", "KG", "KGaA", "OHG", "eG", "SA", "SAS", "SARL", "SpA", "SRL", "Srl",
     "BV", "NV", "Nyrt", "Zrt", "Kft", "Oy", "Oyj", "AB", "ASA", "AS", "ApS", "SL", "SAU",
     "Ltda", "PAO", "OAO", "OOO", "ZAO", "doo", "Tbk", "AŞ")
)  # fmt: skip
_ADJECTIVE_ENDINGS: Final = (
    "ische", "ischen", "liche", "lichen", "ale", "alen", "elle", "ellen", "ive", "iven",
    "ige", "igen",
)  # fmt: skip
_GERMAN_LINKS: Final = frozenset(["für", "der", "des", "zur", "gegen", "und", "von", "zu"])


def is_standing_name(
    words: Sequence[Token],
    folded: Sequence[str],
    marks: Sequence[int],
    evidence: Sequence[WordEvidence],
) -> bool:
    """Return whether a line's words are the name of an institution or party, whole and alone."""
    count = len(words)
    if 1 < count <= _LONGEST and words[-1].text in _COMPANY_FORMS and words[0].text[0].isupper():
        return True
    if count > 2 and words[-1].text.isupper() and len(words[-1].text) <= _LONGEST_ACRONYM:
        count -= 1
    if not 2 <= count <= _LONGEST or not words[0].text[0].isupper():
        return False
    return bool(
        _is_subsidiary(count, marks, evidence)
        or _is_firm_or_club(words[:count], marks, evidence)
        or marks[count - 1] & CLOSING
        or _is_led_by_adjectives(words, folded[:count], marks)
        or _is_opened(words, folded[:count], marks)
    )


def _is_led_by_adjectives(
    words: Sequence[Token], folded: Sequence[str], marks: Sequence[int]
) -> bool:
    """Return whether German adjectives lead to a noun: "Bayerische Staatsoper"."""
    head = len(folded) - 1
    if marks[head] & GERMAN_COUNTRY:
        head -= 1
    else:
        head = _before_complement(words, folded, head)
    return (
        head >= 1
        and bool(marks[head] & GERMAN_HEAD)
        and words[head].text[0].isupper()
        and all(
            words[index].text[0].isupper()
            and (
                folded[index].endswith(("er", "ische", "isches", "ischer") if index else "er")
                or marks[index] & GERMAN_ADJECTIVE
            )
            for index in range(head)
        )
    )


def _is_firm_or_club(
    words: Sequence[Token], marks: Sequence[int], evidence: Sequence[WordEvidence]
) -> bool:
    """Return whether a name follows what it is the name of: "Schachfreunde Deizisau"."""
    return (
        len(words) <= _LONGEST_FIRM
        and bool(marks[0] & GERMAN_PREFIX)
        and all(
            word.text[0].isupper() and (each.name or each.best < SOLID)
            for word, each in zip(words[1:], evidence[1:], strict=False)
        )
    )


def _is_subsidiary(count: int, marks: Sequence[int], evidence: Sequence[WordEvidence]) -> bool:
    """Return whether a country follows a name that is of no language: "Rosneft Deutschland"."""
    return (
        count <= _LONGEST_SUBSIDIARY
        and bool(marks[count - 1] & GERMAN_COUNTRY)
        and all(evidence[index].best < _NEUTRAL for index in range(count - 1))
    )


def _before_complement(words: Sequence[Token], folded: Sequence[str], head: int) -> int:
    """Return the index of the noun before "für Menschenrechte", else what was given."""
    for index in range(2, len(folded) - 1):
        if folded[index] in _GERMAN_LINKS and all(
            folded[place] in _GERMAN_LINKS or words[place].text[0].isupper()
            for place in range(index, len(folded))
        ):
            return index - 1
    return head


def _is_opened(words: Sequence[Token], folded: Sequence[str], marks: Sequence[int]) -> bool:
    """Return whether a first word tells what the rest is: "Partido Socialista", "Bundesamt für"."""
    rest = range(1, len(folded))
    if marks[0] & GERMAN_OPENING:
        return folded[1] in _GERMAN_LINKS and all(
            folded[index] in _GERMAN_LINKS
            or words[index].text[0].isupper()
            or folded[index].endswith(_ADJECTIVE_ENDINGS)
            for index in rest
        )
    if not marks[0] & OPENING:
        return False
    # "Parti démocratique de Côte d'Ivoire": an adjective may follow the first word.
    return len(folded) <= _LONGEST_IN_LOWER_CASE or all(
        marks[index] & STANDING_LINK or words[index].text[0].isupper() for index in rest[1:]
    )
