"""A document as read: its segments, and where they stand in the source."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from capqa.digest import blake2b


class Role(StrEnum):
    """What a segment is on the page; rules and settings treat roles differently."""

    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    HEADLINE = "headline"
    BODY = "body"
    ALT = "alt"
    CUE = "cue"
    META = "meta"
    NAVIGATION = "navigation"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``0 <= start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Raise ValueError for a range that runs backwards or starts before the text."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the part of text this span covers."""
        return text[self.start : self.end]

    def shifted(self, offset: int) -> Span:
        """Return the same range moved by offset code points."""
        return Span(self.start + offset, self.end + offset)

    def overlaps(self, other: Span) -> bool:
        """Return whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end


class SourceRun(NamedTuple):
    """A stretch of a segment's text and the part of ``Document.text`` it was read from.

    ``text[start : start + length]`` stands at ``source``, ``source_length`` long, which begins at
    ``line`` and ``column``: letter by letter where the two lengths are equal, else only as a whole
    (an entity, a line end of two characters). A line break is a run of its own.
    """

    start: int
    length: int
    source: int
    source_length: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Segment:
    """One run of text a reader sees as a unit: a caption, a headline, a paragraph.

    ``start`` is the offset of ``text[0]`` in ``Document.text``. ``previous`` and ``following`` are
    the texts of the neighbouring segments; ``occurrence`` counts the earlier segments of the
    document with the same text and neighbours. ``language`` is what the source itself declares
    (``lang=``), else None. ``locator`` names the place in the format's own terms where line and
    column say too little (a JSON pointer, a cue number).

    ``runs`` tell where each part of the text stands in the source, in order and without gaps in the
    text; what lies between them in the source is markup. Without runs the text stands in the source
    letter by letter from ``start``.

    In a bilingual file ``translation_of`` is the text this one translates, without inline codes,
    and ``source_language`` the language of that; elsewhere they are "" and None. ``seconds`` is how
    long a cue of subtitles is shown.
    """

    text: str
    role: Role
    start: int
    line: int
    column: int = 1
    language: str | None = None
    locator: str = ""
    previous: str = ""
    following: str = ""
    occurrence: int = 0
    runs: tuple[SourceRun, ...] = field(default=(), repr=False)
    translation_of: str = ""
    source_language: str | None = None
    seconds: float | None = None

    def run_at(self, offset: int) -> SourceRun | None:
        """Return the run that holds the code point at an offset, the last one at the text's end;
        None where there are no runs.
        """
        if not self.runs:
            return None
        from bisect import bisect_right

        index = bisect_right(self.runs, offset, key=lambda run: run.start)
        return self.runs[max(index - 1, 0)]

    def source_of(self, span: Span) -> Span:
        """Return where a span of the text stands in ``Document.text``, the markup inside included.

        A part of what was read as a whole stands for the whole.
        """
        first = self.run_at(span.start)
        last = self.run_at(max(span.start, span.end - 1))
        if first is None or last is None:
            return span.shifted(self.start)
        start, end = first.source, last.source + last.source_length
        if first.length == first.source_length:
            start += span.start - first.start
        if last.length == last.source_length:
            end = last.source + span.end - last.start
        return Span(start, max(start, end))


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its bytes, how they decode, and the segments found in it.

    ``text`` is the decoded content without the byte-order mark, line ends as they are;
    ``data == byte_order_mark + text.encode(encoding)`` always holds. ``configuration`` is what the
    format was told to read it with, None where nothing.

    A large file is checked in sections, a document each: then ``offset`` is where ``text`` begins
    in the text of the file, in code points, and ``first_line`` the line it begins with. Segments
    count lines in the file, offsets in ``text``. ``page_names`` are the names in the running text
    of the file, None for a whole one.
    """

    name: str
    format: str
    data: bytes = field(repr=False)
    text: str = field(repr=False)
    encoding: str
    byte_order_mark: bytes
    segments: tuple[Segment, ...]
    language: str | None = None
    configuration: object = field(default=None, repr=False)
    offset: int = 0
    first_line: int = 1
    page_names: frozenset[str] | None = field(default=None, repr=False)

    @property
    def content_hash(self) -> str:
        """The hash of the bytes, to notice that the file changed since it was read."""
        return content_hash(self.data)


def content_hash(data: bytes) -> str:
    """Return the hash by which decisions remember the bytes they were made on."""
    return blake2b(data, digest_size=16).hexdigest()
