"""SubRip subtitles: each cue is a segment, without its styling; numbers and times are not read.

A cue's text goes on until the next cue, over empty lines too, as players show it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.errors import UnreadableError
from capqa.files.encoding import decode
from capqa.formats._cue_times import shown
from capqa.formats._cues import Cue, document_of, line_break_of, lines_between
from capqa.formats._mapping import Places, SegmentBuilder
from capqa.formats._markup_edits import edited
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.model import Document, Edit, Segment

SUFFIXES: tuple[str, ...] = (".srt",)
"""The endings of the names of SubRip files."""

_TIMING = re.compile(r"[ \t]*(-?\d[\d:.,; \t]{0,40}?)[ \t]*--?[ \t]?>[ \t]*(-?\d[\d:.,;]{0,40})")
_NUMBER = re.compile(r"[ \t\ufeff]*(\d{1,12})[ \t]*")
_MARKUP = re.compile(
    r"""(?P<line_break> \r\n | \r | \n | <br[ ]?/?> )
    | </? (?:i|b|u|s|em|strong|font|span|c|v|lang|ruby|rt|p|div) (?:[\s.:=] [^<>\r\n]*)? >
    | \{\\ [^{}\r\n]* \}
    | \{ /? [ibus] \}""",
    re.IGNORECASE | re.VERBOSE,
)


def read(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes; what stands before the first cue is not read.

    Raises UnreadableError when the bytes are no text, or no line of theirs tells a cue's time.
    """
    decoded = decode(data, name)
    return document_of(name, "srt", data, decoded, _segments(decoded.text, name))


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    Raises ConflictError when an edit's old text is not what stands there, when two edits overlap,
    and when styling would be lost or the new text would be read as styling or a cue of its own;
    CapqaError when the document's encoding lacks a character of the new text.
    """
    line_break = line_break_of(document.text)
    return edited(
        document, edits, segments=_segments, written=lambda text, _: text.replace("\n", line_break)
    )


def _segments(text: str, name: str) -> list[Segment]:
    cues = list(_cues(text))
    if not cues:
        raise UnreadableError(
            "holds no SubRip cue (no line like 00:00:05,000 --> 00:00:07,500)",
            where=name,
            mend="restore the times, or name the file after its format",
        )
    places = Places(text)
    return [segment for cue in cues if (segment := _segment(text, cue, places))]


def _cues(text: str) -> Iterator[Cue]:
    lines = lines_between(text)
    timings = [
        (index, found)
        for index, (start, end) in enumerate(lines)
        if (found := _TIMING.match(text, start, end))
    ]
    numbers: list[str | None] = []
    firsts = []
    for position, (index, _) in enumerate(timings):
        previous = timings[position - 1][0] if position else -1
        number = _NUMBER.fullmatch(text, *lines[index - 1]) if index - 1 > previous else None
        numbers.append(number[1] if number else None)
        firsts.append(index - 1 if number else index)
    firsts.append(len(lines))
    for position, (index, timing) in enumerate(timings):
        last = firsts[position + 1] - 1
        start = lines[index + 1][0] if index < last else lines[index][1]
        number_shown = numbers[position] or str(position + 1)
        end = lines[last][1] if index < last else start
        yield Cue(start, end, number_shown, timing[1], shown(timing[1], timing[2]))


def _segment(text: str, cue: Cue, places: Places) -> Segment | None:
    builder = SegmentBuilder(places)
    at = cue.start
    for markup in _MARKUP.finditer(text, cue.start, cue.end):
        builder.letters(text[at : markup.start()], at)
        if markup["line_break"]:
            builder.whole("\n", markup.start(), len(markup[0]))
        at = markup.end()
    builder.letters(text[at : cue.end], at)
    segment = builder.segment(Role.CUE, locator=cue.locator)
    return replace(segment, seconds=cue.seconds) if segment else None
