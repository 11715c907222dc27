"""HTML in strings of another format, here in the text and CDATA of XML elements."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import ConflictError
from capqa.files.encoding import decode
from capqa.formats import _entities, _nesting, _xml
from capqa.formats._cues import document_of
from capqa.formats._mapping import Places, SegmentBuilder
from capqa.model import Role
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

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.model import Document, Edit, Segment

_SPECIAL = re.compile(rf"\r\n|\r|\n|{_entities.PATTERN}")


class Feed:
    """A format of `<feed>` with an HTML string in each `<item>`, a plain one in each `<title>`."""

    SUFFIXES = (".feed",)

    def read(self, data: bytes, name: str) -> Document:
        decoded = decode(data, name)
        return document_of(name, "feed", data, decoded, _segments(decoded.text, name))

    def apply(self, document: Document, edits: Sequence[Edit]) -> bytes:
        return _nesting.edited(
            document,
            edits,
            segments=_segments,
            written=_xml.writer(_xml.tokens(document.text), document.encoding),
            pages=[each for each in _parts(document.text) if isinstance(each, _nesting.NestedPage)],
        )


def _segments(text: str, name: str) -> list[Segment]:
    _xml.refuse_broken(text, name)
    found: list[Segment] = []
    for part in _parts(text):
        found += part.segments if isinstance(part, _nesting.NestedPage) else (part,)
    return found


def _parts(text: str) -> Iterator[Segment | _nesting.NestedPage]:
    places = Places(text)
    builder = SegmentBuilder(places)
    for token in _xml.tokens(text):
        if token.kind == "open":
            builder = SegmentBuilder(places)
        elif token.kind == "close":
            role = Role.CAPTION if token.name == "item" else Role.HEADLINE
            segment = builder.segment(role, locator=token.name, language="fr")
            builder = SegmentBuilder(places)
            if segment:
                yield _nesting.NestedPage(segment) if token.name == "item" else segment
        elif token.kind in ("text", "cdata"):
            at = token.start
            for special in _SPECIAL.finditer(text, token.start, token.end):
                builder.letters(text[at : special.start()], at)
                at = special.end()
                meant = "\n"
                if special[0][0] == "&":
                    meant = special[0] if token.kind == "cdata" else _decoded(special[0])
                builder.whole(meant, special.start(), len(special[0]))
            builder.letters(text[at : token.end], at)


def _decoded(entity: str) -> str:
    return _entities.decoded(entity) or entity


feed = Feed()
PAGE = """\
<feed><title>Die Stadt &amp; mehr</title>
<item>&lt;p&gt;Die &lt;b&gt;Stadt&lt;/b&gt; R&amp;amp;D
  ist zerst&amp;ouml;rt&lt;/p&gt;&lt;img alt="K&#228;mpfe" src="x"&gt;</item>
