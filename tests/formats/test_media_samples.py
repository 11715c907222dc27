"""The photo and the archive in ``seeds/`` are what their script makes, and show their use."""

from __future__ import annotations

import gzip
from io import BytesIO

from capqa import pipeline
from capqa.config import Settings
from capqa.errors import UnreadableError
from capqa.formats import warc
from tests.formats.media_samples import ARCHIVE, PHOTO, SEEDS, sample_archive, sample_photo


def test_the_samples_are_what_the_script_makes() -> None:
    assert (SEEDS / PHOTO).read_bytes() == sample_photo()
    # Compressed alike or not, which is up to zlib.
    made = gzip.decompress(sample_archive())
    assert gzip.decompress((SEEDS / ARCHIVE).read_bytes()) == made


def test_the_photo_has_four_texts_left_in_german() -> None:
    document = pipeline.read(SEEDS / PHOTO)
    findings = pipeline.check(document, Settings())
    assert {(each.segment.locator, each.text, each.line, each.column) for each in findings} == {
        ("IPTC Caption/Abstract", "Irak | Befreiungsaktion Mossul", 1, 1),
        ("XMP dc:description", "Irak | Befreiungsaktion Mossul", 1, 1),
        ("XMP AltTextAccessibility", "Irak Mossul Offensive der Regierungstrupen gegen IS", 1, 1),
        ("EXIF ImageDescription", "Irak | Befreiungsaktion Mossul", 1, 1),
    }


def test_the_archive_has_one_text_left_in_german() -> None:
    found = []
    with (SEEDS / ARCHIVE).open("rb") as stream:
        for document in warc.documents(BytesIO(stream.read()), ARCHIVE):
            assert not isinstance(document, UnreadableError)
            found.append((document.name, len(pipeline.check(document, Settings()))))
    assert found == [
        (f"{ARCHIVE}#https://example.org/", 1),
        (f"{ARCHIVE}#https://example.org/city", 0),
    ]
