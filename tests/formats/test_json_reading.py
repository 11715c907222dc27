"""JSON: which strings are read by their names, as what, and where they stand."""

from __future__ import annotations

import json

import pytest

from capqa.errors import UnreadableError
from capqa.formats import json as json_format
from capqa.model import Role
from tests.formats.json_files import ENCODINGS, located, read, texts
from tests.formats.markup_properties import check_places, place

FEED = r"""{
  "lang": "en",
  "items": [
    {"id": "a-b", "title": "Battle f\u00fcr \ud83d\ude00 \"Mosul\"",
     "caption": "Irak | Befreiungsaktion\r\nFoto: dpa",
     "url": "https://example.org/a", "body": "Erster Absatz\n\nZweiter \/ Absatz"},
    {"language": "de-AT", "alt_text": ["Rauch", "Feuer"], "body_html": "<p>Die <b>Stadt</b></p>"}
  ]
}
"""


def test_strings_with_well_known_names_are_segments() -> None:
    document = read(FEED)
    check_places(document)
    assert [
        (each.text, each.role, each.locator, each.language, each.line, each.column)
        for each in document.segments
    ] == [
        ('Battle für 😀 "Mosul"', Role.HEADLINE, "/items/0/title", "en", 4, 29),
        ("Irak | Befreiungsaktion\nFoto: dpa", Role.CAPTION, "/items/0/caption", "en", 5, 18),
        ("Erster Absatz", Role.BODY, "/items/0/body", "en", 6, 47),
        ("Zweiter / Absatz", Role.BODY, "/items/0/body", "en", 6, 64),
        ("Rauch", Role.ALT, "/items/1/alt_text/0", "de", 7, 41),
        ("Feuer", Role.ALT, "/items/1/alt_text/1", "de", 7, 50),
        ("Die Stadt", Role.BODY, "/items/1/body_html", "de", 7, 76),
    ]
    title, caption = document.segments[:2]
    assert place(title, title.text.index("r 😀"), 12) == (4, 43)
    assert place(title, title.text.index("Mosul"), 18) == (4, 60)
    assert place(caption, caption.text.index("Foto"), 30) == (5, 45)
    assert caption.previous == title.text
    assert caption.following == "Erster Absatz"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_of_json_is_read(encoding: str) -> None:
    data = '{"caption": "Zerstörte Häuser 😀"}'.encode(encoding)
    document = json_format.read(data, "page.json")
    assert [each.text for each in document.segments] == ["Zerstörte Häuser 😀"]
    assert json_format.apply(document, []) == data


@pytest.mark.parametrize(
    ("key", "role"),
    [
        *(
            ("caption", Role.CAPTION),
            ("image_caption", Role.CAPTION),
            ("Bildunterschrift", "caption"),
        ),
        *(("Headline", Role.HEADLINE), ("sub-title", Role.HEADLINE), ("kicker", Role.HEADLINE)),
        *(("altText", Role.ALT), ("alt", Role.ALT), ("teaserText", Role.BODY), ("lead", Role.BODY)),
        *(("copyrightNotice", Role.CREDIT), ("byline", Role.BYLINE), ("seo_title", Role.META)),
        *(("id", None), ("url", None), ("slug", None), ("name", None), ("captionId", None)),
        *(("source", None), ("label", None), ("x" * 50, None), ("keywords", None)),
    ],
)
def test_the_name_of_a_string_tells_its_role(key: str, role: Role | None) -> None:
    segments = read(json.dumps({key: "Die Stadt ist zerstört"})).segments
    assert [segment.role for segment in segments] == ([role] if role else [])


@pytest.mark.parametrize(
    ("value", "is_read"),
    [
        *(("Irak", True), ("Mosul-Offensive", True), ("G20-Gipfel", True), ("Краснодар", True)),
        *(("イラク2016年", True), ("¿Qué?", True), ("Foto:dpa", True), ("U.S.", True)),
        *(("https://example.org/über", False), ("//cdn/x.jpg", False), ("/news/a", False)),
        *(("mosul-offensive", False), ("teaser_large", False), ("article.title", False)),
        *(("heroImage", False), ("2024-02-07T10:00:00Z", False), ("12345", False), ("", False)),
        *(("d41d8cd98f00b204e9800998ecf8427e", False), ("large", False), ("A" * 300, False)),
        *(("function () { return 1 }", False), ('{"a": 1}', False), ("<svg><g/></svg>", False)),
        *(("let us go to Mosul", True), ("function of the state", True), ("a < b und b > c", True)),
    ],
)
def test_what_is_no_text_for_readers_is_not_read(value: str, is_read: bool) -> None:
    assert texts(json.dumps({"title": value})) == ([value] if is_read else [])


