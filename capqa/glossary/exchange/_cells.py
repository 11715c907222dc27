"""Text in cells of a spreadsheet: what it would run as a formula is marked as text, reversibly."""

from __future__ import annotations

import re

_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_MARK = "'"


def neutral(text: str) -> str:
    """Return the text so that a spreadsheet shows it and never computes it; `restored` undoes it.

    Source: OWASP, CSV Injection. The mark is the one spreadsheets have for text, an apostrophe.
    """
    return _MARK + text if _FORMULA.match(text) else text


def restored(text: str) -> str:
    """Return the text that `neutral` was given."""
    return text[1:] if text.startswith(_MARK) and _FORMULA.match(text) else text


def starts_a_formula(text: str) -> bool:
    """Return whether a spreadsheet would try to compute the text: all but "-politik"."""
    return bool(_FORMULA.match(text)) and not (text[0] == "-" and text[1:2].isalpha())
