"""XLIFF: targets with their places, and edits that keep inline codes and sources."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import ConflictError, UnreadableError
from capqa.formats import xliff
from tests.formats.markup_properties import (
    check_any_bytes,
    check_one_edit,
    check_places,
    drawn_edit,
    edit_of,
    files,
    place,
)

if TYPE_CHECKING:
    from capqa.model import Document

CATALOGUE = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
 <file source-language="de" target-language="en-GB" original="page.html"><body>
  <trans-unit id="t1"><source>Die Stadt</source>
   <target>R&amp;D: <g id="1">Die Stadt</g><ph id="2">&lt;br/></ph> ist
zerst&#246;rt</target>
   <alt-trans><target>Das ist nur ein Vorschlag</target></alt-trans>
   <note>Nur eine Notiz</note></trans-unit>
  <trans-unit id="t2" translate="no"><target>Die Stadt</target></trans-unit>
  <trans-unit id="t3"><source>x</source><target/></trans-unit>
  <trans-unit id="t4"><target xml:lang="de"><![CDATA[Die <Truppen>]]></target></trans-unit>
 </body></file>
</xliff>
"""
SECOND = """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de" trgLang="en">
 <file id="f"><unit id="u1"><segment><source>Die <pc id="1">Stadt</pc></source>
  <target>Die <pc id="1">Stadt</pc><ph id="2"/> ist <mrk id="m" translate="no">ARD</mrk> da</target>
 </segment></unit></file>
</xliff>
"""

_PARTS = st.recursive(
    st.sampled_from(
        [
            *("Die Stadt", " ", "\n", "zerst&#246;rt", "&amp;", "<x/>", "é", "<!-- x -->"),
            *("<![CDATA[<p> &amp;\n ]]>", "[MUSIC] ♪", "😀", "\u202e", "]] ", "%s"),
        ]
    ),
    lambda inner: st.builds(
        lambda tag, inside: f"<{tag}>{''.join(inside)}</{tag.split()[0]}>",
        st.sampled_from(["g id='1'", "bpt", "mrk translate='no'", 'pc a=">"']),
        st.lists(inner, max_size=5),
    ),
    max_leaves=12,
)
_TARGETS = st.builds(
    "<unit id='1'><segment><source>Das</source><target{}>{}</target></segment></unit>\n".format,
    st.sampled_from(["", " xml:lang='de'", " xml:space='preserve'"]),
    st.lists(_PARTS, max_size=6).map("".join),
)
_LAST = "<unit id='é'><target>Zerstörte Häuser für größere Städte</target></unit></xliff>"
_PAGES = st.lists(_TARGETS, max_size=5).map(lambda each: f"<xliff trgLang='en'>{''.join(each)}")
_FILES = files(_PAGES, _LAST, "<?xml version='1.0' encoding='windows-1252'?>")


def read(page: str) -> Document:
    return xliff.read(page.encode(), "page.xlf")


def test_targets_are_segments_without_inline_codes() -> None:
    document = read(CATALOGUE)
    assert document.language == "en"
    assert [
        (each.text, each.locator, each.language, each.line, each.column)
        for each in document.segments
    ] == [
        ("R&D: Die Stadt ist\nzerstört", "unit t1", "en", 5, 12),
        ("Die <Truppen>", "unit t4", "de", 11, 54),
    ]
    check_places(document)
    first = document.segments[0]
    for text, expected in {"Die": (5, 31), "ist": (5, 69), "rt": (6, 12)}.items():
        start = first.text.index(text)
        assert place(first, start, start + 1) == expected


def test_the_second_version_is_read_too() -> None:
    (segment,) = read(SECOND).segments
    assert (segment.text, segment.locator) == ("Die Stadt ist  da", "unit u1")
    assert (segment.language, segment.line, segment.column) == ("en", 3, 11)


def test_a_target_knows_its_source() -> None:
    first, second = read(CATALOGUE).segments
    assert (first.translation_of, first.source_language) == ("Die Stadt", "de")
    # Without a source there is nothing it translates, but the file still says from which language.
    assert (second.translation_of, second.source_language) == ("", "de")
    (segment,) = read(SECOND).segments
    assert (segment.translation_of, segment.source_language) == ("Die Stadt", "de")
    lone = CATALOGUE.replace("<source>Die", "<source xml:lang='fr'>R&amp;D<ph>&lt;b></ph> Die")
    assert read(lone).segments[0].translation_of == "R&D Die Stadt"
    assert read(lone).segments[0].source_language == "fr"


def test_targets_that_are_not_translated_yet_are_not_read() -> None:
    for state in ("new", "needs-translation"):
        page = CATALOGUE.replace('<target xml:lang="de"', f'<target state="{state}"')
        assert [each.locator for each in read(page).segments] == ["unit t1"]
    for state, count in {"initial": 0, "translated": 1, "final": 1}.items():
        page = SECOND.replace("<segment>", f'<segment state="{state}">')
        assert len(read(page).segments) == count


def test_edits_stay_within_inline_codes() -> None:
    document = read(CATALOGUE.replace("\n", "\r\n"))
    edits = [
        edit_of(document, "Die Stadt", "The <city>"),
        edit_of(document, "ist\nzerst", "is\nall dest"),
        edit_of(document, "Die <", "The & <"),
    ]
    expected = (
        CATALOGUE.replace(">Die Stadt</g>", ">The &lt;city></g>")
        .replace("ist\nzerst", "is\nall dest")
        .replace("[Die <", "[The & <")
    )
    assert xliff.apply(document, edits) == expected.replace("\n", "\r\n").encode()


def test_an_edit_that_would_lose_a_code_is_refused() -> None:
    document = read(CATALOGUE)
    with pytest.raises(ConflictError, match=r"line 5: 'Stadt ist' has markup inside, which 'city"):
        xliff.apply(document, [edit_of(document, "Stadt ist", "city is")])


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<!DOCTYPE x [<!ENTITY a 'ha'>]><xliff/>", "declares entities"),
        ("<xliff><target>", r"is broken XML \(line 1, column 16"),
        ("<tt/>", "is no XLIFF: its root element is 'tt', not 'xliff'"),
        ("", "is empty"),
    ],
)
def test_broken_hostile_and_other_xml_is_refused_in_one_line(page: str, what: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^page\.xlf: {what}.*; .+$"):
        read(page)


def test_it_is_recognised_among_other_xml() -> None:
    assert xliff.recognises(CATALOGUE.encode())
    assert xliff.recognises(SECOND.encode("utf-16"))
    assert not xliff.recognises(b"<xliff xmlns='urn:other'/>")
    assert not xliff.recognises(b"<tmx/>")


@given(st.one_of(st.binary(max_size=60), _PAGES.map(str.encode), _FILES))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    check_any_bytes(xliff, data, "page.xlf")


@given(_FILES, st.data())
def test_one_edit_changes_its_place_alone_or_is_refused(data: bytes, draw: st.DataObject) -> None:
    document = xliff.read(data, "page.xlf")
    made_of = drawn_edit(draw, document, string.ascii_letters + " |\n<>&;-Ж")
    segment, new = made_of.segment, made_of.new
    made = check_one_edit(xliff, document, made_of)
    assert made or len(segment.runs) > 1 or "\n" in new or segment is not document.segments[-1]
