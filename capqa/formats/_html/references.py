"""Character references, read as browsers read them.

Source: WHATWG HTML 13.2.5.72 to 80; the names come from `html.entities.html5`.
"""

from __future__ import annotations

import re
from html.entities import html5

_REFERENCE = re.compile(r"&(?:#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?|([A-Za-z][A-Za-z0-9]{0,40};?))")
_LONGEST_NAME = max(map(len, html5))
_REPLACEMENT = "\ufffd"
_LARGEST = 0x10FFFF
_MOST_DIGITS = 10


def reference(text: str, start: int, end: int, *, in_attribute: bool = False) -> tuple[str, int]:
    """Return the characters that the ``&`` at ``start`` stands for, and the offset behind them.

    An ``&`` that begins no reference stands for itself. ``end`` is where the text or value ends.
    """
    found = _REFERENCE.match(text, start, end)
    if found is None:
        return "&", start + 1
    hexadecimal, decimal, name = found.groups()
    if hexadecimal is not None:
        return _numbered(hexadecimal, 16), found.end()
    if decimal is not None:
        return _numbered(decimal, 10), found.end()
    for length in range(min(len(name), _LONGEST_NAME), 1, -1):
        characters = html5.get(name[:length])
        if characters is None:
            continue
        behind = start + 1 + length
        if in_attribute and name[length - 1] != ";" and _goes_on(text, behind, end):
            return "&", start + 1
        return characters, behind
    return "&", start + 1


def _goes_on(text: str, behind: int, end: int) -> bool:
    # "?a=1&copy=2": in attributes, addresses were there before the semicolon was asked for.
    following = text[behind : min(behind + 1, end)]
    return following == "=" or (following.isascii() and following.isalnum())


def _numbered(digits: str, base: int) -> str:
    significant = digits.lstrip("0")
    if not significant or len(significant) > _MOST_DIGITS:
        return _REPLACEMENT
    number = int(significant, base)
    if number > _LARGEST or 0xD800 <= number <= 0xDFFF:
        return _REPLACEMENT
    if 0x80 <= number <= 0x9F:
        # What pages mean by these numbers are the characters of Windows-1252.
        return bytes([number]).decode("cp1252", "ignore") or chr(number)
    return chr(number)
