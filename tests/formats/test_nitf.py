"""NITF: the parts of an article with their roles and places, and edits of texts and attributes."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import ConflictError, UnreadableError
from capqa.formats import nitf
from capqa.model import Role
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

ARTICLE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "nitf-3-6.dtd">
<nitf xml:lang="en-GB">
<head>
  <title>Mosul&nbsp;offensive</title>
  <meta name="slug" content="Nicht gezeigt"/>
  <docdata><doc.copyright holder="Kite"/><key-list><keyword key="Krieg"/></key-list></docdata>
</head>
<body>
  <body.head>
    <hedline><hl1>Battle for <em>Mosul</em></hl1><hl2>Truppen vor der Stadt</hl2></hedline>
    <note><body.content><p>Please: <q>new</q></p></body.content></note>
    <rights><rights.owner>Kite</rights.owner> 2026</rights>
    <byline>By <person>Anna Berg</person><byttl>Kite</byttl></byline>
    <distributor>Kite News</distributor>
    <dateline><location>MOSUL</location>, <story.date>Nov 20</story.date></dateline>
    <abstract><p>In short</p></abstract>
  </body.head>
  <body.content>
    <block>
      <p lede="true">The <org>IS</org> is in
        the city<br/>of <lang iso="de">Mossul</lang></p>
      <media media-type="image">
        <media-reference mime-type="image/jpeg" source="a.jpg" source-credit='Kite'
           alternate-text="Ein &quot;Panzer&quot;
             der Armee"/>
        <media-metadata name="x">Nur Daten</media-metadata>
        <media-object encoding="base64">QUJD</media-object>
        <media-caption><p>Im Bild: <em>Panzer</em></p>Foto: dpa</media-caption>
        <media-producer>Berg</media-producer>
      </media>
      <table><caption>Zahlen</caption><tr><th>Jahr</th><td>2026</td></tr></table>
      <bq><block><p>Zitat</p></block><credit>Ein Minister</credit></bq>
      <ol><li>Erstens</li></ol>
      <copyrite>Kite 2026</copyrite>
    </block>
  </body.content>
  <body.end><tagline>With Ben Roth in Berlin</tagline></body.end>
</body>
</nitf>
"""

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
                "&#10;",
            ),
            *("<![CDATA[<p> &amp;\n ]]>", "[MUSIC] ♪", "😀", "\u202e", "]] ", "<?y z?>", "\t "),
        ]
    ),
    lambda inner: st.builds(
        lambda tag, inside: f"<{tag}>{''.join(inside)}</{tag.split()[0]}>",
        st.sampled_from(["em", "person", "lang iso='de'", 'a href=">"', "p", "q xml:lang='fr'"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=10,
)
_BLOCKS = st.builds(
    lambda form, inside: form.format(inside),
    st.sampled_from(
        [
            *("<p>{}</p>", "<media-caption>{}</media-caption>", "<hl1>{}</hl1>", "<li>{}</li>"),
            "<media><media-reference alternate-text='A &amp; \"b\"'>{}</media-reference></media>",
            *("<media-metadata>{}</media-metadata>", "<block>{}</block>", "<byline>{}</byline>"),
            "<pre xml:space='preserve'>{}</pre>",
        ]
    ),
    st.lists(_INLINE, max_size=5).map("".join),
)
_LAST = "<p>Zerstörte Häuser für größere Städte</p></body></nitf>"
_PAGES = st.lists(_BLOCKS, max_size=5).map(lambda each: f"<nitf><body>\n{chr(10).join(each)}")
_FILES = files(_PAGES, _LAST, "<?xml version='1.0' encoding='windows-1252'?>")


def read(page: str) -> Document:
    return nitf.read(page.encode(), "article.nitf")


def test_the_parts_of_an_article() -> None:
    document = read(ARTICLE)
    assert document.language == "en"
    assert [
        (each.text, each.role, each.line, each.column, each.locator.rpartition("/")[2])
        for each in document.segments
    ] == [
        ("Mosul\xa0offensive", Role.META, 5, 10, "title"),
        ("Battle for Mosul", Role.HEADLINE, 11, 19, "hl1"),
        ("Truppen vor der Stadt", Role.HEADLINE, 11, 55, "hl2"),
        ("Please: new", Role.BODY, 12, 28, "p"),
        ("Kite 2026", Role.CREDIT, 13, 27, "rights"),
        ("By Anna Berg", Role.BYLINE, 14, 13, "byline"),
        ("Kite", Role.BYLINE, 14, 49, "byttl"),
        ("Kite News", Role.CREDIT, 15, 18, "distributor"),
        ("MOSUL, Nov 20", Role.META, 16, 25, "dateline"),
        ("In short", Role.BODY, 17, 18, "p"),
        ("The IS is in the city\nof", Role.BODY, 21, 22, "p"),
        ("Mossul", Role.BODY, 22, 40, "p"),
        ("Kite", Role.CREDIT, 24, 79, "@source-credit"),
        ('Ein "Panzer" der Armee', Role.ALT, 25, 28, "@alternate-text"),
        ("Im Bild: Panzer", Role.CAPTION, 29, 27, "p"),
        ("Foto: dpa", Role.CREDIT, 29, 55, "media-caption"),
        ("Berg", Role.CREDIT, 30, 25, "media-producer"),
        ("Zahlen", Role.CAPTION, 32, 23, "caption"),
        ("Jahr", Role.BODY, 32, 47, "th"),
        ("2026", Role.BODY, 32, 60, "td"),
        ("Zitat", Role.BODY, 33, 21, "p"),
        ("Ein Minister", Role.CREDIT, 33, 46, "credit"),
        ("Erstens", Role.BODY, 34, 15, "li"),
        ("Kite 2026", Role.CREDIT, 35, 17, "copyrite"),
        ("With Ben Roth in Berlin", Role.BODY, 38, 22, "tagline"),
    ]
    assert [each.text for each in document.segments if each.language] == ["Mossul"]
    check_places(document)
    alternative = document.segments[13]
    assert place(alternative, alternative.text.index("der"), 16) == (26, 14)


def test_text_outside_paragraphs_is_read_all_the_same() -> None:
    document = read(
        "<nitf><body.content>Die <em>Stadt</em><p>Im Absatz</p> danach</body.content></nitf>"
    )
    assert [each.text for each in document.segments] == ["Die Stadt", "Im Absatz", "danach"]


def test_edits_of_texts_and_attributes() -> None:
    document = read(ARTICLE.replace("\n", "\r\n"))
    edits = [
        edit_of(document, "Truppen", "Troops & <tanks>"),
        edit_of(document, 'Ein "Panzer" der Armee', "A 'tank' of the \"army\" < &"),
        edit_of(document, "Im Bild", "In the picture"),
        edit_of(document, "in the city", "within the town"),
    ]
    expected = (
        ARTICLE.replace("<hl2>Truppen", "<hl2>Troops &amp; &lt;tanks>")
        .replace(
            "Ein &quot;Panzer&quot;\n             der Armee",
            "A &#39;tank&#39; of the &quot;army&quot; &lt; &amp;",
        )
        .replace("Im Bild", "In the picture")
        .replace("in\n        the city", "within the town")
    )
    assert nitf.apply(document, edits).decode() == expected.replace("\n", "\r\n")
    with pytest.raises(ConflictError, match=r"line 11: 'for Mosul' has markup inside"):
        nitf.apply(document, [edit_of(document, "for Mosul", "near town")])


def test_the_schema_with_a_namespace_is_read_too() -> None:
    page = ARTICLE.replace("<nitf ", "<nitf xmlns='http://iptc.org/std/NITF/2006-10-18/' ")
    assert [each.text for each in read(page).segments] == [
        each.text for each in read(ARTICLE).segments
    ]
    prefixed = "<n:nitf xmlns:n='http://iptc.org/std/NITF/2006-10-18/'><n:p>Die</n:p></n:nitf>"
    (segment,) = read(prefixed).segments
    assert (segment.text, segment.locator) == ("Die", "/n:nitf/n:p")


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<!DOCTYPE nitf [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><nitf>&b;</nitf>", "declares ent"),
        ("<!DOCTYPE nitf SYSTEM 'a' [<!ENTITY % b SYSTEM 'file:///x'>%b;]><nitf/>", "declares ent"),
        (
            "<nitf>&nbsp;</nitf>",
            r"is broken XML \(line 1, column 7: undefined entity\); write &#160",
        ),
        ("<nitf><p>", "is broken XML"),
        ("<rss/>", "is no NITF: its root element is 'rss', not 'nitf'"),
    ],
)
def test_broken_hostile_and_other_xml_is_refused_in_one_line(page: str, what: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^article\.nitf: {what}"):
        read(page)


def test_it_is_recognised_among_other_xml() -> None:
    assert nitf.recognises(ARTICLE.encode())
    assert not nitf.recognises(b"<nitf xmlns='urn:other'/>")
    assert not nitf.recognises(b"<newsItem/>")


@given(st.one_of(st.binary(max_size=60), _PAGES.map(str.encode), _FILES))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    check_any_bytes(nitf, data, "article.nitf", apart=False)


@given(_FILES, st.data())
def test_one_edit_changes_its_place_alone_or_is_refused(data: bytes, draw: st.DataObject) -> None:
    document = nitf.read(data, "article.nitf")
    made_of = drawn_edit(draw, document, string.ascii_letters + " |\n<>&;-Ж\"'")
    segment, new = made_of.segment, made_of.new
    made = check_one_edit(nitf, document, made_of, apart=False)
    assert made or len(segment.runs) > 1 or "\n" in new or segment is not document.segments[-1]


@given(_FILES)
def test_the_words_are_those_an_xml_parser_reads(data: bytes) -> None:
    root = ElementTree.fromstring(data)
    for skipped in root.iter("media-metadata"):
        for element in skipped.iter():
            element.text = ""
            element.tail = "" if element is not skipped else element.tail
    theirs = "".join("".join(root.itertext()).split())
    document = nitf.read(data, "article.nitf")
    ours = "".join(each.text for each in document.segments if "@" not in each.locator)
    assert "".join(ours.split()) == theirs


def test_large_and_deep_files_are_read_in_linear_time() -> None:
    paragraph = "<p xmlns:a='b'><em>Irak</em> &amp; x<br/></p>\n"
    deep = "<block><copyrite><p>" * 3_000 + "Die Stadt" + "</p></copyrite></block>" * 3_000
    document = read(f"<nitf>{paragraph * 10_000}{deep}<p>{'a &amp; <em/>' * 30_000}</p></nitf>")
    assert len(document.segments) == 10_002
    assert document.segments[-2].locator.startswith("//")
