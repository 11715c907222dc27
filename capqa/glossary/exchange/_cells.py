"""Text in cells of a spreadsheet: what it would run as a formula is marked as text, reversibly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from capqa.glossary.files import COLUMNS

if TYPE_CHECKING:
    from capqa.glossary.entry import Entry

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


def formula_in(entry: Entry) -> str:
    """Return the first field of an entry that a spreadsheet would compute, "" if there is none."""
    for name in COLUMNS:
        value = getattr(entry, name)
        text = ";".join(value) if isinstance(value, tuple) else str(value)
        if starts_a_formula(text):
            return name
    return ""
