"""German figures and dates, written the English way."""

from __future__ import annotations

import re
from typing import Final

from capqa.lazy_pattern import lazy_pattern

_MONTHS: Final = {
    "januar": "January",
    "jänner": "January",
    "februar": "February",
    "märz": "March",
    "maerz": "March",
    "april": "April",
    "mai": "May",
    "juni": "June",
    "juli": "July",
    "august": "August",
    "september": "September",
    "oktober": "October",
    "november": "November",
    "dezember": "December",
}
_DATE: Final = lazy_pattern(
    r"(?P<day>0?[1-9]|[12]\d|3[01])\.[ \u00a0]?(?P<month>" + "|".join(_MONTHS) + r")\b"
    r"(?:[ \u00a0](?P<year>\d{4})\b)?",
    re.IGNORECASE,
)
_THOUSANDS: Final = lazy_pattern(r"\d{1,3}(?:\.\d{3})+(?!\d|\.\d)")
_DECIMAL: Final = lazy_pattern(r"\d+,\d+(?!\d)")
_TIME: Final = lazy_pattern(r"(\d{1,2})(?:[.:](\d{2}))? Uhr\b")
_ORDINAL: Final = lazy_pattern(r"(\d{1,3})\.(?= ?[A-ZÄÖÜ]?[a-zäöüß])")


def month(word: str) -> str | None:
    """Return the English name of a month, or None."""
    return _MONTHS.get(word.casefold())


def figure_at(text: str, position: int) -> tuple[int, str, bool] | None:
    """Return the end of the figure or date that starts here, its English, and whether it is a date.

    None where none starts.
    """
    if not text[position].isdecimal():
        return None
    if date := _DATE.match(text, position):
        year = f" {date['year']}" if date["year"] else ""
        return date.end(), f"{_MONTHS[date['month'].casefold()]} {int(date['day'])}{year}", True
    if time := _TIME.match(text, position):
        return time.end(), f"{time[1]}:{time[2] or '00'}", False
    if thousands := _THOUSANDS.match(text, position):
        return thousands.end(), thousands[0].replace(".", ","), False
    if decimal := _DECIMAL.match(text, position):
        return decimal.end(), decimal[0].replace(",", "."), False
    if ordinal := _ORDINAL.match(text, position):
        return ordinal.end(), _ordinal(int(ordinal[1])), False
    return None


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
