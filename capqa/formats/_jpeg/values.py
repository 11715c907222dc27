"""The value of one field: its text, and where each part of that stands in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from capqa.formats._declared_language import declared_language
from capqa.model import Segment, SourceRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.formats._jpeg.fields import Field
    from capqa.formats._jpeg.gathered import Gathered

DEFAULT_LANGUAGE = "x-default"
"""How XMP marks the text for those who asked for no language."""

# A line break, a stretch of ASCII, or one other character.
_PIECE = re.compile(r"\r\n|[\r\n]|[\x00-\x09\x0b\x0c\x0e-\x7f]+|[^\x00-\x7f]")


class Part(NamedTuple):
    """A part of a value and where it stands: letter by letter where the lengths are equal.

    ``raw`` is the text with its line breaks as they are; in ``text`` each is a line feed.
    """

    text: str
    raw: str
    source: int
    source_length: int


@dataclass(frozen=True, slots=True)
class Value:
    """A field's value, the ``index``-th one of it, counted from 1, in a list.

    ``language`` is the tag of the source, "" where the field has none. ``encoding`` is what the
    text is stored in.
    """

    field: Field
    parts: tuple[Part, ...]
    encoding: str
    language: str = ""
    index: int = 1

    @property
    def raw(self) -> str:
        """The whole value as stored, decoded."""
        return "".join(part.raw for part in self.parts)

    @property
    def locator(self) -> str:
        """What to call the field in a report."""
        label = self.field.label
        if self.language and self.language != DEFAULT_LANGUAGE:
            label += f" [{self.language}]"
        return label if self.index == 1 else f"{label} {self.index}"

    def segment(self) -> Segment | None:
        """Return the segment, without the white space around its text; None when that is all.

        Lines and columns are those within the field's text.
        """
        text = "".join(part.text for part in self.parts)
        stripped = text.strip()
        if not stripped:
            return None
        first = len(text) - len(text.lstrip())
        runs = tuple(_runs(self.parts, first, first + len(stripped)))
        language = self.language if self.language != DEFAULT_LANGUAGE else ""
        return Segment(
            text=stripped,
            role=self.field.role,
            start=runs[0].source,
            line=runs[0].line,
            column=runs[0].column,
            language=declared_language(language),
            locator=self.locator,
            runs=runs,
        )

    def raw_offset(self, offset: int) -> int:
        """Return where in `raw` an offset of the segment's text stands."""
        text = "".join(part.text for part in self.parts)
        offset += len(text) - len(text.lstrip())
        raw = 0
        for part in self.parts:
            if offset < len(part.text):
                return raw + offset
            offset -= len(part.text)
            raw += len(part.raw)
        return raw


def parts_of(gathered: Gathered, start: int, end: int, encoding: str) -> Iterator[Part]:
    """Return the parts of a text stored in a range of bytes. Raises UnicodeDecodeError."""
    at = start
    for found in _PIECE.finditer(gathered.data[start:end].decode(encoding)):
        piece = found[0]
        size = len(piece.encode(encoding))
        if piece[0] in "\r\n":
            yield _whole("\n", piece, gathered, at, size)
        elif size == len(piece):
            for first, last in gathered.unbroken(at, at + size):
                letters = piece[first - at : last - at]
                yield Part(letters, letters, gathered.source(first), last - first)
        else:
            width = size // len(piece)
            for index, letter in enumerate(piece):
                yield _whole(letter, letter, gathered, at + index * width, width)
        at += size


def whole(text: str, gathered: Gathered, start: int, end: int) -> Part:
    """Return the part for a text that stands for a range of bytes as a whole, such as an entity."""
    return _whole(text, text, gathered, start, end - start)


def _whole(text: str, raw: str, gathered: Gathered, start: int, size: int) -> Part:
    source = gathered.source(start)
    return Part(text, raw, source, gathered.source(start + size - 1) + 1 - source)


def _runs(parts: Sequence[Part], first: int, end: int) -> Iterator[SourceRun]:
    at, line, column = 0, 1, 1
    for part in parts:
        length = len(part.text)
        start, stop = max(at, first), min(at + length, end)
        if start < stop:
            exact = length == part.source_length
            yield SourceRun(
                start - first,
                stop - start,
                part.source + (start - at if exact else 0),
                stop - start if exact else part.source_length,
                line,
                column + start - at,
            )
        at += length
        if part.text == "\n":
            line, column = line + 1, 1
        else:
            column += length
