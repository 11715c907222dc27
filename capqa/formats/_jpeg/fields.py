"""The fields of a photo's metadata that people read, in the order their segments come in.

The order is ours, not the file's: programs that write metadata put them in another one, and
decisions must find their segments again.

Sources: IPTC Photo Metadata Standard 2023.1, IPTC IIM 4.2, Exif 2.32; tags as exiftool names them.
"""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from capqa.model import Role


class Shape(Enum):
    """How many texts a field holds: one, one for each language, or a list."""

    TEXT = 1
    LANGUAGES = 2
    LIST = 3


class Field(NamedTuple):
    """A field as people call it, what it is on a page, and its tag in exiftool.

    ``limit`` is the most bytes it takes by its standard, 0 where there is none.
    """

    label: str
    role: Role
    tag: str
    shape: Shape = Shape.TEXT
    limit: int = 0


_DC: Final = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP: Final = "http://ns.adobe.com/photoshop/1.0/"
_IPTC_CORE: Final = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_TIFF: Final = "http://ns.adobe.com/tiff/1.0/"
_EXIF: Final = "http://ns.adobe.com/exif/1.0/"

_META, _HEADLINE, _CAPTION = Role.META, Role.HEADLINE, Role.CAPTION
_ALT, _BYLINE, _CREDIT = Role.ALT, Role.BYLINE, Role.CREDIT
_LANGUAGES, _LIST = Shape.LANGUAGES, Shape.LIST

IPTC: Final = {
    5: Field("IPTC Object Name", _META, "IPTC:ObjectName", limit=64),
    105: Field("IPTC Headline", _HEADLINE, "IPTC:Headline", limit=256),
    120: Field("IPTC Caption/Abstract", _CAPTION, "IPTC:Caption-Abstract", limit=2000),
    80: Field("IPTC By-line", _BYLINE, "IPTC:By-line", _LIST, limit=32),
    110: Field("IPTC Credit", _CREDIT, "IPTC:Credit", limit=32),
    115: Field("IPTC Source", _CREDIT, "IPTC:Source", limit=32),
    116: Field("IPTC Copyright Notice", _CREDIT, "IPTC:CopyrightNotice", limit=128),
}
"""By the number of the dataset in record 2."""

XMP: Final = {
    (_DC, "title"): Field("XMP dc:title", _META, "XMP-dc:Title", _LANGUAGES),
    (_PHOTOSHOP, "Headline"): Field("XMP photoshop:Headline", _HEADLINE, "XMP-photoshop:Headline"),
    (_DC, "description"): Field("XMP dc:description", _CAPTION, "XMP-dc:Description", _LANGUAGES),
    (_IPTC_CORE, "AltTextAccessibility"): Field(
        "XMP AltTextAccessibility", _ALT, "XMP-iptcCore:AltTextAccessibility", _LANGUAGES
    ),
    (_IPTC_CORE, "ExtDescrAccessibility"): Field(
        "XMP ExtDescrAccessibility", _ALT, "XMP-iptcCore:ExtDescrAccessibility", _LANGUAGES
    ),
    (_TIFF, "ImageDescription"): Field(
        "XMP tiff:ImageDescription", _CAPTION, "XMP-tiff:ImageDescription", _LANGUAGES
    ),
    (_EXIF, "UserComment"): Field(
        "XMP exif:UserComment", _CAPTION, "XMP-exif:UserComment", _LANGUAGES
    ),
    (_DC, "creator"): Field("XMP dc:creator", _BYLINE, "XMP-dc:Creator", _LIST),
    (_PHOTOSHOP, "Credit"): Field("XMP photoshop:Credit", _CREDIT, "XMP-photoshop:Credit"),
    (_PHOTOSHOP, "Source"): Field("XMP photoshop:Source", _CREDIT, "XMP-photoshop:Source"),
    (_DC, "rights"): Field("XMP dc:rights", _CREDIT, "XMP-dc:Rights", _LANGUAGES),
}
"""By the namespace and the name of the property."""

EXIF: Final = {
    0x010E: Field("EXIF ImageDescription", _CAPTION, "IFD0:ImageDescription"),
    0x9286: Field("EXIF UserComment", _CAPTION, "ExifIFD:UserComment"),
    0x013B: Field("EXIF Artist", _BYLINE, "IFD0:Artist"),
    0x8298: Field("EXIF Copyright", _CREDIT, "IFD0:Copyright"),
}
"""By the number of the tag."""

ORDER: Final = {
    field: index for index, field in enumerate([*IPTC.values(), *XMP.values(), *EXIF.values()])
}
