"""TTML: paragraphs with their places, hostile XML refused, and edits that keep the markup."""

from __future__ import annotations

import string
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import ConflictError, UnreadableError
from capqa.formats import ttml
from capqa.model import Document, Role
from tests.formats.markup_properties import (
    check_any_bytes,
    check_one_edit,
    check_places,
    drawn_edit,
    edit_of,
    files,
    place,
)

NEWSCAST = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- <p>Nur eine Notiz</p> -->
<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
    xml:lang="eng-GB">
  <tt:head><tt:metadata><ttm:title>Die Nachrichten</ttm:title></tt:metadata></tt:head>
  <tt:body><tt:div>
    <tt:p xml:id="a>b" begin='00:00:05.000' end="00:00:07.000">
      <tt:span style="s1">Die Stadt   ist</tt:span> <tt:br/>
      <ttm:desc>Musik</ttm:desc>zerst&#246;rt &amp;
      leer<!-- Notiz -->
    </tt:p>
    <tt:p/>
    <tt:p><tt:span begin="9s">He said <tt:span xml:lang="de">Guten Tag</tt:span>, and
    </tt:span></tt:p>
    <tt:p xml:lang="" xml:space="preserve" begin="10s">[MUSIC]
 <![CDATA[<i> & Die]]></tt:p>
    <tt:p begin="12s" xml:lang="de-AT">Das ist ein Satz</tt:p>
  </tt:div></tt:body>
