"""New text for strings of JSON, escaped as the strings around it are."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.files.encoding import can_hold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_BEYOND_ASCII: Final = re.compile(r"[^\0-\x7f]")
_HEX_LETTER: Final = re.compile(r"[a-fA-F]")
_MUST: Final = re.compile(r'["\\\0-\x1f\ud800-\udfff]')


class _Style(NamedTuple):
    """How characters are escaped: which ones, None where nothing tells, and in which digits."""

    beyond_ascii: bool | None
    slash: bool | None
    capitals: bool | None
    other: frozenset[str]
    line_break: str

    def over(self, whole: _Style) -> _Style:
        """Return this style with what it leaves open as in the whole file."""
        return _Style(
            whole.beyond_ascii if self.beyond_ascii is None else self.beyond_ascii,
            whole.slash if self.slash is None else self.slash,
            whole.capitals if self.capitals is None else self.capitals,
            self.other | whole.other,
            self.line_break or whole.line_break,
        )


def writer(
    text: str, strings: Sequence[tuple[int, int]], encoding: str
) -> Callable[[str, int], str]:
    """Return what writes a new text as it must stand at an offset of a file in JSON.

    ``strings`` are where the file's strings stand that are read, in order. What a string or, where
    it tells nothing, the file escapes is escaped in new text as well, and what the encoding lacks.
    """
    starts = [start for start, _ in strings]

    @cache
    def style(index: int) -> _Style:
        if index < 0:
            return _style(text)
        return _style(text[slice(*strings[index])]).over(style(-1))

    def written(new: str, offset: int) -> str:
        return _escaped(new, style(bisect_right(starts, offset) - 1), encoding)

    return written


def _style(text: str) -> _Style:
    escaped: set[str] = set()
    letters: set[str] = set()
    slash = None
    line_break = ""
    for number, letter in _ESCAPE.findall(text):
        if number:
            escaped.add(chr(int(number, 16)))
            letters.update(_HEX_LETTER.findall(number))
        elif letter == "/":
            slash = True
    if slash is None and "/" in text:
        slash = False
    if r"\n" in text:
        line_break = r"\r\n" if r"\r\n" in text else r"\n"
    beyond_ascii = None
    if _BEYOND_ASCII.search(text):
        beyond_ascii = False
    elif any(character > "\x7f" for character in escaped):
        beyond_ascii = True
    return _Style(
        beyond_ascii,
        slash,
        any(map(str.isupper, letters)) if letters else None,
        frozenset(
            each for each in escaped if each >= " " and not (each > "\x7f" and beyond_ascii)
        ).difference(text),
        line_break,
    )


def _escaped(text: str, style: _Style, encoding: str) -> str:
    pieces = []
    for character in text:
        if character == "\n":
            pieces.append(style.line_break or r"\n")
        elif character == "/":
            pieces.append(r"\/" if style.slash else "/")
        elif (
            character in style.other
            or (character > "\x7f" and (style.beyond_ascii or not can_hold(encoding, character)))
            or "\ud800" <= character <= "\udfff"
        ):
            pieces.append(_numbered(character, style))
        elif _MUST.match(character):
            pieces.append(json.dumps(character)[1:-1])
        else:
            pieces.append(character)
    return "".join(pieces)


def _numbered(character: str, style: _Style) -> str:
    digits = "04X" if style.capitals else "04x"
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(
        f"\\u{int.from_bytes(units[at : at + 2]):{digits}}" for at in range(0, len(units), 2)
    )
