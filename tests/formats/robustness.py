"""What holds for every format and any bytes: what tests and fuzzing check alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.errors import CapqaError, UnreadableError
from capqa.model import Edit, Span
from tests.formats.samples import sample_of

if TYPE_CHECKING:
    from io import BytesIO

    from capqa.formats import FormatModule
    from capqa.model import Document, Segment


def check_reading(format_: FormatModule, data: bytes, name: str) -> Document | None:
    """Bytes are read, or refused in one line; without edits they are written as they were.

    Returns the document, None where there is none.
    """
    try:
        document = format_.read(data, name)
    except UnreadableError as error:
        check_refusal(error)
        return None
    assert document.data == data
    assert format_.apply(document, []) == data
    if sample_of(document.format).is_text:
        assert document.byte_order_mark + document.text.encode(document.encoding) == data
    for segment in document.segments:
        assert segment.text
        assert segment.line >= 1
        assert segment.column >= 1
        source = segment.source_of(Span(0, len(segment.text)))
        assert source.end <= len(document.text)
    return document


_BLANKS = "".join(each for each in map(chr, range(0x3001)) if each.isspace() and each not in "\r\n")


def check_edit(
    format_: FormatModule, document: Document, segment: Segment, span: Span, new: str
) -> bytes | None:
    """An edit changes its place in the file alone, or is refused in one line.

    Returns the bytes written, None where it was refused.
    """
    edit = Edit(segment, span, span.of(segment.text), new)
    try:
        data = format_.apply(document, [edit])
    except CapqaError as error:
        check_refusal(error)
        return None
    if not sample_of(document.format).is_text:
        return data
    source = segment.source_of(span)
    before, after = _around(document, source.start, source.end)
    if not (data.startswith(before) and data.endswith(after)):
        assert sample_of(document.format).is_quoted
        value = segment.source_of(Span(0, len(segment.text)))
        # The quotation marks go around the white space of the cell, too.
        start, end = len(document.text[: value.start].rstrip(_BLANKS)), value.end
        end += len(document.text[end:]) - len(document.text[end:].lstrip(_BLANKS))
        before, after = _around(document, start, end)
        assert data[len(before) :].lstrip()[:1] in (b'"', b"'")
        assert data[: len(data) - len(after)].rstrip(b" \t\0")[-1:] in (b'"', b"'")
    assert data.startswith(before)
    assert data.endswith(after)
    assert len(data) >= len(before) + len(after)
    return data


def _around(document: Document, start: int, end: int) -> tuple[bytes, bytes]:
    before = document.text[:start].encode(document.encoding, "surrogatepass")
    after = document.text[end:].encode(document.encoding, "surrogatepass")
    return document.byte_order_mark + before, after


def check_documents(format_: FormatModule, stream: BytesIO, name: str) -> int:
    """A file of many documents gives documents and refusals, whatever its bytes; returns how many
    of both.
    """
    count = 0
    try:
        for document in format_.documents(stream, name, {}):  # type: ignore[attr-defined]
            count += 1
            if isinstance(document, UnreadableError):
                check_refusal(document)
            else:
                assert document.name.startswith(name)
    except UnreadableError as error:
        check_refusal(error)
    return count


def check_refusal(error: CapqaError) -> None:
    """A refusal is one line that names the file and says more."""
    assert error.where
    assert error.what
    assert "\n" not in str(error)
    assert "\r" not in str(error)
