"""Lines of a text as editors count them: ended by LF, CR LF or CR and by nothing else.

``str.splitlines`` also breaks at form feeds and U+2028, where an editor shows one line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SECTION = 1_000_000
"""How long the sections of a large file are at least, in code points."""

_LINE_END = re.compile(r"\r\n|\r|\n")


class Line(NamedTuple):
    """A line's text without the white space around it, and where that begins.

    ``start`` is an offset in the whole text in code points, ``column`` counts from 1.
    """

    text: str
    start: int
    column: int


class Piece:
    """A part of a large file that ends where a line or record ends; a small file is one piece.

    ``first_line`` is the number of its first line. ``before`` and ``after`` are the line before it
    and the line after it, None at the ends of the file.
    """

    __slots__ = ("after", "before", "first_line", "text")

    def __init__(
        self,
        text: str,
        first_line: int = 1,
        before: str | None = None,
        after: str | None = None,
    ) -> None:
        """Take the text and what surrounds it."""
        self.text = text
        self.first_line = first_line
        self.before = before
        self.after = after


def lines_of(text: str) -> Iterator[Line]:
    """Return all lines in order, empty ones included; a final line end begins no further line."""
    if "\r" not in text:
        yield from _lines_without_returns(text)
        return
    start = 0
    for end in _LINE_END.finditer(text):
        yield _line(text[start : end.start()], start)
        start = end.end()
    if start < len(text):
        yield _line(text[start:], start)


def _lines_without_returns(text: str) -> Iterator[Line]:
    start = 0
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    for line in lines:
        yield _line(line, start)
        start += len(line) + 1


def _line(raw: str, start: int) -> Line:
    text = raw.strip()
    indent = 0 if len(text) == len(raw) else len(raw) - len(raw.lstrip())
    return Line(text, start + indent, indent + 1)
