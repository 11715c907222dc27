"""Strings of JSON as they stand between their quotation marks: what each part of them means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART: Final = re.compile(
    r"[^\\]+"
    r"|\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\u([0-9a-fA-F]{4})"
    r"|\\(.)"
    r"|\\",
    re.DOTALL,
)
_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def parts(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the parts of the string that stands from ``start`` to ``end``, with their places.

    A part is a stretch without escapes, or the characters one escape stands for. Half a surrogate
    pair is read as U+FFFD, which has bytes.
    """
    for part in _PART.finditer(source, start, end):
        high, low, number, letter = part.groups()
        if high is not None:
            point = 0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00
            characters = chr(point)
        elif number is not None:
            characters = chr(int(number, 16))
            if "\ud800" <= characters <= "\udfff":
                characters = "\ufffd"
        elif letter is not None:
            characters = _ESCAPES.get(letter, letter)
        else:
            characters = part[0]
        yield characters, part.start(), part.end()


def decoded(source: str, start: int, end: int) -> str:
    """Return what the string that stands from ``start`` to ``end`` means."""
    if source.find("\\", start, end) < 0:
        return source[start:end]
    return "".join(characters for characters, _, _ in parts(source, start, end))
