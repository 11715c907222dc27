"""NewsML-G2: what agencies say about news and pictures, the news itself, and edits of both."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from capqa.errors import ConflictError, UnreadableError
from capqa.formats import newsml
from capqa.model import Role
from tests.formats.markup_properties import (
    check_any_bytes,
    check_one_edit,
    check_places,
    drawn_edit,
    edit_of,
    files,
)

if TYPE_CHECKING:
    from capqa.model import Document

PICTURE = """\
<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:kite.example:20261120:7"
    version="2" standard="NewsML-G2" standardversion="2.30" conformance="power" xml:lang="en-US">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_37.xml"/>
  <rightsInfo>
    <copyrightHolder uri="http://kite.example/"><name>Kite Pictures</name></copyrightHolder>
    <copyrightNotice>© 2026 Kite Pictures</copyrightNotice>
    <usageTerms>Nur für Redaktionen</usageTerms>
  </rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:picture"/>
    <provider literal="kite"/>
    <title>Mossul, 20. Oktober</title>
    <edNote>Nicht für Leser</edNote>
  </itemMeta>
  <contentMeta>
    <located qcode="city:1"><name xml:lang="de">Mossul</name><name>Mosul</name></located>
    <creator><name>Anna Berg</name></creator>
    <genre qcode="genre:Current"><related><name>Nicht gezeigt</name></related></genre>
    <subject qcode="medtop:16000000"><name>Krieg</name></subject>
    <slugline>IRAK-MOSSUL</slugline>
    <headline>Befreiungsaktion <inline>Mossul</inline></headline>
    <by>Anna Berg</by>
    <creditline>Kite/Berg</creditline>
    <description role="drol:caption">Truppen &amp; Panzer<br/>vor der Stadt</description>
    <description>Ohne Rolle</description>
    <description role="drol:altText">Ein Panzer</description>
    <description role="drol:summary">Kurz gesagt</description>
    <keyword>Panzer</keyword>
  </contentMeta>
  <contentSet><remoteContent href="http://kite.example/7" contenttype="image/jpeg"/></contentSet>
</newsItem>
"""
MESSAGE = """\
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:x="http://www.w3.org/1999/xhtml">
<header><sender>Niemand liest das</sender></header><itemSet>
<newsItem xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>
<contentMeta><language tag="de"/><headline>The news</headline></contentMeta>
<partMeta><description role="drol:caption">First scene</description></partMeta>
<contentSet>
<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
<body><body.content><p>Die <em>Stadt</em></p><media><media-reference alternate-text='Ein Bild'/>
<media-caption><p>Im Bild</p></media-caption></media></body.content></body></nitf></inlineXML>
<inlineXML contenttype="application/xhtml+xml" xml:lang="en"><x:div><x:p>A <x:b>bold</x:b> &amp;
<![CDATA[<new>]]> word</x:p><!-- x --><x:img alt="A tank"/></x:div></inlineXML>
<inlineXML><div xmlns=""><p>Ohne Namensraum</p></div></inlineXML>
<inlineData>Eine Zeile

  Noch eine &amp; die letzte
