"""What stands between two tags as one string: HTML, or lines of plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from capqa.formats._html.elements import BLOCKS, CONTENT, DECORATION, FORMATTING, VOID, names
from capqa.formats._mapping import SegmentBuilder
from capqa.formats._xml_text import add_as_it_is

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._mapping import Places
    from capqa.formats._xml import Token

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_MARKUP = re.compile(r"[&<]")
_TAG_OR_REFERENCE = re.compile(
    r"</?([A-Za-z][A-Za-z0-9]{0,15})(?=[\s/>])[^<>]*+>"
    r"|&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});"
)
_ELEMENTS = BLOCKS | CONTENT | DECORATION | FORMATTING | VOID | names("a cite q script style time")
_WRITTEN = {"&": "&amp;", "<": "&lt;"}


def is_like_html(text: str) -> bool:
    """Return whether a text that may be plain is HTML: whether it has a tag of HTML in it (not
    "<mehr>"), or a character reference.
    """
    return any(
        found[1] is None or found[1].lower() in _ELEMENTS
        for found in _TAG_OR_REFERENCE.finditer(text)
    )


def string_of(source: str, tokens: Sequence[Token], places: Places) -> SegmentBuilder:
    """Return the string that texts and CDATA make, entities decoded."""
    builder = SegmentBuilder(places)
    for token in tokens:
        add_as_it_is(builder, source, token.start, token.end, decodes=token.kind == "text")
    return builder


def lines_of_string(source: str, tokens: Sequence[Token], places: Places) -> list[SegmentBuilder]:
    """Return the lines of such a string, empty ones included."""
    lines = [SegmentBuilder(places)]
    for token in tokens:
        at, decodes = token.start, token.kind == "text"
        for line_break in _LINE_BREAK.finditer(source, token.start, token.end):
            add_as_it_is(lines[-1], source, at, line_break.start(), decodes=decodes)
            lines.append(SegmentBuilder(places))
            at = line_break.end()
        add_as_it_is(lines[-1], source, at, token.end, decodes=decodes)
    return lines


def markup_of(source: str, tokens: Sequence[Token], prefix: str, places: Places) -> SegmentBuilder:
    """Return a stretch of XHTML as an HTML reader takes it: without the prefix of its tags, and
    with CDATA as text.
    """
    builder = SegmentBuilder(places)
    for token in tokens:
        at = token.start
        if token.kind == "cdata":
            for special in _MARKUP.finditer(source, token.start, token.end):
                add_as_it_is(builder, source, at, special.start(), decodes=False)
                builder.whole(_WRITTEN[special[0]], special.start(), 1)
                at = special.end()
        elif token.name and prefix and token.prefix == prefix:
            name = source.index(prefix, at)
            builder.letters(source[at:name], at)
            at = name + len(prefix) + 1
        add_as_it_is(builder, source, at, token.end, decodes=False)
    return builder
