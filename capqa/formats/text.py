"""Plain text: each line that is not empty is a segment, without the white space around it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from capqa.errors import UnreadableError
from capqa.files.encoding import decode
from capqa.formats._lines import lines_of
from capqa.formats._roles import inferred_roles
from capqa.formats._splicing import located, spliced
from capqa.model import Document, Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Edit

SUFFIXES: tuple[str, ...] = (".txt", ".text")
"""The endings of the names of plain text files."""


def read(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes; roles are inferred from what stands around a line.

    Raises UnreadableError when the bytes are no text, or hold white space alone.
    """
    decoded = decode(data, name)
    segments = _segments(decoded.text)
    if not segments:
        raise UnreadableError(
            "holds nothing but white space", where=name, mend="remove it or restore its text"
        )
    return Document(
        name=name,
        format="text",
        data=data,
        text=decoded.text,
        encoding=decoded.encoding,
        byte_order_mark=decoded.byte_order_mark,
        segments=segments,
    )


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    Raises ConflictError when an edit's old text is not what stands there or two edits overlap,
    CapqaError when the document's encoding lacks a character of the new text.
    """
    return spliced(document, located(document, edits))


def _segments(text: str) -> tuple[Segment, ...]:
    lines = list(lines_of(text))
    roles = inferred_roles([line.text for line in lines])
    filled = [(number, line) for number, line in enumerate(lines, start=1) if line.text]
    texts = ["", *(line.text for _, line in filled), ""]
    seen: Counter[tuple[str, str, str]] = Counter()
    segments = []
    for index, (number, line) in enumerate(filled, start=1):
        surroundings = (line.text, texts[index - 1], texts[index + 1])
        segments.append(
            Segment(
                text=line.text,
                role=roles[number - 1],
                start=line.start,
                line=number,
                column=line.column,
                previous=surroundings[1],
                following=surroundings[2],
                occurrence=seen[surroundings],
            )
        )
        seen[surroundings] += 1
    return tuple(segments)
