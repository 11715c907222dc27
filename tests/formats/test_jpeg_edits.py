"""Edits of photos: exiftool writes the decided text, and nothing else changes, or it is refused.

Tests marked ``needs_exiftool`` are skipped where it is not installed; refusals are tested always.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from capqa import pipeline
from capqa.config import Settings
from capqa.errors import CapqaError, ConflictError
from capqa.formats import jpeg
from capqa.review.apply import Placed, write_file
from tests.formats.jpeg_files import (
    UTF_8,
    alternatives,
    datasets,
    exif,
    iptc,
    photo,
    photoshop,
    resource,
    segment,
    xmp,
)
from tests.formats.markup_properties import edit, edit_of
from tests.formats.media_samples import sample_photo

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.model import Document
    from capqa.review.events import FileWrite

needs_exiftool = pytest.mark.skipif(
    shutil.which("exiftool") is None, reason="exiftool is not installed"
)

CAPTION = "Irak | Befreiungsaktion für Mossul\rBagdad"
OTHER = segment(0xE2, b"ICC_PROFILE\0\1\1 something \xff\xd8")


def read(*segments: bytes) -> Document:
    return jpeg.read(photo(OTHER, *segments, trailer=b"\xff\xd8 a second picture"), "photo.jpg")


def full() -> Document:
    return read(
        exif((0x010E, "Die Stadt für alle\0".encode()), (0x8298, b"Foto GmbH\0Redaktion\0")),
        photoshop(
            resource(0x0404, datasets((1, 90, UTF_8), (2, 120, CAPTION.encode()), (2, 25, b"Krieg"),
                                      (2, 80, b"A. Reporter"), (2, 80, b"B. Fotograf"))),
            resource(0x0425, b"0123456789abcdef"),
        ),
        xmp(
            alternatives("dc:description", x_default="Irak &amp; Mossul", de="Das Haus", fr="La")
            + "<dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>",
            ' photoshop:Headline="Kopf" photoshop:City="Mossul"',
        ),
    )  # fmt: skip


def after(document: Document, data: bytes) -> dict[str, str]:
    return {each.locator: each.text for each in jpeg.read(data, document.name).segments}


@needs_exiftool
def test_only_the_decided_fields_change() -> None:
    document = full()
    texts = after(document, document.data)
    data = jpeg.apply(
        document,
        [
            edit_of(document, "Befreiungsaktion für Mossul\nBagdad", "Liberating “Mosul”\nBaghdad"),
            edit_of(document, "Irak |", "-Iraq=<x> $d |"),
            edit_of(document, "Das Haus", "&lt;@ 'x'"),
            edit_of(document, "B. Fotograf", "B. & C."),
            edit_of(document, "Redaktion", "Ü-Redaktion"),
        ],
    )
    assert after(document, data) == texts | {
        "IPTC Caption/Abstract": "-Iraq=<x> $d | Liberating “Mosul”\nBaghdad",
        "XMP dc:description [de]": "&lt;@ 'x'",
        "IPTC By-line 2": "B. & C.",
        "EXIF Copyright": "Foto GmbH\nÜ-Redaktion",
    }
    # Line breaks stay what they were in the field, and the picture and its profile are the same.
    assert "“Mosul”\rBaghdad".encode() in data
    assert OTHER in data
    scan = document.data.rindex(b"\xff\xda")
    assert data.endswith(document.data[scan:])


@needs_exiftool
@pytest.mark.parametrize("field", ["EXIF ImageDescription", "XMP photoshop:Headline"])
def test_a_field_written_alone_leaves_the_others_byte_by_byte(field: str) -> None:
    document = full()
    (decided,) = [each for each in document.segments if each.locator == field]
    data = jpeg.apply(document, [edit(decided, 0, len(decided.text), "The city")])
    assert after(document, data)[field] == "The city"
    start = document.data.index(b"Photoshop 3.0")
    kept = document.data[start : document.data.index(b"http://ns.adobe.com/xap")]
    assert kept[:-4] in data


@needs_exiftool
@pytest.mark.parametrize(
    ("values", "new", "bytes_written"),
    [
        ([(2, 120, "Häuser".encode("cp1252"))], "“Houses”", "“Houses”".encode("cp1252")),
        (
            [(2, 120, "Zerstörte Häuser".encode("mac-roman"))],
            "Häuser, zerstörte Räume",
            "Häuser, zerstörte Räume".encode("mac-roman"),
        ),
        ([(2, 120, b"Haus")], "House – Café", "House – Café".encode("cp1252")),
        ([(2, 120, "Häuser".encode())], "Ж", "Ж".encode()),
        ([(2, 120, "Häuser".encode()), (2, 105, b"Haus")], "Ж", "Ж".encode()),
    ],
)
def test_iptc_stays_in_its_encoding(
    values: list[tuple[int, int, bytes]], new: str, bytes_written: bytes
) -> None:
    document = read(iptc(*values))
    decided = document.segments[0]
    data = jpeg.apply(document, [edit(decided, 0, len(decided.text), new)])
    assert after(document, data)[decided.locator] == new
    assert bytes_written in data


def test_characters_that_the_encoding_lacks_are_refused() -> None:
    document = read(iptc((2, 120, "Häuser".encode("cp1252"))))
    with pytest.raises(CapqaError, match=r"^photo\.jpg: IPTC Cap.*'Ж' .* cannot be written in win"):
        jpeg.apply(document, [edit_of(document, "Häuser", "Ж")])


def test_encodings_that_exiftool_lacks_are_refused() -> None:
    document = read(iptc((2, 120, "戦争は終わった、イラクの人々".encode("shift_jis"))))
    with pytest.raises(CapqaError, match=r"IPTC Caption/Abstract is in (shift_jis|cp932), which"):
        jpeg.apply(document, [edit_of(document, "戦争", "x")])


@needs_exiftool
def test_iptc_takes_no_more_than_its_standard_allows() -> None:
    document = read(iptc((1, 90, UTF_8), (2, 105, b"Haus"), (2, 120, b"Haus " + b"x" * 2100)))
    with pytest.raises(
        CapqaError, match="IPTC Headline takes at most 256 bytes and would have 258"
    ):
        jpeg.apply(document, [edit_of(document, "Haus", "ä" * 129)])
    # What was too long before may stay so.
    caption = document.segments[1]
    data = jpeg.apply(document, [edit(caption, 0, 4, "Home")])
    assert after(document, data)["IPTC Caption/Abstract"] == "Home " + "x" * 2100


@needs_exiftool
def test_an_emptied_field_is_gone() -> None:
    document = read(xmp(alternatives("dc:description", x_default="Das", de="Haus")))
    data = jpeg.apply(document, [edit_of(document, "Das", "")])
    assert after(document, data) == {"XMP dc:description [de]": "Haus"}


@needs_exiftool
@pytest.mark.parametrize("new", ["A\0B", "\x01", "a\ud800"])
def test_what_cannot_be_stored_as_decided_is_refused(new: str) -> None:
    document = read(xmp(alternatives("dc:description", x_default="Das")))
    with pytest.raises(CapqaError, match=r"^photo\.jpg: [^\n]+; [^\n]+$"):
        jpeg.apply(document, [edit_of(document, "Das", new)])


@needs_exiftool
def test_a_text_that_would_be_read_in_another_encoding_is_refused() -> None:
    document = read(iptc((2, 120, "Zerstörte Häuser".encode("mac-roman"))))
    with pytest.raises(ConflictError, match="IPTC Caption/Abstract would not read as decided"):
        jpeg.apply(document, [edit_of(document, "Zerstörte Häuser", "Ö-Haus")])


def test_edits_on_another_text_and_edits_that_overlap_are_refused() -> None:
    document = full()
    caption = next(each for each in document.segments if each.locator.startswith("IPTC Cap"))
    with pytest.raises(ConflictError, match="no longer reads 'Irak'; run capqa review again"):
        jpeg.apply(read(iptc((2, 120, b"Iran"))), [edit(caption, 0, 4, "x")])
    edits = [edit(caption, 0, 6, "x"), edit(caption, 4, 8, "y")]
    with pytest.raises(ConflictError, match=r"two replacements for .* overlap"):
        jpeg.apply(document, edits)


def test_without_exiftool_the_refusal_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    document = full()
    assert jpeg.apply(document, []) == document.data
    with pytest.raises(CapqaError, match=r"^photo\.jpg: needs exiftool .*; install it \(apt inst"):
        jpeg.apply(document, [edit_of(document, "Irak", "Iraq")])


_SCRIPTS = {
    "exit 1": "exiftool failed",
    "echo Broken >&2; echo second >&2; exit 1": "exiftool says 'Broken'",
    "exit 0": "exiftool wrote no file",
    'test "$3" = -json || cp before.jpg after.jpg': "exiftool gave no list",
    'if test "$3" = -json; then echo "[{},{}]"; else cp before.jpg after.jpg; fi': (
        "IPTC Caption/Abstract would not read as decided"
    ),
}


@pytest.mark.parametrize("script", _SCRIPTS)
@pytest.mark.skipif(os.name == "nt", reason="the programs standing in for exiftool are scripts")
def test_an_exiftool_that_does_not_work_is_refused_in_one_line(
    script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "exiftool"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    document = full()
    with pytest.raises(CapqaError, match=rf"^photo\.jpg: {_SCRIPTS[script]}[^\n]*; [^\n]+$"):
        jpeg.apply(document, [edit_of(document, "Irak", "Iraq")])


@needs_exiftool
def test_the_review_writes_a_photo_and_finds_its_findings_again(tmp_path: Path) -> None:
    path = tmp_path / "%d photo.jpg"
    path.write_bytes(sample_photo())
    document = pipeline.read(path)
    findings = pipeline.check(document, Settings())
    suggestions = pipeline.suggest(document, findings, Settings())
    placed = [
        Placed(finding, suggestion.text)
        for finding, suggestion in zip(findings, suggestions, strict=True)
        if suggestion
    ]
    log: list[FileWrite] = []
    written = write_file(path, document, placed, log=log.append, reviewer="r", time="t")
    assert written is not None
    assert (written.edits, len(log)) == (4, 1)
    for finding, place in zip(written.findings, placed, strict=True):
        assert finding is not None
        assert finding.text == place.wanted
        assert finding.segment.locator == place.finding.segment.locator
    assert pipeline.check(pipeline.read(path), Settings()) == ()
