"""TMX: translations with what they translate, and edits that keep inline codes and sources."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import ConflictError, UnreadableError
from capqa.formats import tmx
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

OMEGAT = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
      segtype="sentence" srclang="de-DE"><note>Nur eine Notiz</note></header>
  <body>
<!-- Default translations -->
    <tu>
      <prop type="file">Nur eine Eigenschaft</prop>
      <tuv xml:lang="de-DE">
        <seg>Die Stadt <bpt i="0" x="0">&lt;b></bpt>ist<ept i="0">&lt;/b></ept> leer</seg>
      </tuv>
      <tuv xml:lang="en-US" changeid="Anna" changedate="20261120T101500Z">
        <note>Noch eine Notiz</note>
        <seg>R&amp;D: <bpt i="0" x="0">&lt;i></bpt>die <hi>Stadt</hi><ept i="0">&lt;/i></ept> ist
leer<ph>&lt;img alt="<sub>ein Bild</sub>"></ph></seg>
      </tuv>
    </tu>
  </body>
</tmx>
"""
TRADOS = """\
<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4b"><header creationtool="SDL Language Platform" srclang="*all*"/><body>
<tu tuid="7" srclang="EN">
  <tuv xml:lang="de-AT"><seg>Die Stadt</seg></tuv>
  <tuv xml:lang="en-GB"><seg>The city</seg></tuv>
  <tuv xml:lang="fr"><seg/></tuv>
</tu>
<tu><tuv xml:lang="de"><seg>Das Haus</seg></tuv><tuv xml:lang="en"><seg>The house</seg></tuv></tu>
<tu srclang="it"><tuv lang="en"><seg>No source here</seg></tuv></tu>
</body></tmx>
"""

_PARTS = st.recursive(
    st.sampled_from(
        [
            *("Die Stadt", " ", "\n", "zerst&#246;rt", "&amp;", "<x/>", "é", "<!-- x -->"),
            *("<![CDATA[<p> &amp;\n ]]>", "[MUSIC] ♪", "😀", "\u202e", "]] ", "%s", "<ph/>"),
        ]
    ),
    lambda inner: st.builds(
        lambda tag, inside: f"<{tag}>{''.join(inside)}</{tag.split()[0]}>",
        st.sampled_from(["hi x='1'", "bpt i='1'", "ut", "sub", 'ph x=">"']),
        st.lists(inner, max_size=5),
    ),
    max_leaves=12,
)
_VARIANTS = st.builds(
    "<tuv xml:lang='{}'><seg>{}</seg></tuv>\n".format,
    st.sampled_from(["de", "en-US", "EN", "fr", ""]),
    st.lists(_PARTS, max_size=6).map("".join),
)
_UNITS = st.lists(_VARIANTS, max_size=3).map(lambda each: f"<tu tuid='é'>{''.join(each)}</tu>")
_LAST = (
    "<tu><tuv xml:lang='de'><seg>Zerstörte Häuser für größere Städte</seg></tuv></tu></body></tmx>"
)
_PAGES = st.lists(_UNITS, max_size=4).map(
    lambda each: f"<tmx><header srclang='en-us'/><body>\n{''.join(each)}"
)
_FILES = files(_PAGES, _LAST, "<?xml version='1.0' encoding='windows-1252'?>")


def read(page: str) -> Document:
    return tmx.read(page.encode(), "memory.tmx")


def test_each_translation_knows_its_source() -> None:
    document = read(OMEGAT)
    (segment,) = document.segments
    assert (segment.text, segment.locator) == ("R&D: die Stadt ist\nleer", "unit 1")
    assert (segment.language, segment.line, segment.column) == ("en", 15, 14)
    assert (segment.translation_of, segment.source_language) == ("Die Stadt ist leer", "de")
    assert document.language == "en"
    check_places(document)
    for text, expected in {"die": (15, 52), "Stadt": (15, 60), "leer": (16, 1)}.items():
        start = segment.text.index(text)
        assert place(segment, start, start + 1) == expected


def test_the_source_of_a_unit_is_its_own_or_none() -> None:
    document = read(TRADOS)
    assert [
        (each.text, each.language, each.locator, each.translation_of, each.source_language)
        for each in document.segments
    ] == [
        ("Die Stadt", "de", "unit 7", "The city", "en"),
        ("Das Haus", "de", "unit 2", "", None),
        ("The house", "en", "unit 2", "", None),
        ("No source here", "en", "unit 3", "", None),
    ]
    assert document.language is None


def test_edits_stay_within_inline_codes() -> None:
    document = read(OMEGAT.replace("\n", "\r\n"))
    edits = [edit_of(document, "die", "the <"), edit_of(document, "ist\nleer", "is\nempty & cold")]
    expected = OMEGAT.replace(">die <", ">the &lt; <").replace(
        " ist\nleer", " is\nempty &amp; cold"
    )
    assert tmx.apply(document, edits) == expected.replace("\n", "\r\n").encode()
    with pytest.raises(ConflictError, match=r"line 15: 'Stadt ist' has markup inside"):
        tmx.apply(document, [edit_of(document, "Stadt ist", "city is")])


def test_it_is_recognised_among_other_xml() -> None:
    assert tmx.recognises(OMEGAT.encode())
    assert not tmx.recognises(b"<xliff/>")


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<!DOCTYPE x [<!ENTITY a 'ha'>]><tmx/>", "declares entities"),
        ("<tmx><seg>", r"is broken XML \(line 1, column 11"),
        ("<tmx>\n&nbsp;</tmx>", r"is broken XML \(line 2, .*; write &#160; for &nbsp;"),
        ("<tmx>&ouml1;</tmx>", r"is broken XML .*; write &amp;ouml1; for &ouml1;"),
        ("<tt/>", "is no TMX: its root element is 'tt', not 'tmx'"),
        ("", "is empty"),
    ],
)
def test_broken_hostile_and_other_xml_is_refused_in_one_line(page: str, what: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^memory\.tmx: {what}.*"):
        read(page)


@given(st.one_of(st.binary(max_size=60), _PAGES.map(str.encode), _FILES))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    check_any_bytes(tmx, data, "memory.tmx")


@given(_FILES, st.data())
def test_one_edit_changes_its_place_alone_or_is_refused(data: bytes, draw: st.DataObject) -> None:
    document = tmx.read(data, "memory.tmx")
    made_of = drawn_edit(draw, document, string.ascii_letters + " |\n<>&;-Ж")
    segment, new = made_of.segment, made_of.new
    made = check_one_edit(tmx, document, made_of)
    assert made or len(segment.runs) > 1 or "\n" in new or segment is not document.segments[-1]


def test_large_files_are_read_in_linear_time() -> None:
    unit = "<tu><tuv xml:lang='de'><seg>Irak &amp; <hi>x</hi></seg></tuv></tu>\n"
    document = read(f"<tmx><body>{unit * 20_000}</body></tmx>")
    assert len(document.segments) == 20_000