<item><![CDATA[<p lang="de">Die <a href="x">Stadt</a> zerst&ouml;rt &lt;</p>]]></item>
<item>nur Text, ohne Zeichen</item></feed>
"""


def read(page: str) -> Document:
    return feed.read(page.encode(), "page.feed")


def edited(page: str, *changes: tuple[str, str]) -> str:
    document = read(page)
    return feed.apply(document, [edit_of(document, old, new) for old, new in changes]).decode()


def test_texts_have_their_places_in_the_file() -> None:
    document = read(PAGE)
    assert [
        (each.text, each.role, each.language, each.locator, each.line, each.column)
        for each in document.segments
    ] == [
        ("Die Stadt & mehr", Role.HEADLINE, "fr", "title", 1, 14),
        ("Die Stadt R&D ist zerstört", Role.CAPTION, "fr", "item", 2, 16),
        ("Kämpfe", Role.ALT, "fr", "item img@alt", 3, 47),
        ("Die Stadt zerstört <", Role.CAPTION, "de", "item", 4, 29),
        ("nur Text, ohne Zeichen", Role.CAPTION, "fr", "item", 5, 7),
    ]
    check_places(document)
    caption = document.segments[1]
    for text, expected in {"Stadt": (2, 29), "&": (2, 46), "D i": (2, 55), "ist": (3, 3)}.items():
        start = caption.text.index(text)
        assert place(caption, start, start + 1) == expected


def test_an_edit_is_escaped_by_both_layers_and_changes_nothing_else() -> None:
    made = edited(PAGE, ("R&D ist", "A&B <is>"), ("Kämpfe", 'the "fights"'), ("rt <", "yed & <"))
    assert made == PAGE.replace("R&amp;amp;D\n  ist", "A&amp;amp;B &amp;lt;is&amp;gt;").replace(
        "K&#228;mpfe", "the &amp;quot;fights&amp;quot;"
    ).replace("rt &lt;</p>", "yed &amp; &lt;</p>")


def test_an_edit_across_tags_keeps_them() -> None:
    made = edited(PAGE, ("Die Stadt R", "The city R"))
    assert "&lt;p&gt;The city&lt;b&gt;&lt;/b&gt; R&amp;amp;D" in made


@pytest.mark.parametrize(
    ("page", "old", "new", "why"),
    [
        ("<item><![CDATA[Die <a>Stadt</a>]]></item>", "Die Stadt", "The", "a link or picture"),
        ("<item>Die <!-- x -->Stadt</item>", "Die Stadt", "The city", "has markup inside"),
        ("<item><![CDATA[<img alt='Stadt']]>></item>", "Stadt", "]]>", "would be read as markup"),
    ],
)
def test_what_cannot_be_done_safely_is_refused(page: str, old: str, new: str, why: str) -> None:
    document = read(f"<feed>{page}</feed>")
    with pytest.raises(ConflictError, match=rf"^page\.feed: .*({why})"):
        feed.apply(document, [edit_of(document, old, new)])


def test_an_edit_of_what_no_longer_stands_there_is_refused() -> None:
    document, other = read(PAGE), read(PAGE.replace("zerst&amp;ouml;rt", "da"))
    with pytest.raises(ConflictError, match="line 2 no longer reads 'ist da'"):
        feed.apply(document, [edit_of(other, "ist da", "is there")])


def test_a_part_of_what_stands_as_a_whole_is_refused() -> None:
    builder = SegmentBuilder(Places("@x"))
    builder.whole("Die", 0, 1)
    builder.letters("x", 1)
    string = builder.segment(Role.BODY)
    assert string is not None
    document = read(PAGE)
    page = _nesting.NestedPage(string)
    (segment,) = page.segments
    assert [(run.length, run.source, run.source_length) for run in segment.runs] == [
        (3, 0, 1),
        (1, 1, 1),
    ]
    with pytest.raises(ConflictError, match=r"line 1: 'Di' has markup inside"):
        page.replacements(document, [edit(segment, 0, 2, "x")], lambda text, _: text)


def test_soft_hyphens_of_an_edit_are_written() -> None:
    assert "The ci\xadty ohne" in edited(PAGE, ("nur Text,", "The ci\xadty"))


def test_a_string_without_text_for_readers_has_no_segments() -> None:
    assert read("<feed><item>&lt;br&gt;</item><item/></feed>").segments == ()


_HTML = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<b>", "</b>", "<i lang=de>", "</i>", "<br>", "<a href='x'>", "</a>"),
            *("Die Stadt", " ", "\n", "zerst&ouml;rt", "&amp;", "&lt;", "&", "é", "😀", "\u202e"),
            *('<img alt="Kämpfe">', "<!-- x -->", "<figcaption>", "&nbsp;", "&shy;", "[/x]", "\t"),
            *("<img title='", "'>", "Foto: dpa", "%s", "&acE;", "<script>", "</script>", "--"),
        ]
    ),
    max_size=14,
).map("".join)
_ITEMS = st.builds(
    lambda item, html, comment: (
        item.format(html.replace("]]>", "") if "CDATA" in item else html) + comment
    ),
    st.sampled_from(["<item><![CDATA[{}]]></item>\n"]),
    _HTML,
    st.sampled_from(["", "<!-- c -->"]),
) | st.builds(
    lambda before, html: f"<item>{before}{escape(html).replace('é', '&#xE9;')}</item>",
    st.sampled_from(["", "&lt;p&gt;", "<!-- c -->", "&lt;!--"]),
    _HTML,
)
_PAGES = st.lists(_ITEMS, max_size=4).map(lambda each: f"<feed>{''.join(each)}")
_FILES = files(_PAGES, "<item>Zerstörte Häuser für größere Städte</item></feed>")


@given(st.one_of(st.binary(max_size=40), _FILES))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    check_any_bytes(feed, data, "page.feed", apart=False)


@given(_FILES, st.data())
def test_one_edit_changes_its_place_alone_or_is_refused(data: bytes, draw: st.DataObject) -> None:
    document = feed.read(data, "page.feed")
    made_of = drawn_edit(draw, document, string.ascii_letters + " |<>&;-Ж\"'", shortest=1)
    made = check_one_edit(feed, document, made_of, keeps_markup=False, apart=False)
    assert made or len(made_of.segment.runs) > 1 or made_of.segment is not document.segments[-1]


def test_edits_of_plain_and_nested_texts_are_made_together() -> None:
    document = read(PAGE)
    edits = [edit(each, 0, len(each.text), "x") for each in document.segments[:1]]
    edits.append(edit_of(document, "zerstört", "destroyed"))
    assert feed.apply(document, edits).decode() == PAGE.replace(
        "Die Stadt &amp; mehr", "x"
    ).replace("zerst&amp;ouml;rt", "destroyed")
