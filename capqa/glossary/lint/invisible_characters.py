"""Characters that show nothing: zero-width spaces, byte-order marks, controls, soft hyphens.

They come along when text is copied from a web page. The term looks right and is never found. The
joiners that Persian or Hindi spell words with are left alone there.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "Waf\u200bfe,weapon")
['2: source has the invisible character U+200B (ZERO WIDTH SPACE); remove it']
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from capqa.glossary.linting.glossary import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary

_PRINTED_ASCII = re.compile(r"[ -~\t\r\n]*")
_JOINERS = "\u200c\u200d"
_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
# Letters, in spite of their category: Hangul fillers and the combining grapheme joiner.
_INVISIBLE_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5")


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the rows with an invisible character, once a field."""
    for table in glossary.tables:
        for row in table.rows:
            for at, field in enumerate(row.fields):
                character = _first_invisible(field)
                if character:
                    name = table.columns[at] if at < len(table.columns) else f"field {at + 1}"
                    called = unicodedata.name(character, "a control character")
                    known = f"U+{ord(character):04X} ({called})"
                    yield Problem(row, f"{name} has the invisible character {known}; remove it")


def _first_invisible(field: str) -> str:
    if _PRINTED_ASCII.fullmatch(field):
        return ""
    for at, character in enumerate(field):
        if character in "\t\r\n":
            continue
        if character in _INVISIBLE_LETTERS:
            return character
        if unicodedata.category(character) in _INVISIBLE_CATEGORIES and not (
            character in _JOINERS and _joins(field[at - 1 : at])
        ):
            return character
    return ""


def _joins(before: str) -> bool:
    """Return whether a script writes joiners after this letter: Arabic, and those of India."""
    return "\u0600" <= before < "\u1900"
