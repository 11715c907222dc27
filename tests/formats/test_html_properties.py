"""HTML: what holds for any bytes and any text."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import CapqaError, ConflictError, UnreadableError
from capqa.formats import html
from capqa.model import Document, Role
from tests.formats.markup_properties import edit, place

_TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<a href=x>", "</a>", "<br>", "<td>"),
        *(
            "<i lang=de>",
            "</i>",
            "<q lang=en>",
            "</q>",
            "<small>",
            "</small>",
            "<!-- c -->",
            "<li>",
        ),
        *("<figure>", "</figure>", "<figcaption>", "</figcaption>", "<table>", "</table>", "</x>"),
        *("<code>", "</code>", "<svg>", "</svg>", "<title>", "</title>", "<script>", "</script>"),
        *("<img alt='", "<img alt=", '<p title="', "'>", '">', ">", "<html lang=fr>", "<template>"),
        *("<script type='application/ld+json'>", '{"name": "', '"}', '"headline":["', r"\u00e4"),
        *(
            "<span class=credit>",
            "</span>",
            "<button>",
            "</button>",
            "<h1>",
            "</h1>",
            "<p lang=de>",
        ),
    ]
)
_PIECES = st.sampled_from(
    [
        *("Irak", "Über", " ", "\t", "\n", "\r\n", "\u00a0", "&uuml;", "&amp", "&#228;", "&", "<"),
        *("&nbsp;", "&shy;", "\u00ad", "😀", "Mossul", "|", "&acE;", "\u2028", "\\", '"', "'", "x"),
        *("Image: dpa", "\u202e", "&#0;", "&#32;", "--", "/", "="),
    ]
)
_PAGES = st.lists(st.one_of(_TAGS, _PIECES), max_size=30).map("".join)
_ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"])
_NEW = st.text(st.sampled_from(string.ascii_letters + " |&<>\"'\\ü😀;#"), max_size=8)


def _read(data: bytes) -> Document | None:
    try:
        return html.read(data, "page.html")
    except UnreadableError as raised:
        error = str(raised)
    assert error.startswith("page.html: ")
    assert "\n" not in error
    return None


def check_reading(document: Document) -> None:
    """Each part of a text says where it stands, and segments come in the order of their places."""
    source, last = document.text, -1
    for segment in document.segments:
        assert segment.text == segment.text.strip() != ""
        assert last < segment.start == segment.runs[0].source
        last = segment.start
        behind = at = 0
        for run in segment.runs:
            assert run.start == at
            assert run.source >= behind
            at, behind = at + run.length, run.source + run.source_length
            mine, there = segment.text[run.start : at], source[run.source : behind]
            assert run.length > 0 < run.source_length
            if run.length == run.source_length and mine != there:
                assert mine.isspace()
                assert there.isspace()
            before = source[: run.source].replace("\r\n", " \n").replace("\r", "\n")
            assert run.line == before.count("\n") + 1
            line_start = max(source.rfind(each, 0, run.source) for each in "\r\n") + 1
            assert place(segment, run.start, at) == (run.line, run.source - line_start + 1)
        assert at == len(segment.text)


def check_bytes(data: bytes) -> None:
    """Bytes are read or refused in one line; without edits they come back as they were."""
    document = _read(data)
    if document is None:
        return
    assert html.apply(document, []) == data
    assert document.byte_order_mark + document.text.encode(document.encoding) == data
    check_reading(document)


def check_edit(document: Document, draw: st.DataObject) -> None:
    """An edit changes its place alone and reads as it says, or is refused."""
    if not document.segments:
        return
    segment = draw.draw(st.sampled_from(document.segments))
    start = draw.draw(st.integers(0, len(segment.text) - 1))
    end = draw.draw(st.integers(start + 1, len(segment.text)))
    made = edit(segment, start, end, draw.draw(_NEW))
    try:
        data = html.apply(document, [made])
    except ConflictError:
        return
    edited = data[len(document.byte_order_mark) :].decode(document.encoding)
    span = segment.source_of(made.span)
    before, after = document.text[: span.start], document.text[span.end :]
    if edited.startswith(before) and edited.endswith(after):
        assert len(edited) >= len(before) + len(after)
    else:
        # Quotation marks have come to stand around the value of an attribute.
        assert "@" in segment.locator
        head = _alike(edited, before)
        tail = _alike(edited[::-1], after[::-1])
        assert edited[head] == edited[-1 - tail] in ('"', "'")
        assert edited.startswith(before[head:], head + 1)
        assert edited[: -1 - tail].endswith(after[: len(after) - tail])
    mended = html.read(data, "page.html")
    expected = [each.text for each in document.segments]
    whole = segment.text[:start] + made.new + segment.text[end:]
    expected[document.segments.index(segment)] = whole
    assert [each.text.split() for each in mended.segments] == [
        each.replace("\u00ad", "").split() for each in expected if each.strip()
    ]
    check_reading(mended)


def _alike(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, yours) in pairs if mine != yours), len(other))


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    check_bytes(data)


@given(st.text(max_size=200), _ENCODINGS)
def test_any_text(text: str, encoding: str) -> None:
    check_bytes(text.encode(encoding))


@given(_PAGES, _ENCODINGS)
def test_any_markup(page: str, encoding: str) -> None:
    check_bytes(page.encode(encoding))


@given(_PAGES, _ENCODINGS, st.data())
def test_one_edit_changes_its_place_alone(page: str, encoding: str, draw: st.DataObject) -> None:
    document = _read(page.encode(encoding))
    if document is not None:
        check_edit(document, draw)


@given(_PAGES, st.data())
def test_many_edits_read_as_they_say_or_are_refused(page: str, draw: st.DataObject) -> None:
    document = _read(page.encode())
    if document is None:
        return
    chosen = draw.draw(
        st.lists(st.sampled_from(document.segments or [None]), unique=True, max_size=4)
    )
    edits = [edit(each, 0, len(each.text), draw.draw(_NEW)) for each in chosen if each is not None]
    try:
        data = html.apply(document, edits)
    except CapqaError:
        return
    new = {made.segment.start: made.new for made in edits}
    expected = [new.get(each.start, each.text) for each in document.segments]
    found = [each.text.split() for each in html.read(data, "page.html").segments]
    assert found == [each.split() for each in expected if each.strip()]


@given(st.lists(_PIECES, min_size=1, max_size=8).map("".join))
def test_a_paragraph_of_text_alone_is_one_segment(text: str) -> None:
    document = html.read(f"<p>{text.replace('<', '')}</p>".encode(), "page.html")
    assert len(document.segments) <= 1
    assert all(each.role in (Role.BODY, Role.CREDIT) for each in document.segments)
