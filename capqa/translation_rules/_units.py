"""Units of measure and money, and how languages write them."""

from __future__ import annotations

import re
from typing import Final

from capqa.lazy_pattern import lazy_pattern
from capqa.translation_rules._word_tables import NONE, table, words_of

_SIGNS: Final = {
    "%": "percent",
    "٪": "percent",
    "€": "euro",
    "eur": "euro",
    "$": "dollar",
    "usd": "dollar",
    "£": "pound",
    "gbp": "pound",
    "km": "kilometre",
    "kg": "kilogram",
    "°": "degree",
    "℃": "degree",
}
_SIGN: Final = lazy_pattern(r"[%٪€$£°℃]|\b(?:EUR|USD|GBP|km|kg)\b")
_TWO_WORDS: Final = frozenset({"pour cent", "por ciento", "por cento", "per cento", "per cent"})
_AFTER: Final = lazy_pattern(
    r"[ \u00a0\u202f-]?(?:US-)?([%٪€$£°℃]|[^\W\d_]{1,25}(?: cento?\b| ciento\b)?)"
)
_BEFORE: Final = lazy_pattern(
    r"(?:([€$£%٪])[ \u00a0\u202f]?|\b(yüzde|EUR|USD|GBP)[ \u00a0])$", re.I
)


def unit_at(text: str, start: int, end: int, language: str) -> str | None:
    """Return the unit of the number at a place of a text, None where none is known."""
    after = _AFTER.match(text, end)
    if after and (found := _unit(after[1], language)):
        return found
    before = _BEFORE.search(text, max(0, start - 8), start)
    return _unit(before[1] or before[2], language) if before else None


def is_known(language: str) -> bool:
    """Return whether the units of a language are known."""
    return language in table("units")["percent"]


def stands_in(unit: str, text: str, language: str) -> bool:
    """Return whether a unit, or one of its kind it may be converted to, stands in a text."""
    if any(_SIGNS[found.casefold()] == unit for found in _SIGN.findall(text)):
        return True
    words = words_of(text, language)
    return any(
        table(name)[unit].get(language, NONE).any_in(words) for name in ("units", "units_converted")
    )


def _unit(written: str, language: str) -> str | None:
    word = written.casefold()
    if word in _SIGNS:
        return _SIGNS[word]
    if word in _TWO_WORDS:
        return "percent"
    word = word.partition(" ")[0]
    for unit, columns in table("units").items():
        if columns.get(language, NONE).have(word):
            return unit
    return None
