"""The texts of JSON: one segment for each string that is read, more where it is a page or lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from capqa.formats._json.strings import decoded, parts
from capqa.formats._json.validity import refuse_broken, too_deep
from capqa.formats._json.values import DEEPEST, values
from capqa.formats._mapping import SegmentBuilder
from capqa.formats._nesting import NestedPage
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.formats._json.selection import Chosen, Selection
    from capqa.formats._json.values import String
    from capqa.formats._mapping import Places
    from capqa.model import Segment

_LINE_BREAK = re.compile(r"[\r\n]")


class ReadString(NamedTuple):
    """A string that is read: where it stands, its segments, and the page if it holds HTML."""

    start: int
    end: int
    segments: tuple[Segment, ...]
    page: NestedPage | None = None


def read_strings(
    text: str, name: str, selection: Selection, places: Places, *, offset: int = 0, record: str = ""
) -> Iterator[ReadString]:
    """Yield the strings that are read of one JSON text, in order.

    The text stands at ``offset`` in the file, whose lines and columns are ``places``; the locator
    of a segment is ``record`` and the JSON pointer within the text. A text of several lines in the
    body is a segment for each line. Raises UnreadableError when the text is no JSON.
    """
    refuse_broken(text, name, places, offset)
    found = values(text, selection.wants, selection.labels)
    if any(container.depth > DEEPEST for container in found.containers):
        raise too_deep(name)
    languages = selection.languages(text, found)
    for string in found.strings:
        chosen = selection.choose(string, decoded(text, string.start, string.end))
        if chosen is None:
            continue
        language = chosen.language or languages[id(string.container)]
        locator = f"{record} {string.pointer}".strip()
        segments = tuple(_segments(text, string, chosen, places, offset, locator, language))
        page = None
        if chosen.is_html and segments:
            page = NestedPage(segments[0])
            segments = page.segments
        if segments:
            yield ReadString(offset + string.start, offset + string.end, segments, page)


def _segments(
    text: str,
    string: String,
    chosen: Chosen,
    places: Places,
    offset: int,
    locator: str,
    language: str | None,
) -> Iterator[Segment]:
    is_parted = chosen.role is Role.BODY and not chosen.is_html
    builder = SegmentBuilder(places)
    line_break: tuple[int, int] | None = None
    for characters, start, end in parts(text, string.start, string.end):
        if line_break and (characters != "\n" or text[line_break[0] : start] != r"\r"):
            builder.whole("\n", offset + line_break[0], line_break[1] - line_break[0])
            line_break = None
        if not _LINE_BREAK.fullmatch(characters):
            if text[start] == "\\":
                builder.whole(characters, offset + start, end - start)
            else:
                builder.letters(characters, offset + start)
        elif not is_parted:
            line_break = (line_break[0] if line_break else start, end)
        else:
            segment = builder.segment(chosen.role, locator=locator, language=language)
            builder = SegmentBuilder(places)
            if segment:
                yield segment
    segment = builder.segment(chosen.role, locator=locator, language=language)
    if segment:
        yield segment
