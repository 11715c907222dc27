"""The text format: exact positions, and edits that touch nothing but their spans."""

from __future__ import annotations

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import CapqaError, ConflictError, UnreadableError
from capqa.formats import text
from capqa.model import Document, Edit, Segment, Span

# What a page may hold besides letters: odd spaces, separators that end no line, bidi controls,
# markup, escapes, and characters outside the basic plane.
_PIECES = st.sampled_from(
    [
        *("Irak", "Über", "ß", " ", "\t", "\u00a0", "\u2028", "\x0b", "\x0c", "\x85", "\u202e"),
        *("[/x]", "\x1b[31m", "😀", "e\u0301", "“x”", "|", "Image: dpa", "\ufeff", "\u200b"),
        *("Война", "大"),
    ]
)
_LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", " \r\n\t"])
_PAGES = st.lists(st.one_of(_PIECES, _LINE_ENDS), max_size=30).map("".join)
# The first word of each is one that tells the encoding.
_WORDS = {
    "utf-8": ["Trümmer", "größer", "“Iraq’s”", "–", "😀", "大", "|", "a\u00a0b"],
    "utf-16-le": ["Trümmer", "größer", "“Iraq’s”", "–", "😀", "大", "|", "a\u00a0b"],
    "windows-1252": ["zerstörte", "Häuser", "Köln", "“Iraq’s”", "–", "5\u00a0€", "|", "city"],
    "koi8-r": ["президент", "России", "Войска", "НА", "фронте", "|", "Reuters"],
}
_MARKS = {"utf-16-le": [b"\xff\xfe"], "utf-8": [b"", b"\xef\xbb\xbf"]}


def read(page: str) -> Document:
    return text.read(page.encode(), "page.txt")


def edit(segment: Segment, start: int, end: int, new: str) -> Edit:
    span = Span(start, end)
    return Edit(segment, span, span.of(segment.text), new)


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("a\nb\n", [("a", 1, 1), ("b", 2, 1)]),
        ("a\r\n\r\nb", [("a", 1, 1), ("b", 3, 1)]),
        ("a\rb\r\rc", [("a", 1, 1), ("b", 2, 1), ("c", 4, 1)]),
        ("\n\n  a  \n", [("a", 3, 3)]),
        ("\ta\u00a0\n\u00a0\n\u00a0b", [("a", 1, 2), ("b", 3, 2)]),
        ("a\u2028b\n\x0cc\x85d\x0b\n", [("a\u2028b", 1, 1), ("c\x85d", 2, 2)]),
        ("😀 a", [("😀 a", 1, 1)]),
    ],
)
def test_lines_and_columns_are_those_an_editor_shows(
    page: str, lines: list[tuple[str, int, int]]
) -> None:
    assert [(each.text, each.line, each.column) for each in read(page).segments] == lines


def test_neighbours_skip_empty_lines_and_repeated_lines_are_counted() -> None:
    segments = read("a\n\nb\nx\n\na\n\nb\nx\na\nb\n").segments
    assert [(each.previous, each.following) for each in segments[:3]] == [
        ("", "b"),
        ("a", "x"),
        ("b", "a"),
    ]
    assert [each.occurrence for each in segments if each.text == "b"] == [0, 1, 0]
    assert segments[-1].following == ""


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\x89PNG\r\n\x1a\n\0"])
def test_what_holds_no_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"^page\.txt: .*; "):
        text.read(data, "page.txt")


@given(_PAGES)
def test_segments_lie_where_they_say(page: str) -> None:
    try:
        document = read(page)
    except UnreadableError:
        assert not page.strip().strip("\ufeff").strip()
        return
    end = 0
    for segment in document.segments:
        assert document.text[segment.start :].startswith(segment.text)
        assert segment.text == segment.text.strip() != ""
        assert not document.text[end : segment.start].strip()
        end = segment.start + len(segment.text)
        before = document.text[: segment.start].replace("\r\n", "\n").replace("\r", "\n")
        assert segment.line == before.count("\n") + 1
        assert segment.column == len(before) - before.rfind("\n")
    assert not document.text[end:].strip()


@st.composite
def _files(draw: st.DrawFn) -> bytes:
    encoding = draw(st.sampled_from(sorted(_WORDS)))
    words = st.sampled_from([*_WORDS[encoding], "", " ", "\t"])
    lines = draw(st.lists(st.lists(words, max_size=4).map(" ".join), max_size=5))
    lines.insert(draw(st.integers(0, len(lines))), " ".join(_WORDS[encoding][:2]))
    page = draw(st.sampled_from(["\n", "\r\n", "\r"])).join(lines)
    page += draw(st.sampled_from(["", "\n", "\r\n"]))
    return draw(st.sampled_from(_MARKS.get(encoding, [b""]))) + page.encode(encoding)


