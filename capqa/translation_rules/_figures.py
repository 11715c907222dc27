"""Figures in running text, however a language writes them: 3.000, 3,000, 3 000 and ٣٠٠٠ are one."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.lazy_pattern import lazy_pattern
from capqa.model import Span
from capqa.translation_rules._word_tables import NONE, table

if TYPE_CHECKING:
    from fractions import Fraction

# Thousands in groups of three, a decimal fraction, or digits alone. "5.3.2020" is three numbers.
_FIGURE: Final = lazy_pattern(
    r"(?<!\d)(?<!\d[.,])"
    r"(?P<groups>\d{1,3}(?:([.,'’\u00a0\u202f\u2009\u066c ])\d{3})(?:\2\d{3})*)(?!\d)"
    r"(?:(?!\2)[.,\u066b](?P<rest>\d{1,9})(?![.,]?\d))?"
    r"|(?<![\d.,])(?P<whole>\d{1,30})[.,\u066b](?P<fraction>\d{1,30})(?![.,]?\d)"
    r"|\d+"
)
# Entities and the places of placeholders: "&#169;", "%1$s".
_NO_NUMBER: Final = lazy_pattern(r"&#\w{1,8};|%\d{1,3}\$\w|%\d{0,3}(?:\.\d{1,3})?[a-zA-Z]\b")
_SPACED: Final = " \u00a0\u202f\u2009"
_CLOCK: Final = lazy_pattern(r"(?<![\d.,:])([01]?\d|2[0-4])[.:]([0-5]\d)(?![.,:]?\d)")
# The full stop is that of "Mio.", "mln." and the like.
_SCALE: Final = lazy_pattern(r"[ \u00a0\u202f-]?([^\W\d_]{1,20})(?:(?<![^\W\d_]{4})\.(?= ))?")
_HALF_DAY: Final = lazy_pattern(
    r"\d[ \u00a0]?[ap]\.?m\b|\b(?:noon|midnight|morning|afternoon|evening|night|tonight)\b"
    r"|\bmidi\b|\bminuit\b|\bde la (?:tarde|noche|mañana)\b|\bd[ia] (?:sera|mattina|pomeriggio)\b"
    r"|\bda (?:tarde|noite|manhã)\b|\b(?:abends|nachmittags|morgens|nachts)\b"
    r"|\b(?:вечера|утра|дня|ночи|вечора|ранку)\b|\bصباح|مساء",
    re.IGNORECASE,
)
_ROMAN: Final = lazy_pattern(r"\b[IVXLCDM]{1,8}(?=\b|[a-zèé])")
_ROMAN_DIGITS: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_DAY_HOURS: Final = 24
_HALF: Final = 12
_LAST_ROMAN: Final = 39
_LONGEST: Final = 40


class Figure(NamedTuple):
    """A number in a text; ``value`` is the same for all ways of writing it.

    ``scale`` is what a word after it multiplies it by: a million, else 1; ``span`` holds that word
    too. ``others`` are the numbers it may be instead: of "16 200" 16 and 200, of "16.30" the hour
    and the minute.
    """

    value: str
    span: Span
    scale: int = 1
    others: tuple[str, ...] = ()

    @property
    def amount(self) -> Fraction | None:
        """The number meant, None for what is too long to be one."""
        # Imported here: most suggestions hold no number.
        from fractions import Fraction

        return Fraction(self.value) * self.scale if len(self.value) <= _LONGEST else None


def figures(text: str, language: str = "") -> list[Figure]:
    """Return the numbers in a text, in order; without a language no scale is known."""
    found: list[Figure] = []
    for match in _FIGURE.finditer(_NO_NUMBER.sub(lambda each: " " * len(each[0]), text)):
        scale, end = _scale(text, match.end(), language)
        span = Span(match.start(), end)
        found.append(Figure(_value(match), span, scale, _others(match)))
    return found


def is_spelt_out(value: str, words: list[str], language: str) -> bool:
    """Return whether a number may stand among the words of a text as one of them.

    Numbers up to twelve may, and the month of that number; of a language without tables all may.
    """
    if not _is_at_most(_HALF, value):
        return False
    spelt, months = table("numbers_spelt_out").get(language), table("months").get(language)
    if spelt is None or months is None:
        return True
    return spelt.get(value, NONE).any_in(words) or months.get(value, NONE).any_in(words)


def is_hour(value: str, translation: str, values: set[str], source: str) -> bool:
    """Return whether an hour may stand in a translation as its other half: 20 is 8 p.m."""
    if not _is_at_most(_DAY_HOURS, value):
        return False
    if not (_HALF_DAY.search(translation) or _HALF_DAY.search(source)):
        return False
    hour = int(value)
    named = hour % _HALF == 0 and bool(_HALF_DAY.search(translation))
    return named or bool({str((hour + _HALF) % _DAY_HOURS), str(hour % _HALF or _HALF)} & values)


def is_roman(value: str, text: str) -> bool:
    """Return whether a number, as of a century, stands in a text in Roman digits."""
    if value == "0" or not _is_at_most(_LAST_ROMAN, value):
        return False
    left, written = int(value), ""
    for amount, digit in _ROMAN_DIGITS:
        written += digit * (left // amount)
        left %= amount
    return written in _ROMAN.findall(text)


def _is_at_most(most: int, value: str) -> bool:
    return len(value) <= len(str(most)) and value.isdecimal() and int(value) <= most


def _scale(text: str, end: int, language: str) -> tuple[int, int]:
    """Return what a word after a number multiplies it by, and where it ends; 1 for no such word."""
    scales = table("scales").get(language)
    word = _SCALE.match(text, end) if scales else None
    if word is None or scales is None:
        return 1, end
    folded = word[1].casefold()
    for scale, words in scales.items():
        if words.have(folded):
            return int(scale), word.end()
    return 1, end


def _others(match: re.Match[str]) -> tuple[str, ...]:
    written = match.group()
    separator = match[2]
    if separator and separator in _SPACED:
        return tuple(_plain(piece) for piece in re.findall(r"\d+", written))
    clock = _CLOCK.fullmatch(written)
    return tuple(map(_plain, clock.groups())) if clock else ()


def _value(match: re.Match[str]) -> str:
    if match["groups"]:
        whole, fraction = re.sub(r"\D", "", match["groups"]), match["rest"] or ""
    else:
        whole, fraction = match["whole"] or match.group(), match["fraction"] or ""
    fraction = _digits(fraction).rstrip("0")
    return f"{_plain(whole)}.{fraction}" if fraction else _plain(whole)


def _plain(digits: str) -> str:
    return _digits(digits).lstrip("0") or "0"


def _digits(written: str) -> str:
    if written.isascii():
        return written
    return "".join(str(unicodedata.digit(each)) for each in written)