def test_texts_are_found_in_the_wrappings_of_content_systems() -> None:
    data = {
        "title": {"rendered": "Die Stadt &#8211; heute"},
        "summary_html": "Kunst &amp; Kultur",
        "summary": "Kunst &amp; mehr",
        "body": [{"value": "<p>Ein Absatz</p>", "format": "full_html"}],
        "caption": {"de": "Rauch über Mossul", "en-GB": "Smoke over Mosul", "id": "Karte"},
        "image": {"@type": "ImageObject", "name": "Die Karte", "url": "x y"},
        "author": {"@type": "Person", "name": "Jana Beispiel"},
        "blocks": [{"type": "code", "text": "die Stadt ist x"}, {"type": "p", "text": "ein Text"}],
    }
    found = [(each.text, each.language) for each in read(json.dumps(data)).segments]
    assert found == [
        ("Die Stadt – heute", None),
        ("Kunst & Kultur", None),
        ("Kunst &amp; mehr", None),
        ("Ein Absatz", None),
        ("Rauch über Mossul", "de"),
        ("Smoke over Mosul", "en"),
        ("Die Karte", None),
        ("ein Text", None),
    ]


def test_objects_side_by_side_may_be_called_after_their_languages() -> None:
    texts_of = {"title": "Die Stadt", "image": {"caption": "Die Menge"}}
    record = {"translations": {"de": texts_of, "en-GB": texts_of}, "it": texts_of, "x": {}}
    assert [each.language for each in read(json.dumps(record)).segments] == [
        *("de", "de", "en", "en"),
        *(None, None),
    ]


@pytest.mark.parametrize(
    ("tag", "language"),
    [("de", "de"), ("deu", "de"), ("pt_BR", "pt"), ("German", None), ("", None), ("und", None)],
)
def test_an_object_declares_the_language_of_what_is_in_it(tag: str, language: str | None) -> None:
    data = {"a": {"x": [{"caption": "Die Stadt"}], "inLanguage": tag}, "caption": "Die Stadt"}
    assert [each.language for each in read(json.dumps(data)).segments] == [language, None]


def test_members_of_the_same_name_are_all_read() -> None:
    document = read('{"title": "Die Stadt", "title": "Die Stadt"}')
    assert [each.locator for each in document.segments] == ["/title", "/title"]
    assert len({each.start for each in document.segments}) == 2


def test_pointers_are_escaped_and_bounded() -> None:
    assert located('{"a/b~c": {"": {"caption": "Die Stadt"}}}') == {
        "/a~1b~0c//caption": "Die Stadt"
    }
    key = "k" * 1000
    assert located(f'{{"{key}": {{"caption": "Die Stadt"}}}}') == {"": "Die Stadt"}


def test_html_is_read_as_a_page() -> None:
    html = '<h2>Titel</h2><p lang=de>Die &lt;Stadt&gt;</p><img alt="K&auml;mpfe"><script>x</script>'
    document = read(json.dumps({"content_html": html}, ensure_ascii=True))
    check_places(document, apart=False)
    assert [(each.text, each.role, each.language, each.locator) for each in document.segments] == [
        ("Titel", Role.HEADLINE, None, "/content_html"),
        ("Die <Stadt>", Role.BODY, "de", "/content_html"),
        ("Kämpfe", Role.ALT, None, "/content_html img@alt"),
    ]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "is empty; remove it or restore its text"),
        ("  \n", "is broken JSON (line 1, column 4: expecting value); restore it there"),
        (
            '{"a": 1,\r\n "b" 2}',
            "is broken JSON (line 2, column 6: expecting ':' delimiter); restore it there",
        ),
        (
            '{"a": "x\ty"}',
            "is broken JSON (line 1, column 9: invalid control character); restore it there",
        ),
        (
            '{"a": 1}\n{"a": 2}\n',
            "is broken JSON (line 2, column 1: extra data); "
            "if each line is a record of its own, give the file the ending .jsonl",
        ),
        ('{"a": 1', "is broken JSON (line 1, column 8: expecting ',' delimiter); restore it there"),
    ],
)
def test_broken_json_is_refused_with_its_place(text: str, error: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(text)
    assert str(raised.value) == f"page.json: {error}"


def test_json_without_texts_has_no_segments() -> None:
    for text in ("{}", "[]", "1", "null", '"Die Stadt"', '[NaN, -Infinity, 1e999, "Die Stadt"]'):
        assert texts(text) == []
