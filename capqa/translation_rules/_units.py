"""Units of measure and money, and how languages write them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

# Lower-cased beginnings: most languages inflect them. Signs and short forms stand alone.
_WORDS: Final = {
    "percent": "percent per prozent pour por procent procenta procentów yüzde процент відсот بالمئة"
    " بالمائة prosent",
    "euro": "euro евро євро يورو avro",
    "dollar": "dollar dólar dolar dollari доллар долар دولار",
    "pound": "pound pfund livre libra sterlin funt pond фунт جنيه",
    "kilometre": "kilomet kilóme kilometr kilomètr quilômet quilómet километр кілометр كيلومتر كم",
    "metre": "meter metre mètre metro metr metri metrów метр متر",
    "kilogram": "kilogram kilo quilo кило кіло كيلو",
    "tonne": "tonne ton tone tonel tonn тонн طن",
    "litre": "litre liter litro litr литр літр لتر",
    "degree": "degree grad degré grado grau stopn graad градус درجة derece",
    "hectare": "hectare hektar hectárea ettar hectar гектар هكتار",
}
_SIGNS: Final = {
    "%": "percent",
    "€": "euro",
    "eur": "euro",
    "$": "dollar",
    "usd": "dollar",
    "£": "pound",
    "gbp": "pound",
    "km": "kilometre",
    "км": "kilometre",
    "m": "metre",
    "м": "metre",
    "kg": "kilogram",
    "кг": "kilogram",
    "t": "tonne",
    "l": "litre",
    "°": "degree",
    "ha": "hectare",
    "га": "hectare",
}
_DIMENSIONS: Final = {
    "kilometre": "kilometre mile miles meile mil",
    "metre": "metre meter foot feet ft yard inch fuß pie pied",
    "kilogram": "kilogram pound pounds lb lbs pfund",
    "tonne": "tonne",
    "litre": "litre gallon pint",
    "degree": "degree fahrenheit celsius",
    "hectare": "hectare acre",
}
_AFTER: Final = re.compile(r"[ \u00a0\u202f-]?(?:([%€$£°])|([^\W\d_]{1,20}))")
_BEFORE: Final = re.compile(r"([€$£%٪])[ \u00a0\u202f]?$|\b(yüzde|EUR|USD|GBP)[ \u00a0]$")
_WORD: Final = re.compile(r"[^\W\d_]+|[%€$£°٪]")


def unit_at(text: str, start: int, end: int) -> str | None:
    """Return the unit of the number at a place of a text, None where none is known."""
    after = _AFTER.match(text, end)
    if after and (found := _unit(after[1] or after[2])):
        return found
    before = _BEFORE.search(text, max(0, start - 8), start)
    return _unit(before[1] or before[2]) if before else None


def stands_in(unit: str, text: str) -> bool:
    """Return whether a unit, or one of its kind it may be converted to, stands in a text."""
    allowed = tuple(f"{_WORDS[unit]} {_DIMENSIONS.get(unit, '')}".split())
    for word in _WORD.findall(text.casefold()):
        if (
            _SIGNS.get(word) == unit
            or word.startswith(allowed)
            or (word == "٪" and unit == "percent")
        ):
            return True
    return False


@cache
def _unit(word: str) -> str | None:
    word = word.casefold()
    if word in _SIGNS:
        return _SIGNS[word]
    if len(word) < 4 and word not in ("ton", "طن", "كم"):
        return None
    for unit, stems in _WORDS.items():
        # "pro", "per" and "por" are percent only before another word.
        if any(len(stem) > 3 and word.startswith(stem) for stem in stems.split()):
            return unit
    return None
