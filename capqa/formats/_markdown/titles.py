"""The titles of links and images, and other texts in quotes: where they stand, what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it.common.utils import unescapeAll
from markdown_it.helpers import parseLinkDestination, parseLinkTitle

if TYPE_CHECKING:
    from capqa.formats._mapping import SegmentBuilder
    from capqa.formats._markdown.source_map import SourceMap

_SPECIAL: Final = re.compile(
    r"\\([!-/:-@\[-`{-~])|&(?:#x[a-f0-9]{1,6}|#[0-9]{1,8}|[a-z][a-z0-9]{1,31});|[ \t]*\n[ \t]*",
    re.IGNORECASE,
)
_SPACES: Final = " \t\n"


def link_title(content: str, label_end: int, end: int) -> tuple[int, int] | None:
    """Return where the title of a link or image stands, without its quotes; None without one.

    ``label_end`` is the offset of the bracket that closes its text, ``end`` is behind all of it.
    """
    if not content.startswith("](", label_end):
        return None
    return title_after(content, label_end + len("]("), end)


def title_after(content: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the title stands that follows an address, without its quotes."""
    address = parseLinkDestination(content, _behind_spaces(content, start, end), end)
    if not address.ok:
        return None
    opening = _behind_spaces(content, address.pos, end)
    if opening == address.pos:
        return None
    title = parseLinkTitle(content, opening, end, None)
    return (opening + 1, title.pos - 1) if title.ok else None


def _behind_spaces(content: str, start: int, end: int) -> int:
    while start < end and content[start] in _SPACES:
        start += 1
    return start


def add_title(
    builder: SegmentBuilder, content: str, source_map: SourceMap, start: int, end: int
) -> None:
    """Add a title to a text, its escapes and entities decoded; line breaks become spaces."""
    at = start
    for special in _SPECIAL.finditer(content, start, end):
        source_map.add(builder, at, special.start())
        at = special.end()
        if special[0][0] in "\\&":
            meant = unescapeAll(special[0])
            if meant != special[0]:
                source_map.add_whole(builder, meant, special.start(), at)
            else:
                source_map.add(builder, special.start(), at)
        else:
            source_map.add_break(builder, " ", special.start(), at)
    source_map.add(builder, at, end)


def add_argument(
    builder: SegmentBuilder, content: str, source_map: SourceMap, start: int, end: int, quote: str
) -> None:
    """Add the argument of a shortcode, in which a backslash keeps its quote from ending it."""
    at = start
    while quote != "`" and (found := content.find("\\", at, end)) >= 0:
        source_map.add(builder, at, found)
        source_map.add_whole(builder, content[found + 1], found, found + 2)
        at = found + 2
    source_map.add(builder, at, end)
