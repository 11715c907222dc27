"""WebVTT subtitles: each cue is a segment without its tags; what a `<lang>` tag marks is its own.

Comments, style sheets, regions, cue settings and the names in voice tags are not read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.errors import UnreadableError
from capqa.files.encoding import decode
from capqa.formats import _entities
from capqa.formats._cue_times import shown
from capqa.formats._cues import Cue, document_of, line_break_of, lines_between
from capqa.formats._declared_language import declared_language
from capqa.formats._mapping import Places, SegmentBuilder
from capqa.formats._markup_edits import edited
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.model import Document, Edit, Segment

SUFFIXES: tuple[str, ...] = (".vtt", ".webvtt")
"""The endings of the names of WebVTT files."""

_MAGIC = re.compile(r"WEBVTT(?=[ \t\r\n]|\Z)")
_LANGUAGE = re.compile(r"Language[ \t]*:[ \t]*([A-Za-z][A-Za-z0-9_-]{0,34})[ \t]*", re.IGNORECASE)
_TIMING = re.compile(r"[ \t]*(\d[\d:.,]{0,40})[ \t]*-->[ \t]*(\d[\d:.,]{0,40})?")
_NUMBER = re.compile(r"[ \t]*(\d{1,12})[ \t]*")
# A "<" that no name follows is read as the sign it is: authors forget to write &lt;.
_MARKUP = re.compile(
    rf"""(?P<line_break> \r\n | \r | \n )
    | (?P<entity> {_entities.PATTERN} )
    | <lang (?:\.[^<>\s]*)? \s+ (?P<language> [^<>\s]+ ) \s* >
    | (?P<language_end> </lang\s*> )
    | < /? [A-Za-z0-9.] [^<>]* >
    | </>""",
    re.VERBOSE,
)


def read(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes; a file without cues has no segments.

    Raises UnreadableError when the bytes are no text or do not begin as WebVTT must.
    """
    decoded = decode(data, name)
    segments = _segments(decoded.text, name)
    language = _header(decoded.text, lines_between(decoded.text))[1]
    return document_of(name, "webvtt", data, decoded, segments, language)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    Raises ConflictError when an edit's old text is not what stands there, when two edits overlap,
    and when tags would be lost or the cues around change. A character that the document's encoding
    lacks is written as a reference.
    """
    line_break = line_break_of(document.text)
    return edited(
        document,
        edits,
        segments=_segments,
        written=lambda text, _: _entities.encoded(text, document.encoding).replace(
            "\n", line_break
        ),
    )


def _segments(text: str, name: str) -> list[Segment]:
    if not _MAGIC.match(text):
        raise UnreadableError(
            "is no WebVTT: it does not begin with WEBVTT",
            where=name,
            mend="restore its first line, or name the file after its format",
        )
    lines = lines_between(text)
    header_end, _ = _header(text, lines)
    places = Places(text)
    return [
        segment
        for cue in _cues(text, lines, header_end)
        for segment in _cue_segments(text, cue, places)
    ]


def _header(text: str, lines: Sequence[tuple[int, int]]) -> tuple[int, str | None]:
    language = None
    for index, (start, end) in enumerate(lines):
        if start == end or (index and _TIMING.match(text, start, end)):
            return index, language
        declared = _LANGUAGE.fullmatch(text, start, end)
        if declared:
            language = declared_language(declared[1])
    return len(lines), language


def _cues(text: str, lines: Sequence[tuple[int, int]], index: int) -> Iterator[Cue]:
    count = 0
    block = index
    while index < len(lines):
        start, end = lines[index]
        timing = _TIMING.match(text, start, end)
        # Only a block's second line can follow an identifier.
        if timing is None:
            index += 1
            if start == end:
                block = index
            continue
        count += 1
        number = _NUMBER.fullmatch(text, *lines[index - 1]) if index == block + 1 else None
        first = index = index + 1
        while index < len(lines) and lines[index][0] < lines[index][1]:
            if text.find("-->", *lines[index]) >= 0:
                break
            index += 1
        block = index
        if index > first:
            name = number[1] if number else str(count)
            seconds = shown(timing[1], timing[2] or "")
            yield Cue(lines[first][0], lines[index - 1][1], name, timing[1], seconds)


def _cue_segments(text: str, cue: Cue, places: Places) -> Iterator[Segment]:
    builder, languages = SegmentBuilder(places), [""]
    at = cue.start
    for markup in _MARKUP.finditer(text, cue.start, cue.end):
        builder.letters(text[at : markup.start()], at)
        at = markup.end()
        if markup["line_break"]:
            builder.whole("\n", markup.start(), len(markup[0]))
        elif markup["entity"]:
            meant = _entities.decoded(markup[0])
            if meant is None:
                builder.letters(markup[0], markup.start())
            else:
                builder.whole(meant, markup.start(), len(markup[0]))
        elif markup["language"] or (markup["language_end"] and len(languages) > 1):
            yield from _ended(builder, cue, languages)
            builder = SegmentBuilder(places)
            if markup["language"]:
                languages.append(markup["language"])
            else:
                languages.pop()
    builder.letters(text[at : cue.end], at)
    yield from _ended(builder, cue, languages)


def _ended(builder: SegmentBuilder, cue: Cue, languages: Sequence[str]) -> Iterator[Segment]:
    segment = builder.segment(
        Role.CUE, locator=cue.locator, language=declared_language(languages[-1])
    )
    if segment:
        yield replace(segment, seconds=cue.seconds)
