"""The photo and the archive in ``seeds/``; ``python -m tests.formats.media_samples`` makes them."""

from __future__ import annotations

from pathlib import Path

from tests.formats.jpeg_files import (
    UTF_8,
    alternatives,
    datasets,
    exif,
    photo,
    photoshop,
    resource,
    xmp,
)
from tests.formats.warc_files import http, members, record

SEEDS = Path(__file__).parents[2] / "seeds"
PHOTO, ARCHIVE = "mosul-photo.jpg", "mosul-pages.warc.gz"

_CAPTION = "Irak | Befreiungsaktion Mossul"
_OFFENSIVE = "Irak Mossul Offensive der Regierungstrupen gegen IS"
_PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Iraqi forces advance on Mosul</title></head>
<body><h1>Iraqi forces advance on Mosul</h1>
<p>Government troops have taken several villages south of the city, the army said.</p>
<figure><img src="mosul.jpg" alt="Soldiers on a tank">
<figcaption>{}</figcaption></figure></body></html>
"""


def sample_photo() -> bytes:
    """Return a photo whose caption was left in German in each of its copies."""
    return photo(
        exif((0x010E, f"{_CAPTION}\0".encode()), (0x8298, b"picture-alliance/dpa\0")),
        photoshop(
            resource(
                0x0404,
                datasets(
                    (1, 90, UTF_8),
                    (2, 5, b"Mosul"),
                    (2, 105, b"Iraqi forces advance on Mosul"),
                    (2, 120, _CAPTION.encode()),
                    (2, 80, b"A. Photographer"),
                    (2, 110, b"picture-alliance/dpa"),
                ),
            )
        ),
        xmp(
            alternatives("dc:description", x_default=_CAPTION, de=_CAPTION)
            + alternatives("Iptc4xmpCore:AltTextAccessibility", x_default=_OFFENSIVE)
            + "<dc:creator><rdf:Seq><rdf:li>A. Photographer</rdf:li></rdf:Seq></dc:creator>",
            ' photoshop:Headline="Iraqi forces advance on Mosul"',
        ),
    )


def sample_archive() -> bytes:
    """Return an archive of two pages, one of them with a caption left in German."""
    first, second = (
        http(_PAGE.format(caption).encode(), "text/html; charset=utf-8")
        for caption in (_OFFENSIVE, "Iraqi soldiers near the city")
    )
    image = http(sample_photo(), "image/jpeg")
    return members(
        record(b"software: capqa tests\r\n", "warcinfo", "", "application/warc-fields"),
        record(b"GET / HTTP/1.1\r\n\r\n", "request", "https://example.org/", "application/http"),
        record(first, address="https://example.org/"),
        record(image, address="https://example.org/mosul.jpg"),
        record(second, address="https://example.org/city"),
    )


if __name__ == "__main__":
    (SEEDS / PHOTO).write_bytes(sample_photo())
    (SEEDS / ARCHIVE).write_bytes(sample_archive())
