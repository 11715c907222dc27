"""HTML: declared encodings, marks and mismatches; every byte outside an edit stays as it was."""

from __future__ import annotations

import codecs

import pytest

from capqa.errors import UnreadableError
from capqa.formats import html
from tests.formats.markup_properties import edit_of

TEXT = "<p>Zerstörte Häuser über Köln</p><p>größer schön</p>"


@pytest.mark.parametrize(
    ("declaration", "written", "read_as"),
    [
        ("<meta charset=windows-1252>", "cp1252", "cp1252"),
        ("<meta charset='ISO-8859-1'>", "latin-1", "cp1252"),
        ('<meta charset="latin1">', "latin-1", "cp1252"),
        ("<meta charset=iso-8859-15>", "iso8859-15", "iso8859-15"),
        (
            '<META http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
            "iso8859-2",
            "iso8859-2",
        ),
        ("<?xml version='1.0' encoding='iso-8859-1'?>", "latin-1", "cp1252"),
        ("<!-- <meta charset=koi8-r> --><meta charset=macintosh>", "mac-roman", "mac-roman"),
        ("<meta charset=utf-8>", "utf-8", "utf-8"),
        # What the bytes belie is passed over.
        ("<meta charset=utf-8>", "cp1252", "cp1252"),
        ("<meta charset=windows-1252>", "utf-8", "utf-8"),
        ("<meta charset=utf-16>", "utf-8", "utf-8"),
        ("<meta charset=nonsense>", "utf-8", "utf-8"),
        ("<meta charset=utf-7>", "utf-8", "utf-8"),
        ("<meta charset=big5>", "cp1252", "cp1252"),
        ("", "utf-8", "utf-8"),
        ("", "cp1252", "cp1252"),
    ],
)
def test_the_declared_encoding_where_the_bytes_are_in_it(
    declaration: str, written: str, read_as: str
) -> None:
    data = (declaration + TEXT).encode(written)
    document = html.read(data, "page.html")
    assert codecs.lookup(document.encoding).name == codecs.lookup(read_as).name
    assert document.segments[0].text == "Zerstörte Häuser über Köln"
    assert html.apply(document, []) == data
    changed = html.apply(document, [edit_of(document, "Häuser", "dörfer")])
    assert changed == (declaration + TEXT.replace("Häuser", "dörfer")).encode(written)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_wins(encoding: str) -> None:
    data = f"<meta charset=windows-1252>{TEXT}".encode(encoding)
    document = html.read(data, "page.html")
    changed = html.apply(document, [edit_of(document, "Köln", "中")])
    assert changed == data.decode(encoding).replace("Köln", "中").encode(encoding)


@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        # Browsers guess what declares nothing, so ASCII must stay ASCII.
        ("", "&#x2019;&#x1F600;&#xE9;"),
        ("<meta charset=windows-1252>", "\u2019&#x1F600;é"),
        ("<meta charset=utf-8>", "\u2019😀é"),
    ],
)
def test_characters_an_encoding_lacks_become_references(declaration: str, expected: str) -> None:
    document = html.read(f"{declaration}<p>a <img alt=b>".encode(), "page.html")
    encoding = "cp1252" if "1252" in declaration else "utf-8"
    data = html.apply(document, [edit_of(document, "a", "\u2019😀é")])
    assert data == f"{declaration}<p>{expected} <img alt=b>".encode(encoding)
    data = html.apply(document, [edit_of(document, "b", "\u2019😀é")])
    assert data == f'{declaration}<p>a <img alt="{expected}">'.encode(encoding)


def test_json_ld_in_ascii_takes_json_escapes() -> None:
    page = b'<script type=application/ld+json>{"name": "a"}</script>'
    document = html.read(page, "page.html")
    data = html.apply(document, [edit_of(document, "a", "é😀")])
    assert data == page.replace(b'"a"', rb'"\u00e9\ud83d\ude00"')


@pytest.mark.parametrize("data", [b"", b" \n", b"\xef\xbb\xbf", b"\x89PNG\r\n\x1a\n\0", b"<p>\0"])
def test_what_holds_no_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"^page\.html: .*; "):
        html.read(data, "page.html")


def test_the_last_letter_beyond_ascii_may_go() -> None:
    document = html.read("<p>Häuser in Mosul</p>".encode(), "page.html")
    edits = [edit_of(document, "Häuser", "Houses")]
    assert html.apply(document, edits) == b"<p>Houses in Mosul</p>"