Foto: dpa</inlineData>
<inlineData contenttype="text/html; charset=utf-8">&lt;p&gt;R&amp;amp;D&lt;/p&gt;</inlineData>
<inlineData contenttype="image/png" encoding="enc:base64">QUJD</inlineData>
<inlineData contenttype="application/json">{"a": "nicht gelesen"}</inlineData>
</contentSet></newsItem>
<packageItem xml:lang="fr"><groupSet><group><itemRef><title>Le titre</title>
<description>Un texte</description></itemRef></group></groupSet></packageItem>
<conceptItem><concept><name xml:lang="de">Der Krieg</name><definition>What it is</definition>
</concept></conceptItem>
</itemSet></newsMessage>
"""

_XHTML = "http://www.w3.org/1999/xhtml"
_INLINE = st.recursive(
    st.sampled_from(
        [
            *(
                "Die Stadt",
                " ",
                "\n",
                "zerst&#246;rt",
                "&amp;",
                "<br/>",
                "é",
                "<!-- x -->",
                "<?y?>",
            ),
            *("<![CDATA[<p> &amp;\n ]]>", "[MUSIC] ♪", "😀", "\u202e", "]] ", "%s", "&#10;"),
        ]
    ),
    lambda inner: st.builds(
        lambda tag, inside: f"<{tag}>{''.join(inside)}</{tag.split()[0]}>",
        st.sampled_from(["inline", "em", "lang iso='de'", 'a href=">"', "name", "headline"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=10,
)
_INSIDE = st.lists(_INLINE, max_size=5).map("".join)
_ELEMENTS = st.builds(
    lambda form, inside: form.replace("@", inside),
    st.sampled_from(
        [
            *("<headline>@</headline>", '<description role="drol:caption">@</description>'),
            *(
                "<by xml:lang='de'>@</by>",
                "<subject><name>@</name></subject>",
                "<slugline>@</slugline>",
            ),
            "<inlineXML><nitf><p>@</p><media-reference alternate-text='&amp;'/></nitf></inlineXML>",
            f"<inlineXML><x:div xmlns:x='{_XHTML}' title='a>b'>@</x:div></inlineXML>",
            f"<inlineXML><p xmlns='{_XHTML}'>@<img alt='Ä \"b\"'/></p></inlineXML>",
            *("<inlineData>@</inlineData>", '<inlineData contenttype="text/html">@</inlineData>'),
        ]
    ),
    _INSIDE,
)
_LAST = "<headline>Zerstörte Häuser für größere Städte</headline></newsItem>"
_PAGES = st.lists(_ELEMENTS, max_size=5).map(
    lambda each: "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>\n" + "\n".join(each)
)
_FILES = files(_PAGES, _LAST, "<?xml version='1.0' encoding='windows-1252'?>")


def read(page: str) -> Document:
    return newsml.read(page.encode(), "item.xml")


def test_what_is_said_about_a_picture() -> None:
    document = read(PICTURE)
    assert document.language == "en"
    assert [
        (each.text, each.role, each.language, each.line, each.column) for each in document.segments
    ] == [
        ("Kite Pictures", Role.CREDIT, None, 6, 55),
        ("© 2026 Kite Pictures", Role.CREDIT, None, 7, 22),
        ("Nur für Redaktionen", Role.CREDIT, None, 8, 17),
        ("Mossul, 20. Oktober", Role.META, None, 13, 12),
        ("Mossul", Role.META, "de", 17, 49),
        ("Mosul", Role.META, None, 17, 68),
        ("Anna Berg", Role.BYLINE, None, 18, 20),
        ("Krieg", Role.META, None, 20, 44),
        ("Befreiungsaktion Mossul", Role.HEADLINE, None, 22, 15),
        ("Anna Berg", Role.BYLINE, None, 23, 9),
        ("Kite/Berg", Role.CREDIT, None, 24, 17),
        ("Truppen & Panzer\nvor der Stadt", Role.CAPTION, None, 25, 38),
        ("Ohne Rolle", Role.CAPTION, None, 26, 18),
        ("Ein Panzer", Role.ALT, None, 27, 38),
        ("Kurz gesagt", Role.BODY, None, 28, 38),
        ("Panzer", Role.META, None, 29, 14),
    ]
    locators = [each.locator for each in document.segments]
    assert locators[5] == "/newsItem/contentMeta/located/name[2]"
    assert locators[11] == "/newsItem/contentMeta/description"
    check_places(document)


def test_news_in_the_file_itself_and_its_language() -> None:
    document = read(MESSAGE)
    assert document.language is None
    assert [(each.text, each.role, each.language) for each in document.segments] == [
        ("The news", Role.HEADLINE, "en"),
        ("First scene", Role.CAPTION, "en"),
        ("Die Stadt", Role.BODY, "de"),
        ("Ein Bild", Role.ALT, "de"),
        ("Im Bild", Role.CAPTION, "de"),
        ("A bold & <new> word", Role.BODY, "en"),
        ("A tank", Role.ALT, "en"),
        ("Ohne Namensraum", Role.BODY, "de"),
        ("Eine Zeile", Role.HEADLINE, "de"),
        ("Noch eine & die letzte", Role.CAPTION, "de"),
        ("Foto: dpa", Role.CREDIT, "de"),
        ("R&D", Role.BODY, "de"),
        ("Le titre", Role.META, "fr"),
        ("Un texte", Role.BODY, "fr"),
        ("Der Krieg", Role.META, "de"),
        ("What it is", Role.BODY, None),
    ]
    assert document.segments[3].locator.endswith("/media/media-reference/@alternate-text")
    check_places(document)


def test_edits_are_written_as_each_place_needs_it() -> None:
    document = read(MESSAGE.replace("\n", "\r\n"))
    edits = [
        edit_of(document, "Die", "The <"),
        edit_of(document, "Ein Bild", 'A "tank" & Mosul\'s'),
        edit_of(document, "bold", "big & <bold>"),
        edit_of(document, "A tank", 'A "tank"'),
        edit_of(document, "Noch eine & die", "One more & the"),
        edit_of(document, "R&D", "Q&A"),
    ]
    expected = (
        MESSAGE.replace(">Die ", ">The &lt; ")
        .replace("'Ein Bild'", "'A &quot;tank&quot; &amp; Mosul&#39;s'")
        .replace(">bold<", ">big &amp; &lt;bold&gt;<")
        .replace('"A tank"', '"A &quot;tank&quot;"')
        .replace("Noch eine &amp; die", "One more &amp; the")
        .replace("R&amp;amp;D", "Q&amp;amp;A")
    )
    assert newsml.apply(document, edits).decode() == expected.replace("\n", "\r\n")


def test_an_edit_that_would_lose_markup_is_refused() -> None:
    document = read(PICTURE)
    with pytest.raises(ConflictError, match=r"line 22: 'aktion Mos' has markup inside"):
        newsml.apply(document, [edit_of(document, "aktion Mos", "x")])


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<!DOCTYPE x [<!ENTITY a 'ha'>]><newsItem/>", "declares entities"),
        ("<newsItem><title>a &nbsp;</title></newsItem>", ".*write &#160; for &nbsp;"),
        ("<newsItem>", "is broken XML"),
        ("<rss/>", "is no NewsML-G2: its root element is 'rss', not 'newsItem', 'newsMessage' or"),
        ("<newsItem xmlns='urn:other'/>", "is no NewsML-G2"),
    ],
)
def test_broken_hostile_and_other_xml_is_refused_in_one_line(page: str, what: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^item\.xml: {what}"):
        read(page)


def test_it_is_recognised_among_other_xml() -> None:
    for page in (
        PICTURE,
        MESSAGE,
        "<packageItem>",
        "<n:newsItem xmlns:n='http://iptc.org/std/nar/'>",
    ):
        assert newsml.recognises(page.encode())
        assert newsml.recognises(page.encode("utf-16"))
    assert not newsml.recognises(b"<nitf/>")
    assert not newsml.recognises(b"<newsItem xmlns='urn:other'/>")


@given(st.one_of(st.binary(max_size=60), _PAGES.map(str.encode), _FILES))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    check_any_bytes(newsml, data, "item.xml", apart=False)


@given(_FILES, st.data())
def test_one_edit_changes_its_place_alone_or_is_refused(data: bytes, draw: st.DataObject) -> None:
    document = newsml.read(data, "item.xml")
    made_of = drawn_edit(draw, document, string.ascii_letters + " |\n<>&;-Ж\"'", shortest=1)
    # A blank may stand for a picture; what is put beside it may come behind the next tag.
    assume(made_of.old == made_of.old.strip())
    made = check_one_edit(newsml, document, made_of, keeps_markup=False, apart=False)
    is_simple = len(made_of.segment.runs) == 1 and not set(made_of.new) & set("\n<&")
    assert made or not is_simple or made_of.segment is not document.segments[-1]
