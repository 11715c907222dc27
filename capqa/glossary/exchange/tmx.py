"""TMX 1.4b, the exchange format of translation memories; keeps everything, as properties.

Source: TMX 1.4b, LISA OSCAR 2005. Terms of other tools are read from their units, without inline
codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa import __version__
from capqa.errors import ConfigurationError
from capqa.glossary.entry import Status
from capqa.glossary.exchange import _xml
from capqa.glossary.exchange._characters import without_forbidden
from capqa.glossary.exchange._languages import primary
from capqa.glossary.exchange._reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.glossary.entry import Entry
    from capqa.glossary.exchange._languages import LanguagePair
    from capqa.glossary.exchange._left_out import LeftOut
    from capqa.glossary.exchange._xml import Element

TITLE = "TMX"
SUFFIXES = (".tmx",)
DIALECTS: tuple[str, ...] = ()

# Elements that hold a native tool's codes, never words of the segment.
_CODES = ("bpt", "ept", "ph", "it", "ut", "sub")
_PROPERTIES = {
    "part_of_speech": "x-part-of-speech",
    "gender": "x-gender",
    "status": "x-status",
    "domain": "x-domain",
    "variants": "x-variant",
    "reference": "x-reference",
    "reviewed": "x-reviewed",
}
_FIELDS = {prop: field for field, prop in _PROPERTIES.items()}


def recognises(data: bytes, name: str) -> bool:
    """Return whether the first element is that of TMX."""
    return _xml.begins_with(data, "tmx")


def read(data: bytes, name: str, pair: LanguagePair) -> Reading:
    """Return an entry for each unit that has both languages, the others counted in a note.

    Raises ConfigurationError when the file is no TMX or no unit has both languages.
    """
    reading = Reading(name, pair)
    languages: set[str] = set()
    passed_over = 0

    def take(unit: Element) -> None:
        nonlocal passed_over
        segments: dict[str, str] = {}
        for variant in unit.each("tuv"):
            language = primary(variant.attributes.get("lang", ""))
            languages.add(language)
            for segment in variant.each("seg"):
                segments.setdefault(language, segment.text(_CODES))
        if pair.source in segments and pair.target in segments:
            _take(reading, unit, segments[pair.source], segments[pair.target])
        else:
            passed_over += 1

    root = _xml.parse(data, name, {"tu"}, take)
    if root.name.lower() != "tmx":
        raise ConfigurationError("is no TMX", where=name, mend="say the --format it is in")
    reading.conclude(passed_over, "unit", languages)
    return reading


def write(
    entries: Sequence[Entry], pair: LanguagePair, left_out: LeftOut, dialect: str = ""
) -> bytes:
    """Return one unit an entry; what TMX has no element for stands in properties."""
    header = {
        "creationtool": "capqa",
        "creationtoolversion": __version__,
        "segtype": "phrase",
        "o-tmf": "capqa",
        "adminlang": "en",
        "srclang": pair.source,
        "datatype": "plaintext",
    }
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        f"  {_xml.opening('header', header)}</header>",
        "  <body>",
    ]
    for entry in without_forbidden(entries, left_out):
        lines += _unit(entry, pair)
    lines += ["  </body>", "</tmx>", ""]
    return "\n".join(lines).encode("utf-8")


def _unit(entry: Entry, pair: LanguagePair) -> Iterator[str]:
    yield "    <tu>"
    if entry.note:
        yield f"      {_xml.element('note', {}, entry.note)}"
    for field, prop in _PROPERTIES.items():
        value = getattr(entry, field)
        for text in value if isinstance(value, tuple) else (str(value),):
            if text and text != Status.PREFERRED.value:
                yield f"      {_xml.element('prop', {'type': prop}, text)}"
    for language, term in ((pair.source, entry.source), (pair.target, entry.target)):
        segment = _xml.element("seg", {}, term)
        yield f"      {_xml.opening('tuv', {'xml:lang': language})}{segment}</tuv>"
    yield "    </tu>"


def _take(reading: Reading, unit: Element, source: str, target: str) -> None:
    values: dict[str, str] = {}
    variants = []
    for prop in unit.each("prop"):
        field = _FIELDS.get(prop.attributes.get("type", ""))
        if field == "variants":
            variants.append(prop.text())
        elif field:
            values[field] = prop.text()
    note = "\n".join(each.text() for each in unit.each("note"))
    reading.add(unit.line, source, target, variants=variants, note=note, **values)
