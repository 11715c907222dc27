"""IPTC ninjs in its three generations: which strings are read, and as what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.formats import _choosing, ninjs
from capqa.model import Role
from tests.formats.json_files import VALUES
from tests.formats.markup_properties import check_any_bytes, check_places, edit_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.model import Document

SEED = Path(__file__).parents[2] / "seeds" / "item.ninjs.json"
FIRST = {
    "uri": "http://example.org/1",
    "type": "text",
    "versioncreated": "2016-10-17T09:12:00Z",
    "language": "en",
    "slugline": "irak mossul",
    "ednote": "Nur für die Redaktion",
    "byline": "Jana Beispiel",
    "headline": "Battle for Mosul",
    "headline_kicker": "Kampf um Mossul",
    "description_text": "Ein Vorspann",
    "body_xhtml": "<p>Ein <b>Absatz</b></p>",
    "body_ttnitf": "<P>Noch ein Absatz</P>",
    "place": [{"name": "Mossul"}],
    "associations": {
        "featuremedia": {
            "type": "picture",
            "language": "de",
            "description_text": "Rauch über Mossul",
            "description_creditline": "dpa bildfunk",
            "copyrightnotice": "Alle Rechte vorbehalten",
            "renditions": {"main": {"title": "Volle Auflösung", "alt_text": "Rauch"}},
            "associations": {"inner": {"type": "video", "description_main": "Ein Film"}},
        }
    },
}
SECOND = {
    "uri": "http://example.org/2",
    "versioncreated": "2016-10-17T09:12:00Z",
    "pubstatus": "usable",
    "title": "Mossul Überblick",
    "by": "Von Jana Beispiel, dpa",
    "usageterms": "Nur mit Namensnennung",
    "headlines": [{"role": "main", "value": "Battle", "language": "en"}],
    "descriptions": [{"role": "caption", "value": "Eine Karte"}, {"value": "Ein Vorspann"}],
    "bodies": [
        {"contenttype": "text/plain", "value": "Eins\nZwei"},
        {"contenttype": "text/html", "value": "Eins &amp; Zwei"},
        {"contenttype": "application/xml", "value": "<DAT>dpa</DAT>"},
        {"contenttype": "application/xhtml+xml", "role": "x", "value": "<p>Drei</p>"},
    ],
    "associations": [{"name": "a", "type": "picture", "descriptions": [{"value": "Ein Bild"}]}],
}


def read(item: object) -> Document:
    return ninjs.read(json.dumps(item, ensure_ascii=False, indent=1).encode(), "item.json")


def found(item: object) -> list[tuple[str, Role, str]]:
    return [(each.text, each.role, each.locator) for each in read(item).segments]


def test_the_first_generation() -> None:
    picture = "/associations/featuremedia"
    assert found(FIRST) == [
        ("Jana Beispiel", Role.BYLINE, "/byline"),
        ("Battle for Mosul", Role.HEADLINE, "/headline"),
        ("Kampf um Mossul", Role.HEADLINE, "/headline_kicker"),
        ("Ein Vorspann", Role.BODY, "/description_text"),
        ("Ein Absatz", Role.BODY, "/body_xhtml"),
        ("Noch ein Absatz", Role.BODY, "/body_ttnitf"),
        ("Rauch über Mossul", Role.CAPTION, f"{picture}/description_text"),
        ("dpa bildfunk", Role.CREDIT, f"{picture}/description_creditline"),
        ("Alle Rechte vorbehalten", Role.CREDIT, f"{picture}/copyrightnotice"),
        ("Rauch", Role.ALT, f"{picture}/renditions/main/alt_text"),
        ("Ein Film", Role.CAPTION, f"{picture}/associations/inner/description_main"),
    ]


def test_the_second_generation() -> None:
    assert found(SECOND) == [
        ("Mossul Überblick", Role.META, "/title"),
        ("Von Jana Beispiel, dpa", Role.BYLINE, "/by"),
        ("Nur mit Namensnennung", Role.CREDIT, "/usageterms"),
        ("Battle", Role.HEADLINE, "/headlines/0/value"),
        ("Eine Karte", Role.CAPTION, "/descriptions/0/value"),
        ("Ein Vorspann", Role.BODY, "/descriptions/1/value"),
        ("Eins", Role.BODY, "/bodies/0/value"),
        ("Zwei", Role.BODY, "/bodies/0/value"),
        ("Eins & Zwei", Role.BODY, "/bodies/1/value"),
        ("Drei", Role.BODY, "/bodies/3/value"),
        ("Ein Bild", Role.CAPTION, "/associations/0/descriptions/0/value"),
    ]


def test_the_third_generation_in_the_sample() -> None:
    document = ninjs.read(SEED.read_bytes(), "item.ninjs.json")
    check_places(document, apart=False)
    assert document.language == "en"
    picture = "/associations/0"
    german = {each.locator: (each.text, each.role) for each in document.segments}
    assert german["/headlines/1/value"] == ("Kampf gegen den Terror", Role.HEADLINE)
    assert german["/bodies/0/value img@alt"][1] is Role.ALT
    assert german[f"{picture}/descriptions/0/value"] == (
        "Rauch steigt über den Dörfern südlich von Mossul auf",
        Role.CAPTION,
    )
    assert german[f"{picture}/copyrightNotice"][1] is Role.CREDIT
    assert german[f"{picture}/renditions/0/altText"] == ("Smoke above a village", Role.ALT)
    assert not {"/slugline", "/edNote"} & set(german)


def test_an_item_declares_the_language_of_what_is_in_it() -> None:
    languages = {each.locator: each.language for each in read(FIRST).segments}
    assert languages["/headline"] == "en"
    assert languages["/associations/featuremedia/description_text"] == "de"
    assert [each.language for each in read(SECOND).segments if each.text == "Battle"] == ["en"]


def test_an_array_of_items_is_read() -> None:
    assert [locator for _, _, locator in found([FIRST, SECOND])[:1]] == ["/0/byline"]


def test_an_edit_keeps_the_escapes_of_the_sample() -> None:
    data = SEED.read_bytes()
    document = ninjs.read(data, "item.ninjs.json")
    edits = [
        edit_of(document, "Irak | Befreiungsaktion Mossul", "Iraq | Battle für Mosul"),
        edit_of(document, "über den Dörfern", "auf äußeren Höfen"),
    ]
    assert ninjs.apply(document, edits) == data.replace(
        b"Irak | Befreiungsaktion Mossul", "Iraq | Battle für Mosul".encode()
    ).replace(rb"\u00fcber den D\u00f6rfern", rb"auf \u00e4u\u00dferen H\u00f6fen")


@pytest.mark.parametrize(
    ("item", "format_"),
    [
        (FIRST, "ninjs"),
        (SECOND, "ninjs"),
        ([SECOND], "ninjs"),
        ({"standard": {"name": "ninjs", "version": "3.1"}, "uri": "x", "title": "y"}, "ninjs"),
        ({"$standard": {"name": "TTNINJS"}, "uri": "x"}, "ninjs"),
        ({"guid": "x", "body_html": "a", "description_text": "b"}, "ninjs"),
        ({"body_html": "a", "description_text": "b"}, "json"),
        ({"uri": "x", "title": "y", "headline": "z"}, "json"),
        ({"data": FIRST}, "json"),
        ({"name": "ninjs"}, "json"),
        ([], "json"),
    ],
)
def test_it_is_told_from_other_json(
    item: Mapping[str, object] | list[object], format_: str
) -> None:
    for encoding in ("utf-8", "utf-16", "utf-32-le"):
        data = json.dumps(item).encode(encoding)
        assert _choosing.read(data, "item.json").format == format_


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"\x00\x00", b'{"uri": "x", "bod', b"["])
def test_any_first_bytes_are_looked_at(data: bytes) -> None:
    assert not ninjs.recognises(data)


def test_a_long_item_is_told_by_its_beginning() -> None:
    long = {**SECOND, "bodies": [{"value": "Die Stadt. " * 20_000}]}
    assert ninjs.recognises(json.dumps(long).encode()[:65_536])


@given(
    st.dictionaries(
        st.sampled_from(["body_html", "headlines", "descriptions", "bodies", "associations", "by"]),
        VALUES,
    )
)
def test_any_members_are_read(members: dict[str, str]) -> None:
    inside = "".join(f', "{key}": {value}' for key, value in members.items())
    check_any_bytes(ninjs, f'{{"uri": "x"{inside}}}'.encode(), "item.json", apart=False)
