"""Reading a large file of lines or records in sections, so that it is never in memory as a whole.

What is found in the sections is what would be found in the file: segments know their lines and
neighbours over the cuts, and `Occurrences` counts them over all sections.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from capqa.errors import UnreadableError
from capqa.files.streams import encoding_of, texts
from capqa.formats._lines import SECTION, Piece
from capqa.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from capqa.files.streams import Encoding
    from capqa.model import Segment


def after_last_line(text: str) -> int:
    """Return where the last whole line of a text ends, its line end included; 0 without any."""
    # A CR at the very end may be half of a line end.
    return max(text.rfind("\n"), text.rfind("\r", 0, len(text) - 1)) + 1


def in_sections(
    stream: BinaryIO,
    name: str,
    *,
    format_name: str,
    segments_of: Callable[[Piece], Sequence[Segment]],
    cut: Callable[[str], int] = after_last_line,
    least: int = SECTION,
    configuration: object = None,
) -> Iterator[Document]:
    """Yield the documents of a file's sections, each with the segments ``segments_of`` finds.

    These count their offsets from the beginning of the piece and their lines from its first line,
    and know their neighbours within it; the first and the last one learn the others here. ``cut``
    says where the last whole record of a text ends, 0 where it holds none; it is given more then.
    Sections without segments are left out, unless the file has none at all: then one comes.

    Raises UnreadableError, naming the line, where the file cannot be decoded, and where it holds
    nothing but white space.
    """
    encoding = encoding_of(stream, name)
    offset = 0
    pending: Document | None = None
    silent: Document | None = None
    for piece in _pieces(stream, name, encoding, cut, least):
        segments = tuple(segments_of(piece))
        if segments or (silent is None and not piece.text.isspace()):
            mark = b"" if offset else encoding.byte_order_mark
            document = Document(
                name=name,
                format=format_name,
                data=mark + piece.text.encode(encoding.name),
                text=piece.text,
                encoding=encoding.name,
                byte_order_mark=mark,
                segments=segments,
                configuration=configuration,
                offset=offset,
                first_line=piece.first_line,
            )
            if not segments:
                silent = document
            elif pending is not None:
                pending, document = _joined(pending, document)
                yield pending
            pending = document if segments else pending
        offset += len(piece.text)
    last = pending or silent
    if last is None:
        raise UnreadableError(
            "holds nothing but white space", where=name, mend="remove it or restore its text"
        )
    yield last


def _joined(one: Document, other: Document) -> tuple[Document, Document]:
    last, first = one.segments[-1], other.segments[0]
    ended = (*one.segments[:-1], replace(last, following=first.text))
    begun = (replace(first, previous=last.text), *other.segments[1:])
    return replace(one, segments=ended), replace(other, segments=begun)


def _pieces(
    stream: BinaryIO, name: str, encoding: Encoding, cut: Callable[[str], int], least: int
) -> Iterator[Piece]:
    held: str | None = None
    first_line, before = 1, None
    for text in _cut_texts(texts(stream, name, encoding), cut, least):
        if held is not None:
            yield Piece(held, first_line, before, _first_line(text))
            first_line += _line_ends(held)
            before = _last_line(held)
        held = text
    if held is not None:
        yield Piece(held, first_line, before, None)


def _cut_texts(texts: Iterator[str], cut: Callable[[str], int], least: int) -> Iterator[str]:
    waiting: list[str] = []
    size, enough = 0, least
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size < enough:
            continue
        joined = "".join(waiting)
        end = cut(joined)
        if end:
            yield joined[:end]
        # Without an end in it, it is not looked through again before it is twice as long.
        waiting, size = [joined[end:]], len(joined) - end
        enough = least if end else 2 * size
    if rest := "".join(waiting):
        yield rest


def _line_ends(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def _first_line(text: str) -> str:
    ends = [end for end in (text.find("\n"), text.find("\r")) if end >= 0]
    return text[: min(ends, default=len(text))]


def _last_line(text: str) -> str:
    text = text.removesuffix("\n").removesuffix("\r")
    return text[max(text.rfind("\n"), text.rfind("\r")) + 1 :]