@given(_files())
def test_no_edits_give_the_same_bytes(data: bytes) -> None:
    document = text.read(data, "page.txt")
    assert text.apply(document, []) == data
    assert document.encoding in _WORDS
    assert document.byte_order_mark + document.text.encode(document.encoding) == data


@given(_files(), st.data())
def test_one_edit_changes_its_span_alone(data: bytes, draw: st.DataObject) -> None:
    document = text.read(data, "page.txt")
    segment = draw.draw(st.sampled_from(document.segments))
    start = draw.draw(st.integers(0, len(segment.text) - 1))
    end = draw.draw(st.integers(start + 1, len(segment.text)))
    new = draw.draw(st.text(string.ascii_letters + " |", min_size=1, max_size=10))
    edited = text.apply(document, [edit(segment, start, end, new)])

    at = segment.start + start
    before = document.byte_order_mark + document.text[:at].encode(document.encoding)
    after = document.text[segment.start + end :].encode(document.encoding)
    assert edited == before + new.encode(document.encoding) + after
    assert data.startswith(before)
    assert data.endswith(after)


@given(_PAGES.filter(lambda page: page.strip("\ufeff \t\r\n\u00a0\u2028\x0b\x0c\x85")), st.data())
def test_an_edit_and_its_reverse_give_the_same_bytes(page: str, draw: st.DataObject) -> None:
    document = read(page)
    segment = draw.draw(st.sampled_from(document.segments))
    edited = text.read(
        text.apply(document, [edit(segment, 0, len(segment.text), "new text")]), "page.txt"
    )
    mended = edited.segments[document.segments.index(segment)]
    assert text.apply(edited, [edit(mended, 0, len("new text"), segment.text)]) == document.data


def test_several_edits_are_made_whatever_their_order() -> None:
    document = read("Irak | Mossul\r\nImage: dpa\r\nIrak")
    first, _, third = document.segments
    edits = [edit(third, 0, 4, "Iraq"), edit(first, 7, 13, "Mosul"), edit(first, 0, 4, "Iraq")]
    assert text.apply(document, edits) == b"Iraq | Mosul\r\nImage: dpa\r\nIraq"


def test_adjacent_edits_do_not_overlap() -> None:
    document = read("IrakMossul")
    segment = document.segments[0]
    edits = [edit(segment, 0, 4, "Iraq "), edit(segment, 4, 10, "Mosul")]
    assert text.apply(document, edits) == b"Iraq Mosul"


def test_words_are_put_in_where_an_edit_replaces_nothing_once_a_place() -> None:
    document = read("Irak Mossul")
    segment = document.segments[0]
    edits = [edit(segment, 0, 4, "Iraq"), edit(segment, 4, 4, " |"), edit(segment, 0, 0, "> ")]
    assert text.apply(document, edits) == b"> Iraq | Mossul"
    with pytest.raises(ConflictError, match="overlap"):
        text.apply(document, [*edits, edit(segment, 0, 0, "- ")])


@pytest.mark.parametrize(("start", "end"), [(0, 4), (2, 8), (1, 3), (0, 13)])
def test_overlapping_edits_are_refused(start: int, end: int) -> None:
    document = read("Irak | Mossul")
    segment = document.segments[0]
    edits = [edit(segment, 0, 4, "Iraq"), edit(segment, start, end, "x")]
    with pytest.raises(ConflictError, match=r"page\.txt: two replacements for '.*' overlap; undo"):
        text.apply(document, edits)


def test_a_stale_edit_is_refused() -> None:
    document = read("Irak | Mossul\n")
    segment = document.segments[0]
    stale = [
        Edit(segment, Span(0, 4), "Iran", "Iraq"),
        Edit(segment, Span(7, 99), "Mossul", "Mosul"),
        Edit(replace(segment, text="Iran | Mossul"), Span(7, 13), "Mossul", "Mosul"),
        Edit(replace(segment, start=3), Span(7, 13), "Mossul", "Mosul"),
    ]
    for each in stale:
        with pytest.raises(ConflictError, match=r"page\.txt: line 1 no longer reads '"):
            text.apply(document, [each])


def test_a_character_the_encoding_lacks_is_named() -> None:
    document = text.read("Zerstörte Häuser in Köln".encode("cp1252"), "page.txt")
    segment = document.segments[0]
    with pytest.raises(
        CapqaError, match=r"page\.txt: 'Ж' \(U\+0416\) cannot be written in windows-1252; save the"
    ):
        text.apply(document, [edit(segment, 0, 9, "Ж")])


def test_large_pages_are_read_in_linear_time() -> None:
    line = "Irak | Befreiungsaktion Mossul " * 40_000
    document = read(f"{line}\n" + "Irak\n" * 50_000)
    assert len(document.segments) == 50_001
    assert document.segments[-2].occurrence == 49_997
