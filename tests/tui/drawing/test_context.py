"""The lines around a finding: numbered as editors do, the words found marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from capqa.formats import srt
from capqa.model import Document, Finding, Role, Segment, Span
from capqa.tui.drawing import styles
from capqa.tui.drawing.context import context_rows


def found(text: str, words: str, segment: Segment | None = None) -> tuple[Document, Finding]:
    start = text.index(words) if segment is None else 0
    line = text[:start].count("\n") + 1
    column = start - text.rfind("\n", 0, start)
    place = segment or Segment(words, Role.CAPTION, start, line, column)
    span = Span(place.text.index(words), place.text.index(words) + len(words))
    finding = Finding("untranslated", "page", place, span, "message", "de", 0.9)
    return Document("page", "text", b"", text, "utf-8", b"", ()), finding


def rows(text: str, words: str, width: int = 40, rows_a_line: int = 1) -> list[str]:
    document, finding = found(text, words)
    drawing = context_rows(document, finding, width, rows_a_line=rows_a_line)
    return [row.plain.rstrip() for row in drawing]


def test_three_lines_on_each_side_with_their_numbers() -> None:
    text = "\n".join(["eins", "zwei", "drei", "vier", "x FUND y", "sechs", "", "acht", "neun"])
    assert rows(text, "FUND") == [
        "  2 │ zwei",
        "  3 │ drei",
        "  4 │ vier",
        "▸ 5 │ x FUND y",
        "  6 │ sechs",
        "  7 │",
        "  8 │ acht",
    ]


def test_every_kind_of_line_end_counts_and_none_is_shown() -> None:
    assert rows("a\r\nFUND\r\nb\r\n", "FUND") == [
        "  1 │ a",
        "▸ 2 │ FUND",
        "  3 │ b",
        "  4 │",
    ]
    assert [row[4:] for row in rows("a\rFUND\rb", "FUND")] == ["│ a", "│ FUND", "│ b"]


def test_numbers_are_aligned() -> None:
    text = "\n" * 8 + "FUND\nzehn"
    assert rows(text, "FUND")[-2:] == ["▸  9 │ FUND", "  10 │ zehn"]


def test_the_words_found_and_only_they_are_marked() -> None:
    document, finding = found("a FUND b\nc", "FUND")
    row = context_rows(document, finding, 40)[0]
    marked = [row.plain[span.start : span.end] for span in row.spans if span.style == styles.FOUND]
    assert marked == ["FUND"]


def test_words_found_across_lines_are_marked_on_each() -> None:
    assert rows("a\nb eins\nzwei c\nd", "eins\nzwei") == [
        "  1 │ a",
        "▸ 2 │ b eins",
        "▸ 3 │ zwei c",
        "  4 │ d",
    ]


def test_other_lines_are_cropped_and_the_one_in_question_is_wrapped() -> None:
    text = f"{'lang ' * 20}\n{'davor ' * 8}FUND"
    drawing = rows(text, "FUND", width=30)
    assert drawing[0] == "  1 │ lang lang lang lang lan…"
    assert len(drawing) > 3
    assert drawing[1].startswith("▸ 2 │ davor")
    assert drawing[2].startswith("    │ davor")
    assert drawing[-1].endswith("FUND")


def test_other_lines_take_more_rows_where_there_is_room() -> None:
    drawing = rows(f"{'lang ' * 20}\nFUND", "FUND", width=30, rows_a_line=2)
    assert [row[:5] for row in drawing] == ["  1 │", "    │", "▸ 2 │"]
    assert drawing[1].endswith("…")


def test_a_line_of_a_megabyte_is_shown_around_the_words() -> None:
    text = "a " * 500_000 + "FUND" + " b" * 500_000
    drawing = rows(text, "FUND")
    assert len(drawing) < 20
    assert any("FUND" in row for row in drawing)
    assert "…" in drawing[0]
    assert "…" in drawing[-1]


def test_text_that_a_format_decodes_is_shown_as_read() -> None:
    segment = Segment("Fl\u00fcchtlinge & mehr", Role.CAPTION, 3, 1, 4)
    document, finding = found("<p>Fl&uuml;chtlinge &amp; mehr</p>", "Fl\u00fcchtlinge", segment)
    assert [row.plain for row in context_rows(document, finding, 40)] == [
        "▸ 1 │ Fl\u00fcchtlinge & mehr"
    ]


def test_controls_are_symbols_and_markup_is_text() -> None:
    assert rows("[/x] \x1b[31m\u202eFUND[MUSIC]", "FUND") == ["▸ 1 │ [/x] ␛[31m<U+202E>FUND[MUSIC]"]


@given(st.text(min_size=1, max_size=80), st.text(max_size=80), st.integers(20, 90))
def test_no_row_is_wider_than_the_room_there_is(words: str, around: str, width: int) -> None:
    document, finding = found(f"{around}\n{words}\n{around}", words)
    for row in context_rows(document, finding, width):
        assert cell_len(row.plain) <= width
        assert "\x1b" not in row.plain
        assert "\n" not in row.plain


def test_a_cue_is_shown_among_its_times_and_tags() -> None:
    page = "1\n00:01,0 --> 00:02,0\n<i>Die Stadt</i> Die Stadt\n\n"
    document = srt.read(page.encode(), "news.srt")
    segment = document.segments[0]
    finding = Finding("untranslated", "news.srt", segment, Span(10, 19), "German", "de", 0.9)
    assert [row.plain for row in context_rows(document, finding, 40)] == [
        "  1 │ 1",
        "  2 │ 00:01,0 --> 00:02,0",
        "▸ 3 │ <i>Die Stadt</i> Die Stadt",
        "  4 │ ",
        "  5 │ ",
    ]


def test_a_photo_is_shown_as_its_fields_never_as_its_bytes() -> None:
    names = ["IPTC:Headline", "IPTC:Caption", "XMP:Title", "XMP:Rights", "EXIF:Description", "X"]
    texts = ["Irak [/x]", "Die Stadt\nMossul", "Mosul", "© AFP", "city", "last"]
    pairs = list(zip(names, texts, strict=True))
    data = "\xff\xd8\0\0" + "\0".join(texts)
    segments = tuple(
        Segment(text, Role.CAPTION, data.index(text), 1, 1, locator=name) for name, text in pairs
    )
    document = Document("a.jpg", "jpeg", b"", data, "latin-1", b"", segments)
    finding = Finding("untranslated", "a.jpg", segments[1], Span(0, 9), "German", "de", 0.9)
    assert [row.plain.rstrip() for row in context_rows(document, finding, 60)] == [
        "  IPTC:Headline    │ Irak [/x]",
        "▸ IPTC:Caption     │ Die Stadt␊Mossul",
        "  XMP:Title        │ Mosul",
        "  XMP:Rights       │ © AFP",
        "  EXIF:Description │ city",
    ]
    for row in context_rows(document, finding, 20):
        assert cell_len(row.plain) <= 20
    alone = Document("a.jpg", "jpeg", b"", data, "latin-1", b"", ())
    assert [row.plain for row in context_rows(alone, finding, 60)] == [
        "▸ IPTC:Caption │ Die Stadt␊Mossul"
    ]
