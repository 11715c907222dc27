"""What holds for every format whose segments are read from markup, checked on one document."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from capqa.errors import ConflictError, UnreadableError
from capqa.model import Document, Edit, Finding, Segment, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats import FormatModule

_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "windows-1252")


@st.composite
def files(
    draw: st.DrawFn, pages: st.SearchStrategy[str], german: str, declaration: str = ""
) -> bytes:
    """Draw a file's bytes: a page in some encoding and with some line break.

    ``german`` is put at its end, so that Windows-1252 can be told, and a declaration before it
    where that encoding is used.
    """
    page = draw(pages) + draw(st.sampled_from([german, f"{german}\n"]))
    page = page.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))
    encoding = draw(st.sampled_from(_ENCODINGS))
    if encoding == "windows-1252":
        page = declaration + page
    try:
        return page.encode(encoding)
    except UnicodeEncodeError:
        return page.removeprefix(declaration).encode("utf-8")


def edit(segment: Segment, start: int, end: int, new: str) -> Edit:
    span = Span(start, end)
    return Edit(segment, span, span.of(segment.text), new)


def edit_of(document: Document, old: str, new: str) -> Edit:
    """Return the edit of the first place of a text in the document."""
    segment = next(each for each in document.segments if old in each.text)
    start = segment.text.index(old)
    return edit(segment, start, start + len(old), new)


def drawn_edit(draw: st.DataObject, document: Document, letters: str, *, shortest: int = 0) -> Edit:
    """Draw an edit of a document: a segment, a stretch of it, and new text in some letters."""
    segment = draw.draw(st.sampled_from(document.segments))
    start = draw.draw(st.integers(0, len(segment.text) - 1))
    end = draw.draw(st.integers(start + shortest, len(segment.text)))
    return edit(segment, start, end, draw.draw(st.text(letters, min_size=1, max_size=10)))


def place(segment: Segment, start: int, end: int) -> tuple[int, int]:
    """Return the line and column a report gives for a part of a segment."""
    finding = Finding("rule", "page", segment, Span(start, end), "", "de", 1)
    return finding.line, finding.column


def check_places(document: Document, *, apart: bool = True) -> None:
    """Every run says where its text stands, and segments follow each other in the source.

    Unless they are ``apart``, one may stand amid another: a picture's text in a paragraph.
    """
    text, end, last = document.text, -1, -1
    for segment in document.segments:
        assert segment.text == segment.text.strip() != ""
        assert segment.start == segment.runs[0].source > last
        last = segment.start
        assert segment.start > end or not apart
        at, end = 0, end if apart else -1
        for run in segment.runs:
            assert run.start == at
            assert run.source >= end
            at, end = run.start + run.length, run.source + run.source_length
            mine, source = segment.text[run.start : at], text[run.source : end]
            assert run.length > 0 < run.source_length
            if run.length == run.source_length:
                assert mine == source or (mine.isspace() and source.isspace())
            before = text[: run.source].replace("\r\n", " \n").replace("\r", "\n")
            assert run.line == before.count("\n") + 1
            assert place(segment, run.start, at) == (run.line, run.column)
            line_start = max(text.rfind(each, 0, run.source) for each in "\r\n") + 1
            assert run.column == run.source - line_start + 1
        assert at == len(segment.text)


def check_any_bytes(format_: FormatModule, data: bytes, name: str, *, apart: bool = True) -> None:
    """Bytes are read, or refused in one line; no edits give the same bytes."""
    error = None
    try:
        document = format_.read(data, name)
    except UnreadableError as raised:
        error = raised
    if error:
        assert str(error).startswith(f"{name}: ")
        assert "\n" not in str(error)
        return
    assert format_.apply(document, []) == data
    assert document.byte_order_mark + document.text.encode(document.encoding) == data
    check_places(document, apart=apart)


def check_one_edit(
    format_: FormatModule,
    document: Document,
    edit: Edit,
    *,
    keeps_markup: bool = True,
    apart: bool = True,
) -> bool:
    """An edit changes its place in the source alone and gives the text it says, or is refused.

    Returns whether it was made.
    """
    try:
        data = format_.apply(document, [edit])
    except ConflictError:
        return False
    source = edit.segment.source_of(edit.span)
    if not edit.old:
        inserted = len(data) - len(document.data)
        size = len(document.data)
        same = next((at for at, byte in enumerate(document.data) if data[at] != byte), size)
        assert data[same + inserted :] == document.data[same:]
        return True
    before = document.byte_order_mark + document.text[: source.start].encode(document.encoding)
    after = document.text[source.end :].encode(document.encoding)
    assert data.startswith(before)
    assert data.endswith(after)
    assert len(data) >= len(before) + len(after)
    text = data[len(document.byte_order_mark) :].decode(document.encoding)
    edited = format_.read(text.replace("windows-1252", "utf-8").encode(), document.name)
    check_places(edited, apart=apart)
    assert _words(edited.segments) == _words(document.segments, edit)
    if keeps_markup and edit.new.strip():
        assert _markup_within(edited) == _markup_within(document)
    return True


def _markup_within(document: Document) -> str:
    # Joined: an edit may leave a blank that counts between two tags where none did before.
    between = [
        document.text[run.source + run.source_length : following.source]
        for segment in document.segments
        for run, following in pairwise(segment.runs)
    ]
    return "".join("".join(between).split())


def _words(segments: Sequence[Segment], edit: Edit | None = None) -> list[list[str]]:
    words = []
    for segment in segments:
        text = segment.text
        if edit is not None and segment == edit.segment:
            text = text[: edit.span.start] + edit.new + text[edit.span.end :]
        if text.strip():
            words.append(text.split())
    return words
