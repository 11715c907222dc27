"""What holds for all formats that are XML: encodings, hostile input, which format reads what."""

from __future__ import annotations

import pytest

from capqa.errors import CapqaError, UnreadableError
from capqa.formats import _choosing
from tests.formats.markup_properties import check_any_bytes, edit_of

HEADLINE = "Zerstörte Häuser für größere Städte"
PAGES = {
    "feed": "<rss><channel><item><title>@</title></item></channel></rss>",
    "newsml": "<newsItem><contentMeta><headline>@</headline></contentMeta></newsItem>",
    "nitf": "<nitf><body><hl1>@</hl1></body></nitf>",
    "tmx": "<tmx><body><tu><tuv xml:lang='x'><seg>@</seg></tuv></tu></body></tmx>",
    "ttml": "<tt><body><p>@</p></body></tt>",
    "xliff": "<xliff><file><unit><target>@</target></unit></file></xliff>",
}


def declared(page: str, encoding: str) -> bytes:
    return f"<?xml version='1.0' encoding='{encoding}'?>\r\n{page}".encode(encoding)


@pytest.mark.parametrize("name", PAGES)
def test_the_ending_xml_is_told_by_the_root(name: str) -> None:
    page = PAGES[name].replace("@", HEADLINE)
    for data in (
        page.encode(),
        page.encode("utf-8-sig"),
        page.encode("utf-16"),
        f"<!-- <rss/> --><?x <nitf> ?><!DOCTYPE tmx SYSTEM 'xliff'>\n{page}".encode(),
        declared(page, "iso-8859-1"),
        declared(page, "windows-1252"),
    ):
        document = _choosing.read(data, "page.xml")
        assert (document.format, document.name) == (name, "page.xml")
        assert [each.text for each in document.segments] == [HEADLINE]
        check_any_bytes(_choosing.named(name), data, "page.xml")


@pytest.mark.parametrize("page", ["<project/>", "just text", "<rssx/>", "<nitf xmlns='urn:x'/>"])
def test_other_xml_is_read_by_none(page: str) -> None:
    with pytest.raises(UnreadableError, match="is of no kind that capqa reads"):
        _choosing.read(page.encode(), "page.xml")


@pytest.mark.parametrize("name", PAGES)
def test_cyrillic_and_what_an_encoding_lacks(name: str) -> None:
    module = _choosing.named(name)
    data = declared(PAGES[name].replace("@", "Мосул сегодня"), "koi8-r")
    document = module.read(data, "page.xml")
    assert document.segments[0].text == "Мосул сегодня"
    assert document.encoding == "koi8-r"
    made = module.apply(document, [edit_of(document, "сегодня", "für Ω & <")])
    assert "Мосул f&#252;r &#937; &amp; &lt;".encode("koi8-r") in made
    assert module.read(made, "page.xml").segments[0].text == "Мосул für Ω & <"


@pytest.mark.parametrize("name", PAGES)
def test_cdata_has_no_references_to_write(name: str) -> None:
    module = _choosing.named(name)
    page = PAGES[name].replace("@", f"<![CDATA[{HEADLINE} & <mehr>]]>")
    document = module.read(declared(page, "windows-1252"), "page.xml")
    assert document.segments[0].text == f"{HEADLINE} & <mehr>"
    made = module.apply(document, [edit_of(document, "& <", "& < <")])
    assert "Städte & < <mehr>]]>".encode("windows-1252") in made
    with pytest.raises(CapqaError, match=r"'Ω' \(U\+03A9\) cannot be written in windows-1252"):
        module.apply(document, [edit_of(document, "mehr", "Ω")])


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;&b;'>]>@", "declares entities"),
        ("<!DOCTYPE a SYSTEM 'x' [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>@", "declares entities"),
        ("@</x>", "is broken XML"),
        ("<a>", "is broken XML"),
        ("\0@", "is a binary file|is broken XML"),
        ("@&", "is broken XML"),
        ("\ufffe@", "is broken XML"),
        ("<project/>", "is no .*: its root element is 'project'"),
    ],
)
def test_broken_and_hostile_files_are_refused(name: str, page: str, what: str) -> None:
    data = page.replace("@", PAGES[name].replace("@", "&b;")).encode()
    with pytest.raises(UnreadableError, match=rf"^page\.xml: (?:{what})[^\n]*$"):
        _choosing.named(name).read(data, "page.xml")


@pytest.mark.parametrize("name", PAGES)
def test_a_document_type_elsewhere_is_not_fetched(name: str) -> None:
    page = "<!DOCTYPE a PUBLIC 'x' 'http://127.0.0.1:9/a.dtd'>" + PAGES[name]
    document = _choosing.named(name).read(page.replace("@", "a&nbsp;&b;").encode(), "page.xml")
    assert [each.text for each in document.segments] == ["a\xa0&b;"]