</tt:tt>
"""

_PARTS = st.recursive(
    st.sampled_from(
        [
            *("Die Stadt", " ", "\n", "\t\n  ", "zerst&#246;rt", "&amp;", "&lt;", "<br/>", "é"),
            *("<br></br>", "<!-- x -->", "<?y z?>", "<![CDATA[<p> &amp;\n ]]>", "[MUSIC] ♪", "😀"),
            *(">> MAN: [/x]", "\u2028", "\u202e", "]] ", "<set a='1'/>", "<metadata>M</metadata>"),
        ]
    ),
    lambda inner: st.builds(
        lambda tag, inside: f"<{tag}>{''.join(inside)}</span>",
        st.sampled_from(["span", "span xml:lang='de'", 'span a=">" xml:space="preserve"']),
        st.lists(inner, max_size=5),
    ),
    max_leaves=12,
)
_PARAGRAPHS = st.builds(
    "<p{}>{}</p>\n".format,
    st.sampled_from(["", " begin='1s'", ' xml:lang="de"', " xml:space='preserve'"]),
    st.lists(_PARTS, max_size=6).map("".join),
)
_LAST = "<p>Zerstörte Häuser für größere Städte</p></div></body></tt>"
_PAGES = st.lists(_PARAGRAPHS, max_size=5).map(
    lambda each: f"<tt xml:lang='en'><body><div>\n{''.join(each)}"
)
_FILES = files(_PAGES, _LAST, "<?xml version='1.0' encoding='windows-1252'?>")


def read(page: str) -> Document:
    return ttml.read(page.encode(), "news.ttml")


def one(paragraph: str) -> Document:
    return read(f"<tt><body><div>{paragraph}</div></body></tt>")


def test_paragraphs_are_segments_with_white_space_as_xml_reads_it() -> None:
    document = read(NEWSCAST)
    assert document.language == "en"
    assert [
        (each.text, each.locator, each.language, each.line, each.column)
        for each in document.segments
    ] == [
        ("Die Stadt ist\nzerstört & leer", "cue 1, 00:00:05.000", "en", 8, 27),
        ("He said", "cue 2, 9s", "en", 13, 31),
        ("Guten Tag", "cue 2, 9s", "de", 13, 62),
        (", and", "cue 2, 9s", "en", 13, 81),
        ("[MUSIC]\n <i> & Die", "cue 3, 10s", None, 15, 56),
        ("Das ist ein Satz", "cue 4, 12s", "de", 17, 40),
    ]
    assert {each.role for each in document.segments} == {Role.CUE}
    check_places(document)


def test_places_are_those_in_the_file() -> None:
    first = read(NEWSCAST.replace("\n", "\r\n")).segments[0]
    for text, expected in {"ist": (8, 39), "ört": (9, 38), "rt": (9, 44), "leer": (10, 7)}.items():
        start = first.text.index(text)
        assert place(first, start, start + 1) == expected


def test_edits_stay_within_tags_and_are_written_as_entities() -> None:
    document = read(NEWSCAST.replace("\n", "\r\n"))
    edits = [
        edit_of(document, "Stadt ist\nzerstört &", "<city> is\ndestroyed &"),
        edit_of(document, "& Die", "& <the>"),
        edit_of(document, "ein Satz", "one\nsentence"),
    ]
    expected = (
        NEWSCAST.replace("Stadt   ist", "&lt;city> is")
        .replace("zerst&#246;rt &amp;", "destroyed &amp;")
        .replace("& Die", "& <the>")
        .replace("ein Satz", "one<tt:br/>sentence")
    )
    assert ttml.apply(document, edits) == expected.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ist\nzerstört", "is"),  # would lose </tt:span>
        ("MUSIC]\n <i>", "MUSIC] (i)"),  # and this one the marks of CDATA
        ("& Die", "a ]]> b"),
        ("leer", "\x07"),
    ],
)
def test_an_edit_that_changes_markup_is_refused(old: str, new: str) -> None:
    document = read(NEWSCAST)
    with pytest.raises(ConflictError, match=r"^news\.ttml: .*; [a-z ]+$"):
        ttml.apply(document, [edit_of(document, old, new)])


def test_a_declared_encoding_holds_and_what_it_lacks_is_written_as_a_reference() -> None:
    page = NEWSCAST.replace("UTF-8", "ISO-8859-2").replace("Das ist", "Łódź")
    document = ttml.read(page.encode("iso-8859-2"), "news.ttml")
    assert document.segments[-1].text == "Łódź ein Satz"
    assert document.encoding == "iso-8859-2"
    new = edit_of(document, "ein Satz", "Ж")
    assert ttml.apply(document, [new]) == page.replace("ein Satz", "&#1046;").encode("iso-8859-2")


BOMB = "<!DOCTYPE tt [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><tt><body><p>&b;</p></body></tt>"
OUTSIDE = "<!DOCTYPE tt [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><tt><p>&x;</p></tt>"


@pytest.mark.parametrize(
    ("page", "what"),
    [
        (BOMB, "declares entities"),
        (OUTSIDE, "declares entities"),
        ("<tt><body><p>a</body></tt>", r"is broken XML \(line 1, column 17: mismatched tag\)"),
        ("<tt>\n<p>&nbsp;</p></tt>", r"is broken XML \(line 2, column 4: undefined entity\)"),
        ("<tt><p>a & b</p></tt>", "is broken XML"),
        ("<tt><p>a", "is broken XML"),
        ("<html><p>a</p></html>", "is no TTML: its root element is 'html', not 'tt'"),
        ("<ä/>", r"is no TTML: its root element is '\\xe4'"),
        ("", "is empty"),
        ("just text", "is broken XML"),
    ],
)
def test_broken_hostile_and_other_xml_is_refused_in_one_line(page: str, what: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^news\.ttml: {what}.*; .+$"):
        read(page)


def test_bytes_that_are_not_in_the_declared_encoding_are_refused() -> None:
    page = b"<?xml version='1.0' encoding='windows-1252'?><tt><p>\x81</p></tt>"
    with pytest.raises(UnreadableError, match="is not in windows-1252, as it declares"):
        ttml.read(page, "news.ttml")


def test_a_document_type_without_declarations_and_deep_nesting_are_read() -> None:
    document = read(
        '<!DOCTYPE tt SYSTEM "a>b">\n<tt><p>' + "<span>" * 5000 + "Die Stadt"
        "" + "</span>" * 5000 + "&nbsp;</p></tt>"
    )
    assert document.segments[0].text.startswith("Die Stadt")


def test_it_is_recognised_among_other_xml() -> None:
    assert ttml.recognises(NEWSCAST.encode())
    assert ttml.recognises(b"<tt xmlns='http://www.w3.org/2006/10/ttaf1'>")
    assert not ttml.recognises(b"<tt xmlns='http://example.org/'/>")
    assert not ttml.recognises(b"<!-- <tt/> --><html/>")


@given(
    st.one_of(
        st.binary(max_size=60),
        st.lists(_PARTS, max_size=5).map(lambda each: f"<tt><p>{'<'.join(each)}".encode()),
        _FILES,
    )
)
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    check_any_bytes(ttml, data, "news.ttml")


@given(_FILES, st.data())
def test_one_edit_changes_its_place_alone_or_is_refused(data: bytes, draw: st.DataObject) -> None:
    document = ttml.read(data, "news.ttml")
    made_of = drawn_edit(draw, document, string.ascii_letters + " |\n<>&;-Ж")
    segment, new = made_of.segment, made_of.new
    made = check_one_edit(ttml, document, made_of)
    assert made or len(segment.runs) > 1 or "\n" in new or segment is not document.segments[-1]


@given(_FILES)
def test_the_words_are_those_an_xml_parser_reads(data: bytes) -> None:
    root = ElementTree.fromstring(data)
    for skipped in root.iter("metadata"):
        skipped.text = ""
    for line_break in root.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    theirs = "".join(" ".join(root.itertext())).split()
    ours = " ".join(each.text for each in ttml.read(data, "news.ttml").segments).split()
    assert "".join(ours) == "".join(theirs)


def test_large_files_are_read_in_linear_time() -> None:
    cue = "<p begin='1s'><span>Irak</span> &amp; x<br/></p>\n"
    document = one(cue * 10_000 + f"<p>{'a &amp; <span/>' * 30_000}</p><p>{'a b ' * 250_000}</p>")
    assert len(document.segments) == 10_002
