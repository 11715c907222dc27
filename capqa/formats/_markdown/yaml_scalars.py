"""The letters of YAML's scalars: plain, quoted, literal and folded, and where each one stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.formats._mapping import SegmentBuilder

_FOLD: Final = r"[ \t]*(?:\r\n|[\r\n\x85])(?:[ \t]*(?:\r\n|[\r\n\x85]))*[ \t]*"
_SPECIAL: Final = {
    "": re.compile(_FOLD),
    "'": re.compile(rf"''|{_FOLD}"),
    '"': re.compile(
        rf"\\(?:\r\n|[\r\n\x85])\s*|\\x[0-9A-Fa-f]{{2}}|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}}"
        rf"|\\.|{_FOLD}",
        re.DOTALL,
    ),
}
_LINE_BREAK: Final = re.compile(r"\r\n|[\r\n\x85]")
_ESCAPES: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def add_scalar(
    builder: SegmentBuilder, text: str, start: int, end: int, style: str, value: str
) -> None:
    """Add the text of the scalar that stands from ``start`` to ``end``, its quotes included.

    ``style`` is its quotation mark, "|" or ">" for a block, "" where it is plain; ``value`` is what
    it must come to.
    """
    if style in ("|", ">"):
        _add_block(builder, text, start, end, value)
        return
    at, end = start + len(style), end - len(style)
    for special in _SPECIAL[style].finditer(text, at, end):
        builder.letters(text[at : special.start()], at)
        at = special.end()
        meant = _meant(special[0])
        if meant:
            builder.whole(meant, special.start(), len(special[0]))
    builder.letters(text[at:end], at)


def _meant(special: str) -> str:
    if special == "''":
        return "'"
    if special[0] == "\\":
        if special[1] in "xuU" and len(special) > 2:
            number = int(special[2:], 16)
            return chr(number) if number <= 0x10FFFF else ""
        if special[1] in "\r\n\x85":
            return ""
        return _ESCAPES.get(special[1], special[1])
    breaks = len(_LINE_BREAK.findall(special))
    return "\n" * (breaks - 1) or " "


def block_indent(text: str, start: int, end: int, value: str) -> str:
    """Return what the lines of a block begin with, "" of other scalars."""
    if text[start : start + 1] not in ("|", ">"):
        return ""
    for first, last in _lines(text, start, end):
        if text[first:last].strip():
            written = next((line for line in value.split("\n") if line.strip()), "")
            # A folded line goes on with the next one.
            return " " * (
                len(text[first:last]) - len(text[first:last].lstrip(" ")) - _spaces(written)
            )
    return ""


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the lines below a block's header start and end."""
    header = _LINE_BREAK.search(text, start, end)
    at = header.end() if header else end
    for line_break in _LINE_BREAK.finditer(text, at, end):
        yield at, line_break.start()
        at = line_break.end()
    if at < end:
        yield at, end


def _add_block(builder: SegmentBuilder, text: str, start: int, end: int, value: str) -> None:
    indent = len(block_indent(text, start, end, value))
    at, blank, last_end = 0, 0, -1
    for first, last in _lines(text, start, end):
        first = min(first + indent, last)
        line = text[first:last]
        if not line.strip():
            blank += 1
            continue
        if last_end >= 0:
            gaps = ("\n" * blank or " ", "\n" * (blank + 1))
            gap = next((each for each in gaps if value.startswith(each + line, at)), None)
            if gap is None:
                return
            builder.whole(gap, last_end, first - last_end)
            at += len(gap)
        else:
            at = max(value.find(line), 0)
        builder.letters(line, first)
        at += len(line)
        blank, last_end = 0, last
