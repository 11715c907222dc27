"""Text from outside as it may be shown on a terminal: nothing in it acts, everything in it is seen.

Escape sequences, bidirectional overrides and line separators are replaced by visible symbols, so
that a caption can neither move the cursor nor pretend to read differently from what it says.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from capqa.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

_ACTING = lazy_pattern(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "\u2421"


def visible(text: str) -> str:
    """Return one line with a symbol for every control or invisible character, a space for a tab."""
    return _ACTING.sub(_symbol, text)


def display_width(text: str) -> int:
    """Return how many terminal cells a text from `visible` takes: wide characters take two."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _symbol(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == 0x7F:
        return _DELETE_PICTURE
    return f"<U+{code:04X}>"


def _cells(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
