"""JPEG photos: the texts of their metadata with their places, and broken files refused."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, IptcImagePlugin

from capqa.errors import UnreadableError
from capqa.formats import jpeg
from capqa.model import Document, Finding, Role, Segment, Span
from tests.formats.jpeg_files import (
    UTF_8,
    XMP,
    alternatives,
    datasets,
    exif,
    extended_xmp,
    iptc,
    photo,
    photoshop,
    rdf,
    resource,
    segment,
    xmp,
)

CAPTION = "Irak | Befreiungsaktion für Mossul\r\nBagdad"


def read(*segments: bytes) -> Document:
    return jpeg.read(photo(*segments), "photo.jpg")


def texts(document: Document) -> list[tuple[str, str]]:
    return [(each.locator, each.text) for each in document.segments]


def check(document: Document) -> None:
    """Bytes, text and places agree: each run holds the bytes of its letters."""
    assert document.text.encode(document.encoding) == document.data
    starts = [each.start for each in document.segments]
    assert len(set(starts)) == len(starts)
    for each in document.segments:
        assert each.text == each.text.strip() != ""
        assert each.start == each.runs[0].source
        at = 0
        for run in each.runs:
            assert run.start == at
            at += run.length
            stands = document.text[run.source : run.source + run.source_length]
            assert len(stands) == run.source_length
            if run.length == run.source_length and each.text[run.start : at].isascii():
                assert each.text[run.start : at] == stands or stands in "\r\x00"
            lines = each.text[: run.start].split("\n")
            if each.line == each.column == 1:
                assert (run.line, run.column) == (len(lines), len(lines[-1]) + 1)
        assert at == len(each.text)


def place(segment: Segment, text: str) -> tuple[int, int]:
    start = segment.text.index(text)
    finding = Finding("rule", "photo", segment, Span(start, start + len(text)), "", "de", 1)
    return finding.line, finding.column


def test_iptc_fields_have_roles_and_places_within_the_field() -> None:
    document = read(
        photoshop(
            resource(0x040C, b"thumbnail", b"odd"),
            resource(
                0x0404,
                datasets(
                    *((1, 90, UTF_8), (2, 0, b"\0\2"), (2, 40, b"Nicht drucken")),
                    *((2, 5, b"Irak"), (2, 80, b"A. Reporter"), (2, 80, b"B. Fotograf")),
                    *((2, 120, CAPTION.encode()), (2, 105, b"Mossul"), (2, 110, b"dpa")),
                    *((2, 115, b"AFP"), (2, 116, b"\xc2\xa9 dpa")),
                ),
            ),
        )
    )
    check(document)
    assert [(each.locator, each.role, each.text) for each in document.segments] == [
        ("IPTC Object Name", Role.META, "Irak"),
        ("IPTC Headline", Role.HEADLINE, "Mossul"),
        ("IPTC Caption/Abstract", Role.CAPTION, CAPTION.replace("\r\n", "\n")),
        ("IPTC By-line", Role.BYLINE, "A. Reporter"),
        ("IPTC By-line 2", Role.BYLINE, "B. Fotograf"),
        ("IPTC Credit", Role.CREDIT, "dpa"),
        ("IPTC Source", Role.CREDIT, "AFP"),
        ("IPTC Copyright Notice", Role.CREDIT, "© dpa"),
    ]
    caption = document.segments[2]
    assert (place(caption, "für"), place(caption, "Bagdad")) == ((1, 25), (2, 1))
    source = caption.source_of(Span(25, 28))
    assert document.data[source.start : source.end] == b"\xc3\xbcr "
    assert (caption.previous, caption.following) == ("Mossul", "A. Reporter")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "mac-roman", "windows-1251"])
def test_iptc_that_declares_no_encoding_is_read_in_the_likeliest(encoding: str) -> None:
    text = "Война в Ираке, город Мосул" if encoding == "windows-1251" else "Zerstörte Häuser, Köln"
    document = read(iptc((2, 120, text.encode(encoding)), (2, 105, b"Head")))
    check(document)
    assert texts(document)[1] == ("IPTC Caption/Abstract", text)


def test_bytes_in_no_encoding_are_still_read() -> None:
    document = read(iptc((1, 90, UTF_8), (2, 120, b"Stadt \x81\x8d\xff\x9d")))
    check(document)
    assert document.segments[0].text.startswith("Stadt ")


def test_xmp_texts_keep_their_languages() -> None:
    document = read(
        xmp(
            alternatives("dc:description", x_default="Iraq &amp; <!-- x -->Mosul", de="Die Stadt")
            + alternatives("Iptc4xmpCore:AltTextAccessibility", x_default="Soldaten &#246;")
            + alternatives("dc:rights", de_AT="Alle Rechte")
            + "<dc:creator><rdf:Seq><rdf:li>A</rdf:li>\n<rdf:li> B&#10;</rdf:li></rdf:Seq>"
            "</dc:creator><dc:subject><rdf:Bag><rdf:li>Krieg</rdf:li></rdf:Bag></dc:subject>"
            "<photoshop:Credit><![CDATA[d<p>a]]></photoshop:Credit>"
            "<dc:other><rdf:Bag><rdf:li><rdf:Description dc:title='innen'/></rdf:li></rdf:Bag>"
            "</dc:other>",
            " photoshop:Headline='Befreiung &quot;für&quot;'",
        )
    )
    check(document)
    assert [(each.locator, each.language, each.text) for each in document.segments] == [
        ("XMP photoshop:Headline", None, 'Befreiung "für"'),
        ("XMP dc:description", None, "Iraq & Mosul"),
        ("XMP dc:description [de]", "de", "Die Stadt"),
        ("XMP AltTextAccessibility", None, "Soldaten ö"),
        ("XMP dc:creator", None, "A"),
        ("XMP dc:creator 2", None, "B"),
        ("XMP photoshop:Credit", None, "d<p>a"),
        ("XMP dc:rights [de-AT]", "de", "Alle Rechte"),
    ]


def test_prefixes_are_those_the_packet_declares() -> None:
    packet = rdf("<x:title>Titel</x:title>").replace("xmlns:dc=", "xmlns:x=", 1)
    # Not the property of the standard: here the prefix stands for something else.
    other = rdf(alternatives("dc:description", x_default="Text")).replace("elements/1.1/", "x")
    for text, found in ((packet, [("XMP dc:title", "Titel")]), (other, [])):
        assert texts(read(segment(0xE1, XMP + text.encode()))) == found


def test_extended_xmp_is_put_together() -> None:
    identity = "0123456789ABCDEF0123456789ABCDEF"
    packet = rdf(alternatives("dc:description", x_default="Zerstörte Häuser")).encode()
    main = xmp("", f' xmpNote:HasExtendedXMP="{identity}"')
    for size in (len(packet), 97, 1):
        pieces = extended_xmp(packet, identity, size)
        document = read(main, *pieces)
        check(document)
        assert texts(document) == [("XMP dc:description", "Zerstörte Häuser")]
        if size < len(packet):
            with pytest.raises(UnreadableError, match="its XMP is missing a part of its extension"):
                read(main, *pieces[:-1])
    other = extended_xmp(packet, identity[::-1], 97)
    assert texts(read(main, *other)) == []


@pytest.mark.parametrize("order", ["<", ">"])
def test_exif_texts(order: str) -> None:
    document = read(
        exif(
            *((0x010E, "Zerstörte Häuser\0".encode()), (0x010F, b"Kamera\0"), (0x013B, b"AB\0")),
            (0x8298, b"Foto GmbH\0Redaktion\0"),
            comment=b"UNICODE\0" + "Köln 😀".encode("utf-16-le" if order == "<" else "utf-16-be"),
            order=order,
        )
    )
    check(document)
    assert texts(document) == [
        ("EXIF ImageDescription", "Zerstörte Häuser"),
        ("EXIF UserComment", "Köln 😀"),
        ("EXIF Artist", "AB"),
        ("EXIF Copyright", "Foto GmbH\nRedaktion"),
    ]
    assert texts(read(exif((0x010E, b"Stadt\0"), comment=b"ASCII\0\0\0Haus\0\0"))) == [
        ("EXIF ImageDescription", "Stadt"),
        ("EXIF UserComment", "Haus"),
    ]


def test_pillow_reads_the_same() -> None:
    data = photo(
        exif((0x010E, b"Stadt\0")), iptc((2, 120, b"Mossul"), (2, 80, b"A"), (2, 80, b"B"))
    )
    with Image.open(BytesIO(data)) as opened:
        opened.load()
        found = IptcImagePlugin.getiptcinfo(opened) or {}
        assert opened.getexif()[0x010E] == "Stadt"
    assert (found[(2, 120)], found[(2, 80)]) == (b"Mossul", [b"A", b"B"])
    assert [each.text for each in jpeg.read(data, "a.jpg").segments] == [
        "Mossul",
        "A",
        "B",
        "Stadt",
    ]


def test_a_photo_without_texts_has_no_segments() -> None:
    assert read().segments == ()
    assert read(xmp(""), iptc((2, 120, b" \0")), segment(0xE1, XMP + b" \0")).segments == ()
    assert jpeg.read(photo(trailer=b"more"), "photo.jpg").segments == ()


_BROKEN = [
    (b"", "is empty"),
    (b"\x89PNG\r\n\x1a\n\0\0", r"is no JPEG file \(PNG image\)"),
    (b"Irak", "is no JPEG file"),
    (photo()[:100], "is a truncated JPEG file"),
    (photo()[:-2], "is a truncated JPEG file"),
    (photo()[:2] + b"\xff\xd9", "is a truncated JPEG file"),
    (photo(b"??"), r"is a broken JPEG file \(no marker at byte 21\)"),
    (photo(photoshop(b"8BIM\4\4\0\0\0\0\0\x09")), "its IPTC data are broken"),
    (photo(photoshop(b"what is this?")), "its IPTC data are broken"),
    (photo(photoshop(resource(0x0404, b"\x1c\2\x78\0\x09abc"))), "its IPTC data are broken"),
    (photo(photoshop(resource(0x0404, b"x" + datasets((2, 5, b"a"))))), "its IPTC data are"),
    (photo(segment(0xE1, XMP + b"<x:xmpmeta>")), "its XMP is broken XML"),
    (photo(segment(0xE1, XMP + b"<x>\xff</x>")), r"its XMP is not UTF-8 \(byte 4\)"),
    (
        photo(segment(0xE1, XMP + b"<!DOCTYPE x [<!ENTITY a 'ha'>]><x>&a;</x>")),
        "its XMP declares entities",
    ),
    (photo(segment(0xE1, b"Exif\0\0II*\0\xff\0\0\0")), "its EXIF data are broken"),
    (photo(segment(0xE1, b"Exif\0\0PNG")), "its EXIF data are broken"),
]


@pytest.mark.parametrize(("data", "what"), _BROKEN)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^photo\.jpg: {what}[^\n]*; [^\n]+$"):
        jpeg.read(data, "photo.jpg")


def test_a_tag_that_comes_again_is_passed_over() -> None:
    document = read(exif(*[(0x010E, b"Stadt\0"), (0x010E, b"Haus und Hof\0")] * 900))
    assert texts(document) == [("EXIF ImageDescription", "Stadt")]


def test_directories_that_lead_back_to_each_other_end() -> None:
    loop = struct.pack("<HHHLL", 1, 0x8769, 4, 1, 8) + b"\0\0\0\0"
    tiff = b"II*\0" + struct.pack("<L", 8) + loop
    assert read(segment(0xE1, b"Exif\0\0" + tiff)).segments == ()


SAMPLE = photo(
    exif((0x010E, "für Köln\0".encode()), comment=b"UNICODE\0" + "Ö".encode("utf-16-le")),
    iptc((1, 90, UTF_8), (2, 120, CAPTION.encode()), (2, 80, b"A")),
    xmp(alternatives("dc:description", x_default="Irak &amp; für", de="Stadt")),
)


def check_any_bytes(data: bytes) -> None:
    error = None
    try:
        document = jpeg.read(data, "photo.jpg")
    except UnreadableError as raised:
        error = raised
    if error:
        assert str(error).startswith("photo.jpg: ")
        assert "\n" not in str(error)
    else:
        check(document)
        assert jpeg.apply(document, []) == data


def test_a_photo_cut_anywhere_is_refused() -> None:
    for end in range(len(SAMPLE)):
        with pytest.raises(UnreadableError, match=r"^photo\.jpg: "):
            jpeg.read(SAMPLE[:end], "photo.jpg")


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), max_size=8))
def test_flipped_bytes_are_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLE)
    for at, byte in changes:
        data[at] = byte
    check_any_bytes(bytes(data))


@given(st.sampled_from([0xE1, 0xED]), st.binary(max_size=80))
def test_any_metadata_are_read_or_refused(marker: int, payload: bytes) -> None:
    for head in (b"Exif\0\0II*\0\x08\0\0\0", b"Photoshop 3.0\08BIM\4\4\0\0\0\0\0", XMP, b""):
        check_any_bytes(photo(segment(marker, head + payload)))


_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


@given(_TEXTS, _TEXTS)
def test_any_text_is_read_back(caption: str, title: str) -> None:
    escaped = title.replace("&", "&amp;").replace("<", "&lt;")
    document = read(
        iptc((1, 90, UTF_8), (2, 120, caption.encode())),
        segment(0xE1, XMP + rdf(alternatives("dc:title", x_default=escaped)).encode()),
    )
    check(document)
    found = [each.strip() for each in (title, caption) if each.strip()]
    assert sorted(each.text for each in document.segments) == sorted(found)
