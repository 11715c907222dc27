"""SubRip: cues with their places, and edits that keep numbers, times and styling."""

from __future__ import annotations

import string

import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import CapqaError, ConflictError, UnreadableError
from capqa.formats import srt
from capqa.model import Document, Role
from tests.formats.markup_properties import (
    check_any_bytes,
    check_one_edit,
    check_places,
    drawn_edit,
    edit,
    edit_of,
    files,
    place,
)

NEWSCAST = """\
1
00:00:01,000 --> 00:00:03,500
Good evening from <b>Mosul</b>.
<i>Die Stadt ist zerstört.</i>

2
0:00:05.5 --> 00:00:07,000 X1:40 X2:600 Y1:20 Y2:50
{\\an8}- [MUSIC]
>> MAN: ♪ Wir fahren ♪

7
00:00:09,000-->00:00:11,000

9
00:00:12,000 --> 00:00:15,000
<font color="#ff0">Die Truppen</font>

stehen 5 < 7 <unknown> & vor der Stadt  """

_LINES = st.sampled_from(
    [
        *("1", "007", " 12 ", "", " ", "00:00:01,000 --> 00:00:03,000", "0:1.5 -> 3", "-->"),
        *("00:00:05,000 --> 00:00:07,000 X1:10", "<i>Die Stadt</i> ist", "<i>zerstört.", "</i>"),
        *(
            "{\\an8}- Wer?",
            "{b}a{/b}",
            "a<br/>b",
            '<font color="red">rot',
            "<",
            "{\\",
            "a <b",
            "😀",
        ),
        *("[MUSIC] ♪", ">> MAN: [/x]", "\u2028", "\x0b", "\u202e", "--> x", "&amp;", "é", "<v x>y"),
    ]
)
_PAGES = st.lists(_LINES, max_size=25).map("\n".join)
_LAST_CUE = "\n\n99\n00:01:00,000 --> 00:01:02,000\nZerstörte Häuser für größere Städte"
_FILES = files(_PAGES, _LAST_CUE)


def read(page: str) -> Document:
    return srt.read(page.encode(), "news.srt")


def test_cues_are_segments_without_their_styling() -> None:
    segments = read(NEWSCAST).segments
    assert [(each.text, each.locator, each.line, each.column) for each in segments] == [
        (
            "Good evening from Mosul.\nDie Stadt ist zerstört.",
            "cue 1, 00:00:01,000",
            *(3, 1),
        ),
        ("- [MUSIC]\n>> MAN: ♪ Wir fahren ♪", "cue 2, 0:00:05.5", 8, 7),
        (
            "Die Truppen\n\nstehen 5 < 7 <unknown> & vor der Stadt",
            "cue 9, 00:00:12,000",
            *(16, 20),
        ),
    ]
    assert {each.role for each in segments} == {Role.CUE}
    assert [each.previous for each in segments] == ["", segments[0].text, segments[1].text]


def test_places_are_those_in_the_file() -> None:
    first = read(NEWSCAST.replace("\n", "\r\n")).segments[0]
    assert place(first, first.text.index("Mosul"), 23) == (3, 22)
    assert place(first, first.text.index("Die Stadt"), 30) == (4, 4)


def test_cues_without_numbers_are_counted_and_need_no_empty_line_between() -> None:
    page = "00:01,0 --> 00:02,0\na\n00:03,0 --> 00:04,0\nb\n4\n00:05,0 --> 00:06,0\nc"
    assert [(each.text, each.locator) for each in read(page).segments] == [
        ("a", "cue 1, 00:01,0"),
        ("b", "cue 2, 00:03,0"),
        ("c", "cue 4, 00:05,0"),
    ]


def test_an_edit_stays_within_the_styling() -> None:
    document = read(NEWSCAST.replace("\n", "\r\n"))
    edits = [
        edit_of(document, "Die Stadt ist zerstört.", "The city is destroyed."),
        edit_of(document, "Wir fahren", "We drive"),
        edit_of(document, "Die Truppen", "The troops"),
    ]
    expected = NEWSCAST.replace("Die Stadt ist zerstört.", "The city is destroyed.")
    expected = expected.replace("Wir fahren", "We drive").replace("Die Truppen", "The troops")
    assert srt.apply(document, edits) == expected.replace("\n", "\r\n").encode()


