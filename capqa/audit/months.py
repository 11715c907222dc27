"""The month that a date names, however newsrooms write dates."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final

_LONGEST: Final = 60
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
_ISO: Final = re.compile(r"\s*(\d{4})[-/.](\d{1,2})(?!\d)")
_COMPACT: Final = re.compile(r"\s*(\d{4})(\d{2})\d{2}(?:\D|\d{6}\b|$)")
_DAY_FIRST: Final = re.compile(r"\s*\d{1,2}\.\s?(\d{1,2})\.\s?(\d{4})\b")
_NAMED: Final = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?:\d{1,2},?\s+)?(\d{4})\b",
    re.IGNORECASE,
)
_MONTHS: Final = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
# Seconds before 1973 are read as no time at all: what a field holds may be a plain number.
_SECONDS: Final = range(100_000_000, 7_258_118_400)
_MILLISECONDS: Final = range(100_000_000_000, 7_258_118_400_000)


def month_of(value: object) -> str:
    """Return the month of a date as "YYYY-MM", "" for what is none.

    Takes texts, dates, and times in seconds or milliseconds since 1970. A day and a month both in
    digits are read as written in Europe where dots part them, and else not at all.

    >>> [month_of(each) for each in ("2016-10-17T08:00Z", "Mon, 17 Oct 2016 08:00 GMT", "17.10.2016")]
    ['2016-10', '2016-10', '2016-10']
    >>> [month_of(each) for each in (1476691200, "October 17, 2016", "10/17/2016", True)]
    ['2016-10', '2016-10', '', '']
    """  # noqa: E501 - an example is a line
    if isinstance(value, str):
        return _of_text(value[:_LONGEST])
    if isinstance(value, date):
        return f"{value.year:04}-{value.month:02}"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    number = int(value) if abs(value) < 1e15 else 0
    if number in _MILLISECONDS:
        number //= 1000
    if number not in _SECONDS:
        return ""
    moment = datetime.fromtimestamp(number, UTC)
    return f"{moment.year:04}-{moment.month:02}"


@lru_cache(maxsize=4096)
def _of_text(text: str) -> str:
    found = _ISO.match(text) or _COMPACT.match(text)
    if found:
        return _month(int(found[1]), int(found[2]))
    if text.strip().isdecimal():
        return month_of(int(text)) if len(text.strip()) < 15 else ""
    found = _DAY_FIRST.match(text)
    if found:
        return _month(int(found[2]), int(found[1]))
    found = _NAMED.search(text)
    return _month(int(found[2]), _MONTHS.index(found[1].lower()) + 1) if found else ""


def _month(year: int, month: int) -> str:
    is_one = _FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12
    return f"{year:04}-{month:02}" if is_one else ""
