"""WebVTT: cues with their places, tags and entities, and edits that keep everything else."""

from __future__ import annotations

import string

import pytest
import webvtt as other_library
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import ConflictError, UnreadableError
from capqa.formats import webvtt
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
WEBVTT - Nachrichten von heute Abend
Kind: captions
Language: en-GB
X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000

NOTE Das ist nur für die Redaktion
und noch eine Zeile

STYLE
::cue(.yellow) { content: "Hallo --> Welt" }

REGION
id:unten

12
00:05.000 --> 00:07.000 align:start position:10%
<v.loud Jürgen Trittin>Die <c.yellow.bg_black>Stadt</c> ist zerst&#246;rt</v>
&gt;&gt; AT&amp;T <00:00:06.000>and&nbsp;others

einleitung
00:00:07.000 --> 00:00:09.000
He said <lang de-AT>Guten <b>Tag</b></lang> to 5 < 7 &bogus; R&D

00:00:10.000 --> 00:00:11.000
- [MUSIC] ♪
00:00:11.000 --> 00:00:12.000
<i>Die Truppen</i>"""

_LINES = st.sampled_from(
    [
        *("7", "intro", "", " ", "00:01.000 --> 00:03.000", "00:00:01,5 --> x align:end", "-->"),
        *("NOTE geheim", "STYLE", "REGION", "::cue { a: b }", "Language: de", "<lang de>Guten Tag"),
        *(
            "</lang> he said",
            "<v Jürgen>Die <c.a.b>Stadt</c>",
            "zerst&#246;rt &amp; leer",
            "&",
            "<",
        ),
        *("<00:01.500>und", "&lt;i&gt;", "&NotEqualTilde;", "a < b", "<i", "x>", "</>", "😀 &#0;"),
        *("[MUSIC] ♪", ">> MAN: [/x]", "\u2028", "\x0b", "\u202e", "&#x110000;", "&lrm;é"),
    ]
)
_PAGES = st.lists(_LINES, max_size=25).map(lambda lines: "\n".join(["WEBVTT", *lines]))
_LAST_CUE = "\n\n99\n01:00.000 --> 01:02.000\nZerstörte Häuser für größere Städte"
_FILES = files(_PAGES, _LAST_CUE)


def read(page: str) -> Document:
    return webvtt.read(page.encode(), "news.vtt")


def test_cues_are_segments_without_tags_and_with_entities_decoded() -> None:
    document = read(NEWSCAST)
    assert document.language == "en"
    assert [
        (each.text, each.locator, each.language, each.line, each.column)
        for each in document.segments
    ] == [
        (
            "Die Stadt ist zerstört\n>> AT&T and\u00a0others",
            "cue 12, 00:05.000",
            None,
            *(17, 24),
        ),
        ("He said", "cue 2, 00:00:07.000", None, 22, 1),
        ("Guten Tag", "cue 2, 00:00:07.000", "de", 22, 21),
        ("to 5 < 7 &bogus; R&D", "cue 2, 00:00:07.000", None, 22, 45),
        ("- [MUSIC] ♪", "cue 3, 00:00:10.000", None, 25, 1),
        ("Die Truppen", "cue 4, 00:00:11.000", None, 27, 4),
    ]
    assert {each.role for each in document.segments} == {Role.CUE}
    check_places(document)


def test_places_are_those_in_the_file() -> None:
    first = read(NEWSCAST.replace("\n", "\r\n")).segments[0]
    for text, expected in {
        "Stadt": (17, 47),
        "ört": (17, 66),
        "rt": (17, 72),
        "AT&T": (18, 10),
        "others": (18, 42),
    }.items():
        start = first.text.index(text)
        assert place(first, start, start + 1) == expected


def test_edits_stay_within_tags_and_are_written_as_entities() -> None:
    document = read(NEWSCAST.replace("\n", "\r\n"))
    edits = [
        edit_of(document, "Stadt", "city"),
        edit_of(document, "ist zerstört\n>>", "& its <river>\n>>"),
        edit_of(document, "Die Truppen", "--> R&D"),
    ]
    expected = (
        NEWSCAST.replace("Stadt", "city")
        .replace("ist zerst&#246;rt", "&amp; its &lt;river>")
        .replace("Die Truppen", "--&gt; R&amp;D")
    )
    assert webvtt.apply(document, edits) == expected.replace("\n", "\r\n").encode()


def test_a_character_the_encoding_lacks_is_written_as_a_reference() -> None:
    document = webvtt.read(NEWSCAST.replace("♪", "").encode("cp1252"), "news.vtt")
    assert b"<i>&#1046;</i>" in webvtt.apply(document, [edit_of(document, "Die Truppen", "Ж")])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Die Stadt ist", "The city is"),  # would lose <c.yellow>
        ("ört\n>> AT", "own"),
        ("others", "a\n\nb"),
        ("others", "\n\n"),
    ],
)
def test_an_edit_that_changes_markup_is_refused(old: str, new: str) -> None:
    document = read(NEWSCAST)
    with pytest.raises(ConflictError, match=r"^news\.vtt: .*; [a-z ]+$"):
        webvtt.apply(document, [edit_of(document, old, new)])


def test_signs_that_would_end_a_cue_with_those_around_them_are_refused() -> None:
    document = read("WEBVTT\n\n00:01.000 --> 00:02.000\nx --y")
    with pytest.raises(ConflictError, match="would be read as markup, or change what is around"):
        webvtt.apply(document, [edit_of(document, "y", "> y")])


def test_half_an_entity_cannot_be_edited() -> None:
    document = read("WEBVTT\n\n00:01.000 --> 00:02.000\na &NotEqualTilde; b")
    segment = document.segments[0]
    assert segment.text == "a ≂̸ b"
    with pytest.raises(ConflictError, match="markup inside"):
        webvtt.apply(document, [edit(segment, 0, 3, "x")])
    assert webvtt.apply(document, [edit(segment, 0, 4, "x")]).endswith(b"\nx b")


def test_a_file_without_cues_has_no_segments() -> None:
    assert read("WEBVTT").segments == ()
    assert read("WEBVTT\n\nNOTE Die Stadt ist zerstört\n").segments == ()


@pytest.mark.parametrize("data", [b"", b"WEBVTTX\n", b"1\n00:01.000 --> 00:02.000\na", b"\0\1\2"])
def test_what_is_no_webvtt_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"^news\.vtt: .*; "):
        webvtt.read(data, "news.vtt")


@given(st.one_of(st.binary(max_size=60), _PAGES.map(str.encode), _FILES))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    check_any_bytes(webvtt, data, "news.vtt")


@given(_FILES, st.data())
def test_one_edit_changes_its_place_alone_or_is_refused(data: bytes, draw: st.DataObject) -> None:
    document = webvtt.read(data, "news.vtt")
    made_of = drawn_edit(draw, document, string.ascii_letters + " |\n<>&;-Ж")
    segment, new = made_of.segment, made_of.new
    made = check_one_edit(webvtt, document, made_of)
    (run, *others) = segment.runs
    # Half of an entity that stands for two letters cannot be edited.
    exact = not others and (run.length == run.source_length or run.length == 1)
    plain = exact and "\n" not in new and ">" not in new
    assert made or not plain


@given(
    st.lists(
        st.lists(
            st.sampled_from(["Die", "Stadt", "<i>ist</i>", "♪", "<c.a>-</c>", "[MUSIC]"]),
            min_size=1,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_cues_are_those_another_library_reads(cues: list[list[str]]) -> None:
    page = "WEBVTT\n\n" + "\n\n".join(
        f"00:{number:02}.000 --> 00:{number:02}.900 align:start\n" + "\n".join(lines)
        for number, lines in enumerate(cues, start=1)
    )
    theirs = other_library.from_string(page)
    assert [each.text for each in read(page).segments] == [each.text for each in theirs.captions]


def test_large_files_are_read_in_linear_time() -> None:
    cue = "00:01.000 --> 00:03.000\n<i>Irak</i> &amp;\n\n"
    long_line = "00:01.000 --> 00:03.000\n" + "<i <lang a &amp <" * 80_000
    document = read("WEBVTT\n\n" + cue * 20_000 + long_line)
    assert len(document.segments) == 20_001
