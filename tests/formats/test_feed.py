"""Feeds: headlines, captions and nested HTML with their places, and edits that keep the feed."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from capqa.errors import ConflictError, UnreadableError
from capqa.formats import feed
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

WORDPRESS = """\
<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:media="http://search.yahoo.com/mrss/"
	>
<channel>
	<title>Kite Valley</title>
	<atom:link href="https://kite.example/feed/" rel="self" type="application/rss+xml" />
	<link>https://kite.example</link>
	<description>News &amp; more</description>
	<language>en-US</language>
	<image><url>https://kite.example/a.png</url><title>Das Tal</title></image>
	<item>
		<title>Fire &#8211; R&amp;D</title>
		<link>https://kite.example/?p=1</link>
		<dc:creator><![CDATA[Anna Berg]]></dc:creator>
		<category><![CDATA[Stadt und Land]]></category>
		<guid isPermaLink="false">https://kite.example/?p=1</guid>
		<description><![CDATA[<p>It burned. [&#8230;]</p> <p>The post <a href="b">Fire</a> first</p>
]]></description>
		<content:encoded><![CDATA[
<figure><img alt="Die alte M&uuml;hle"/><figcaption>Die <em>Mühle</em></figcaption></figure>
<p lang="de">Auf Deutsch</p>]]></content:encoded>
		<media:content url="a.jpg" medium="image">
			<media:title type="html">Der &amp;amp; Bach</media:title>
			<media:description type="plain">Die M&#252;hle
am Bach &lt;heute&gt;</media:description>
			<media:credit role="photographer">Ben Roth</media:credit>
			<media:category label="Natur">nature/water</media:category>
		</media:content>
	</item>
	<item><dc:language>de</dc:language><title>Ein &amp;#8222;Titel&amp;#8220;</title>
		<author>anna@kite.example (Anna Berg)</author>
		<description>&lt;b&gt;Fett&lt;/b&gt; R&amp;amp;D</description></item>
</channel>
</rss>
"""
YOUTUBE = """\
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/"
    xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
 <link rel="alternate" href="https://kite.example" title="Nicht gezeigt"/>
 <id>yt:channel:1</id>
 <title>Kite TV</title>
 <author><name>Kite</name><uri>https://kite.example</uri></author>
 <entry xml:lang="de">
  <id>yt:video:1</id>
  <title>Der Bach</title>
  <source><title>Nicht gezeigt</title></source>
  <category term="x" label="Natur &amp; mehr"/>
  <media:group>
   <media:title>Der Bach im Tal</media:title>
   <media:description>Ein Film.

Mehr: kite</media:description>
  </media:group>
 </entry>
 <entry>
  <title type="html">A &lt;i&gt;new&lt;/i&gt; day</title>
  <title type="text">1 &lt; 2</title>
  <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
   <p>Ein <b>Satz</b> &amp;</p></div></summary>
  <content type="text/html" mode="escaped">&lt;p&gt;R&amp;amp;D&lt;/p&gt;</content>
  <content type="image/png">QUJD</content>
  <rights>Kite 2026</rights>
 </entry>
</feed>
"""
RDF = """\
<!DOCTYPE rdf:RDF PUBLIC "-//Netscape//DTD RSS 1.0//EN" "rss.dtd">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="{}">
<channel rdf:about="x"><title>Das&nbsp;Tal</title><dc:language>de-DE</dc:language>
<items><rdf:Seq><rdf:li resource="y"/></rdf:Seq></items></channel>
<item rdf:about="y"><title>Ein Titel</title><dc:subject>Natur</dc:subject>
<itunes:summary>Eine Folge</itunes:summary><itunes:author>Anna</itunes:author>
<itunes:category text="Kultur"/></item>
<textinput><title>Suche</title></textinput>
</rdf:RDF>
""".format("http://www.itunes.com/dtds/podcast-1.0.dtd")

_PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "Die Stadt",
                " ",
                "\n",
                "é",
                "[MUSIC] ♪",
                "😀",
                "\u202e",
                "]] ",
                "<p>",
                "</p>",
                "<b>",
            ),
            *(
                "</b>",
                '<img alt="Ein Bild" src=x>',
                "<br>",
                "&amp;",
                "&ouml;",
                "&",
                "<",
                "<!-- x -->",
            ),
            *("<a title='x'>", "</a>", "<li lang=de>", "\xad", "<script>", "</script>", "&#10;"),
        ]
    ),
    max_size=8,
).map("".join)
_ESCAPED = _PIECES.map(
    lambda html: html.replace("&", "&amp;").replace("<", "&lt;").replace("é", "&#233;")
)
_CDATA = _PIECES.map(lambda html: f"<![CDATA[{html.replace(']]', '')}]]>")
_INSIDE = st.lists(st.one_of(_ESCAPED, _CDATA), max_size=3).map("".join)
_NAMESPACES = (
    "xmlns:c='http://purl.org/rss/1.0/modules/content/' xmlns:m='http://search.yahoo.com/mrss/'"
    " xmlns:a='http://www.w3.org/2005/Atom' xmlns:h='http://www.w3.org/1999/xhtml'"
)
_ITEMS = st.builds(
    lambda form, inside: f"<item>{form.replace('@', inside)}</item>\n",
    st.sampled_from(
        [
            *("<title>@</title>", "<description>@</description>", "<c:encoded>@</c:encoded>"),
            *(
                "<m:description>@</m:description>",
                "<m:title type='html'>@</m:title>",
                "<link>@</link>",
            ),
            *("<category>@</category>", "<a:summary type='text'>@</a:summary>", "<x>@</x>"),
            "<h:div>@<h:img alt='A&amp;b'/></h:div>",
            *("<description><p>@</p></description>", "<m:category label='&lt;b>'>@</m:category>"),
        ]
    ),
    _INSIDE,
)
_LAST = "<item><title>Zerstörte Häuser für größere Städte</title></item></channel></rss>"
_PAGES = st.lists(_ITEMS, max_size=5).map(
    lambda each: f"<rss {_NAMESPACES}><channel><language>en</language>\n{''.join(each)}"
)
_FILES = files(_PAGES, _LAST, "<?xml version='1.0' encoding='windows-1252'?>")


def read(page: str) -> Document:
    return feed.read(page.encode(), "news.rss")


def parts(document: Document) -> list[tuple[str, Role, str | None]]:
    check_places(document, apart=False)
    return [(each.text, each.role, each.language) for each in document.segments]


def test_rss_with_articles_and_media() -> None:
    document = read(WORDPRESS)
    assert document.language == "en"
    assert parts(document) == [
        ("Kite Valley", Role.META, None),
        ("News & more", Role.META, None),
        ("Das Tal", Role.ALT, None),
        ("Fire – R&D", Role.HEADLINE, None),
        ("Anna Berg", Role.BYLINE, None),
        ("Stadt und Land", Role.META, None),
        ("It burned. […]", Role.BODY, None),
        ("The post Fire first", Role.BODY, None),
        ("Die alte Mühle", Role.ALT, None),
        ("Die Mühle", Role.CAPTION, None),
        ("Auf Deutsch", Role.BODY, "de"),
        ("Der & Bach", Role.CAPTION, None),
        ("Die Mühle", Role.CAPTION, None),
        ("am Bach <heute>", Role.CAPTION, None),
        ("Ben Roth", Role.CREDIT, None),
        ("Natur", Role.META, None),
        ("Ein „Titel“", Role.HEADLINE, "de"),
        ("anna@kite.example (Anna Berg)", Role.BYLINE, "de"),
        ("Fett R&D", Role.BODY, "de"),
    ]
    places = {each.locator: (each.line, each.column) for each in document.segments}
    assert places["/rss/channel/item/content:encoded img@alt"] == (23, 19)
    assert places["/rss/channel/item/media:content/media:category/@label"] == (30, 27)
    assert places["/rss/channel/item[2]/title"] == (33, 44)


def test_atom_with_media() -> None:
    document = read(YOUTUBE)
    assert document.language == "en"
    assert parts(document) == [
        ("Kite TV", Role.META, None),
        ("Kite", Role.BYLINE, None),
        ("Der Bach", Role.HEADLINE, "de"),
        ("Natur & mehr", Role.META, "de"),
        ("Der Bach im Tal", Role.CAPTION, "de"),
        ("Ein Film.", Role.CAPTION, "de"),
        ("Mehr: kite", Role.CAPTION, "de"),
        ("A new day", Role.HEADLINE, None),
        ("1 < 2", Role.HEADLINE, None),
        ("Ein Satz &", Role.BODY, None),
        ("R&D", Role.BODY, None),
        ("Kite 2026", Role.CREDIT, None),
    ]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("&lt;Neu&gt; &amp; gut", "<Neu> & gut"),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2"),
        ("R&amp;D; more", "R&D; more"),
        ("&lt;I>Neu&lt;/I> &amp; gut", "Neu & gut"),
        ("Neu &amp;amp; gut&lt;br />", "Neu & gut"),
        ("<![CDATA[Neu &#8211; gut]]>", "Neu – gut"),
    ],
)
def test_titles_are_html_only_where_they_look_like_it(title: str, text: str) -> None:
    (segment,) = read(f"<rss><channel><item><title>{title}</title></item></channel></rss>").segments
    assert segment.text == text


def test_html_that_is_not_escaped_or_has_no_namespace_is_read_all_the_same() -> None:
    page = (
        "<rss><channel><item><description>Die <b>Stadt</b><p>Ein Absatz</p></description>"
        "<title>Ein <i>Titel</i></title></item></channel></rss>"
    )
    assert [each.text for each in read(page).segments] == ["Die Stadt", "Ein Absatz", "Ein Titel"]
    content = "<content type='xhtml'><div>Die <b>Stadt</b></div></content>"
    for name in ("xmlns='http://www.w3.org/2005/Atom'", ""):
        (segment,) = read(f"<feed {name}><entry>{content}</entry></feed>").segments
        assert (segment.text, segment.locator) == ("Die Stadt", "/feed/entry/content/div")


def test_rss_in_rdf_and_podcasts() -> None:
    document = read(RDF)
    assert document.language == "de"
    assert parts(document) == [
        ("Das\xa0Tal", Role.META, None),
        ("Ein Titel", Role.HEADLINE, None),
        ("Natur", Role.META, None),
        ("Eine Folge", Role.BODY, None),
        ("Anna", Role.BYLINE, None),
        ("Kultur", Role.META, None),
        ("Suche", Role.NAVIGATION, None),
    ]


def test_edits_are_escaped_as_often_as_their_place_needs() -> None:
    document = read(WORDPRESS.replace("\n", "\r\n"))
    edits = [
        edit_of(document, "R&D", "Q&A <b"),
        edit_of(document, "Stadt und Land", "Town & country"),
        edit_of(document, "Die alte Mühle", 'The "old" mill'),
        edit_of(document, "Die Mühle", "The mill & more"),
        edit_of(document, "& Bach", "& brook <b>"),
        edit_of(document, "am Bach <heute>", "at the brook <today> & on"),
        edit_of(document, "Natur", 'Nature\'s "best"'),
        edit_of(document, "Fett", "Bold"),
    ]
    expected = (
        WORDPRESS.replace("R&amp;D</title>", "Q&amp;A &lt;b</title>")
        .replace("Stadt und Land", "Town & country")
        .replace("Die alte M&uuml;hle", "The &quot;old&quot; mill")
        .replace("Die <em>Mühle</em>", "The mill &amp; more<em></em>")
        .replace("&amp;amp; Bach", "&amp;amp; brook &amp;lt;b&amp;gt;")
        .replace("am Bach &lt;heute&gt;", "at the brook &lt;today> &amp; on")
        .replace('"Natur"', '"Nature&#39;s &quot;best&quot;"')
        .replace("Fett", "Bold")
    )
    made = feed.apply(document, edits).decode()
    assert made == expected.replace("\n", "\r\n")
    assert "The mill & more" in [each.text for each in read(made).segments]


def test_edits_that_would_lose_a_link_or_end_cdata_are_refused() -> None:
    document = read(WORDPRESS)
    for old, new in {"post Fire first": "end", "Stadt": "a ]]> b"}.items():
        with pytest.raises(ConflictError, match=r"^news\.rss: .*; [a-z ]+$"):
            feed.apply(document, [edit_of(document, old, new)])


def test_a_plain_title_that_would_become_html_is_refused() -> None:
    page = "<rss><channel><item><title>Die Stadt</title></item></channel></rss>"
    document = read(page)
    with pytest.raises(ConflictError, match="would be read as markup"):
        feed.apply(document, [edit_of(document, "Stadt", "<b>city</b>")])


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<!DOCTYPE rss [<!ENTITY a 'ha'>]><rss/>", "declares entities"),
        (
            "<rss>\n<title>&nbsp;</title></rss>",
            r"is broken XML \(line 2, .*; write &#160; for &nbsp;",
        ),
        ("<rss><title>R&D</title></rss>", "is broken XML"),
        (
            "<html/>",
            "is no feed: its root element is 'html', not 'rss', 'feed' or an RSS 1.0 'RDF'",
        ),
        ("<RDF xmlns='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", "is no feed"),
    ],
)
def test_broken_hostile_and_other_xml_is_refused_in_one_line(page: str, what: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^news\.rss: {what}"):
        read(page)


def test_feeds_are_recognised_among_other_xml() -> None:
    for page in (WORDPRESS, YOUTUBE, RDF, "<rss>", "<feed xmlns='http://purl.org/atom/ns#'>"):
        assert feed.recognises(page.encode())
    for page in ("<nitf/>", "<feed xmlns='urn:x'/>", "<r:RDF xmlns:r='urn:x'/>", "rss"):
        assert not feed.recognises(page.encode())


@given(st.one_of(st.binary(max_size=60), _PAGES.map(str.encode), _FILES))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    check_any_bytes(feed, data, "news.rss", apart=False)


@given(_FILES, st.data())
def test_one_edit_changes_its_place_alone_or_is_refused(data: bytes, draw: st.DataObject) -> None:
    document = feed.read(data, "news.rss")
    made_of = drawn_edit(draw, document, string.ascii_letters + " |\n<>&;-Ж\"'", shortest=1)
    # A blank may stand for a picture; what is put beside it may come behind the next tag.
    assume(made_of.old == made_of.old.strip())
    made = check_one_edit(feed, document, made_of, keeps_markup=False, apart=False)
    is_simple = len(made_of.segment.runs) == 1 and not set(made_of.new) & set("\n<&")
    assert made or not is_simple or made_of.segment is not document.segments[-1]


def test_large_and_deep_feeds_are_read_in_linear_time() -> None:
    item = (
        "<item><title>Irak &amp; x</title><description>&lt;p&gt;a&lt;/p&gt;b</description></item>\n"
    )
    deep = "<item><title>" * 2_000 + "Die Stadt" + "</title></item>" * 2_000
    document = read(f"<rss><channel>{item * 5_000}{deep}</channel></rss>")
    assert len(document.segments) == 15_001
