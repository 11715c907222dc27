"""What the subtitle formats share: cues with their number, time and text, made into documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from capqa.formats._neighbours import with_neighbours
from capqa.model import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.files.encoding import Decoded
    from capqa.model import Segment

LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line."""

_LONGEST_TIME = 40


class Cue(NamedTuple):
    """Where the text of a cue stands, the line break after it left out, and what it is called.

    ``seconds`` is how long it is shown, None where its times do not tell.
    """

    start: int
    end: int
    number: str
    time: str
    seconds: float | None = None

    @property
    def locator(self) -> str:
        """The cue's number and time as the file writes them: "cue 12, 00:00:05,000"."""
        return locator(self.number, self.time)


def locator(number: str, time: str) -> str:
    """Return what to call a cue in a report: "cue 12, 00:00:05,000", without a time "cue 12"."""
    time = " ".join(time[:_LONGEST_TIME].split())
    return f"cue {number}, {time}" if time else f"cue {number}"


def lines_between(text: str) -> list[tuple[int, int]]:
    """Return where each line starts and ends, its line break left out; empty ones are included."""
    lines = []
    start = 0
    for line_break in LINE_BREAK.finditer(text):
        lines.append((start, line_break.start()))
        start = line_break.end()
    lines.append((start, len(text)))
    return lines


def line_break_of(text: str) -> str:
    """Return the line break a text uses first, LF where it has none."""
    found = LINE_BREAK.search(text)
    return found[0] if found else "\n"


def document_of(
    name: str,
    format_name: str,
    data: bytes,
    decoded: Decoded,
    segments: Sequence[Segment],
    language: str | None = None,
) -> Document:
    """Return a document of segments in order, which learn their neighbours here."""
    return Document(
        name=name,
        format=format_name,
        data=data,
        text=decoded.text,
        encoding=decoded.encoding,
        byte_order_mark=decoded.byte_order_mark,
        segments=with_neighbours(segments),
        language=language,
    )
