"""Plain text: each line that is not empty is a segment, without the white space around it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from capqa.errors import UnreadableError
from capqa.files.encoding import decode
from capqa.formats._lines import SECTION, Piece, lines_of
from capqa.formats._roles import inferred_roles
from capqa.formats._splicing import located, spliced
from capqa.model import Document, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from capqa.formats._lines import Line
    from capqa.model import Edit, Role

SUFFIXES: tuple[str, ...] = (".txt", ".text")
"""The endings of the names of plain text files."""


def read(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes; roles are inferred from what stands around a line.

    Raises UnreadableError when the bytes are no text, or hold white space alone.
    """
    decoded = decode(data, name)
    segments = _segments(Piece(decoded.text))
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


def sections(stream: BinaryIO, name: str, *, least: int = SECTION) -> Iterator[Document]:
    """Yield the document in a large file in sections, each of ``least`` code points or more.

    Raises UnreadableError as `read` does, midway where the text is broken there.
    """
    # Imported here: hardly any page is large.
    from capqa.formats._sections import in_sections

    return in_sections(stream, name, format_name="text", segments_of=_segments, least=least)


def _segments(piece: Piece) -> tuple[Segment, ...]:
    lines = list(lines_of(piece.text))
    roles = _roles(lines, piece)
    filled = [(index, line) for index, line in enumerate(lines) if line.text]
    texts = ["", *(line.text for _, line in filled), ""]
    seen: Counter[tuple[str, str, str]] = Counter()
    segments = []
    for place, (index, line) in enumerate(filled, start=1):
        surroundings = (line.text, texts[place - 1], texts[place + 1])
        segments.append(
            Segment(
                text=line.text,
                role=roles[index],
                start=line.start,
                line=piece.first_line + index,
                column=line.column,
                previous=surroundings[1],
                following=surroundings[2],
                occurrence=seen[surroundings],
            )
        )
        seen[surroundings] += 1
    return tuple(segments)


def _roles(lines: Sequence[Line], piece: Piece) -> list[Role]:
    before = [] if piece.before is None else [piece.before.strip()]
    after = [] if piece.after is None else [piece.after.strip()]
    roles = inferred_roles([*before, *(line.text for line in lines), *after])
    return roles[len(before) : len(before) + len(lines)]