def test_an_edit_over_lines_keeps_the_styling_of_each() -> None:
    page = "1\n00:01,0 --> 00:02,0\n<i>Die Stadt ist</i>\n<i>zerstört.</i>\n"
    document = read(page)
    new = edit_of(document, "Die Stadt ist\nzerstört", "The city is\ndestroyed")
    assert srt.apply(document, [new]).decode() == page.replace(
        "Die Stadt ist", "The city is"
    ).replace("zerstört", "destroyed")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("evening from Mosul", "evening in town"),  # would lose <b>
        ("from Mosul.\nDie Stadt", "a town"),
        ("Die Stadt", "the <i>city</i>"),
        ("Die Stadt", "a\n\nb"),
        ("Die Stadt", "a\n\n8\n00:00:04,000 --> 00:00:05,000\nb"),
        ("Die Stadt", "a\n00:00:04,000 --> 00:00:05,000\nb"),
        ("Die Stadt", "{\\an8}a"),
    ],
)
def test_an_edit_that_changes_markup_is_refused(old: str, new: str) -> None:
    document = read(NEWSCAST)
    with pytest.raises(ConflictError, match=r"^news\.srt: .*; [a-z ]+$"):
        srt.apply(document, [edit_of(document, old, new)])


def test_what_both_texts_begin_and_end_with_may_hold_styling() -> None:
    document = read(NEWSCAST)
    new = edit_of(document, "evening from Mosul", "evening near Mosul")
    assert srt.apply(document, [new]).decode() == NEWSCAST.replace("from <b>", "near <b>")


def test_stale_and_overlapping_edits_are_refused() -> None:
    document = read(NEWSCAST)
    one, other = edit_of(document, "Die Stadt", "The city"), edit_of(document, "Stadt ist", "x")
    with pytest.raises(ConflictError, match="overlap"):
        srt.apply(document, [one, other])
    changed = read(NEWSCAST.replace("Stadt ist", "Stadt war"))
    with pytest.raises(ConflictError, match="line 3 no longer reads 'Die Stadt'"):
        srt.apply(changed, [one])


def test_a_character_the_encoding_lacks_is_named() -> None:
    document = srt.read((NEWSCAST + _LAST_CUE).replace("♪", "").encode("cp1252"), "news.srt")
    with pytest.raises(CapqaError, match=r"'Ж' \(U\+0416\) cannot be written in windows-1252"):
        srt.apply(document, [edit_of(document, "Die Stadt", "Ж")])


def test_new_words_beside_markup_stay_on_the_side_of_the_edit() -> None:
    document = read("1\n00:01,0 --> 00:02,0\n<i>a</i>b <b>c</b>\nd")
    segment = document.segments[0]
    assert segment.text == "ab c\nd"
    for start, end, new, expected in [
        (1, 4, "xb c", "<i>a</i>xb <b>c</b>\nd"),
        (1, 4, "b cx", "<i>a</i>b <b>cx</b>\nd"),
        (4, 5, "x\ny", "<i>a</i>b <b>c</b>x\nyd"),
        (5, 5, "x", "<i>a</i>b <b>c</b>\nxd"),
        (1, 1, "x", "<i>ax</i>b <b>c</b>\nd"),
    ]:
        written = srt.apply(document, [edit(segment, start, end, new)]).decode()
        assert written.endswith(expected)


@pytest.mark.parametrize("data", [b"", b"1\nno time\n", b"\x89PNG\r\n\x1a\n\0"])
def test_what_is_no_subtitle_file_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"^news\.srt: .*; "):
        srt.read(data, "news.srt")


@given(st.one_of(st.binary(max_size=60), _PAGES.map(str.encode), _FILES))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    check_any_bytes(srt, data, "news.srt")


@given(_FILES, st.data())
def test_one_edit_changes_its_place_alone_or_is_refused(data: bytes, draw: st.DataObject) -> None:
    document = srt.read(data, "news.srt")
    made_of = drawn_edit(draw, document, string.ascii_letters + " |\n<>")
    segment, new = made_of.segment, made_of.new
    made = check_one_edit(srt, document, made_of)
    plain = len(segment.runs) == 1 and not set(new) & set("<>\n") and made_of.old != ""
    assert made or not (plain and segment.text == "Zerstörte Häuser für größere Städte")


@given(
    st.lists(
        st.lists(st.sampled_from(["Die", "Stadt", "<i>ist</i>", "♪", "-", "[MUSIC]"]), min_size=1),
        min_size=1,
        max_size=6,
    )
)
def test_cues_are_those_another_library_reads(cues: list[list[str]]) -> None:
    page = "\n\n".join(
        f"{number}\n00:00:{number:02},000 --> 00:00:{number:02},900\n" + "\n".join(lines)
        for number, lines in enumerate(cues, start=1)
    )
    theirs = pysubs2.SSAFile.from_string(page, format_="srt")
    document = read(page)
    check_places(document)
    assert [each.text for each in document.segments] == [each.plaintext for each in theirs]


def test_large_files_are_read_in_linear_time() -> None:
    cue = "00:00:01,000 --> 00:00:03,000\n<i>Irak</i>\n\n"
    long_line = "00:00:01,000 --> 00:00:03,000\n" + "<i {\\ <" * 150_000
    document = read(cue * 20_000 + long_line)
    assert len(document.segments) == 20_001
