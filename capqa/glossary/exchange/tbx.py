"""TBX, the exchange format of terminology; keeps everything.

Read and written in version 3, dialect TBX-Basic (ISO 30042:2019), with data categories as
attributes (dca) or as tags (dct); version 2 (martif, ISO 30042:2008) is read. What TBX-Basic has
no word for stands in a projectSubset that begins with "capqa:".
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError
from capqa.glossary.entry import Status
from capqa.glossary.exchange import _tbx_reading, _xml
from capqa.glossary.exchange._characters import without_forbidden
from capqa.glossary.exchange._reading import Reading
from capqa.glossary.exchange._tbx_categories import (
    GENDERS,
    WRITTEN_PARTS_OF_SPEECH,
    WRITTEN_STATUSES,
    category,
    our_own,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from capqa.glossary.entry import Entry
    from capqa.glossary.exchange._languages import LanguagePair
    from capqa.glossary.exchange._left_out import LeftOut
    from capqa.glossary.exchange._xml import Element

TITLE = "TBX"
SUFFIXES = (".tbx", ".xml")
DIALECTS = ("dca", "dct")

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_MODULES = {
    "xmlns:min": "http://www.tbxinfo.net/ns/min",
    "xmlns:basic": "http://www.tbxinfo.net/ns/basic",
}
_ROOTS = ("tbx", "martif")
_CONCEPTS = ("conceptEntry", "termEntry")


def recognises(data: bytes, name: str) -> bool:
    """Return whether the first element is that of TBX, version 2 or 3."""
    return _xml.begins_with(data, *_ROOTS)


def read(data: bytes, name: str, pair: LanguagePair) -> Reading:
    """Return an entry for each source and target term of a concept.

    Raises ConfigurationError when the file is no TBX or no concept has both languages.
    """
    reading = Reading(name, pair)
    languages: set[str] = set()
    passed_over = 0

    def take(concept: Element) -> None:
        nonlocal passed_over
        passed_over += not _tbx_reading.take(reading, concept, languages)

    root = _xml.parse(data, name, _CONCEPTS, take)
    if root.name.lower() not in _ROOTS:
        raise ConfigurationError("is no TBX", where=name, mend="say the --format it is in")
    reading.conclude(passed_over, "concept", languages)
    return reading


def write(
    entries: Sequence[Entry], pair: LanguagePair, left_out: LeftOut, dialect: str = ""
) -> bytes:
    """Return TBX-Basic, one concept for the targets of a source that stand together."""
    style = dialect or DIALECTS[0]
    root = {"type": "TBX-Basic", "style": style, "xml:lang": pair.source, "xmlns": _NAMESPACE}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _xml.opening("tbx", root | (_MODULES if style == "dct" else {})),
        "  <tbxHeader><fileDesc><sourceDesc>",
        f"    {_xml.element('p', {}, f'Glossary {pair}, written by capqa')}",
        "  </sourceDesc></fileDesc></tbxHeader>",
        "  <text><body>",
    ]
    found = without_forbidden(entries, left_out)
    for number, (_, group) in enumerate(groupby(found, _concept_of), 1):
        lines += [f"    {line}" for line in _concept(number, list(group), pair, style)]
    lines += ["  </body></text>", "</tbx>", ""]
    return "\n".join(lines).encode("utf-8")


def _concept_of(entry: Entry) -> tuple[object, ...]:
    return entry.source, entry.part_of_speech, entry.gender, entry.domain, entry.variants


def _concept(number: int, group: list[Entry], pair: LanguagePair, style: str) -> Iterator[str]:
    first = group[0]
    yield _xml.opening("conceptEntry", {"id": f"c{number}"})
    if first.domain:
        yield f"  {category('subjectField', first.domain, style)}"
    yield f"  {_xml.opening('langSec', {'xml:lang': pair.source})}"
    yield from _term(first.source, _source_facts(first, style))
    for variant in first.variants:
        yield from _term(variant, [category("termType", "variant", style)])
    yield "  </langSec>"
    yield f"  {_xml.opening('langSec', {'xml:lang': pair.target})}"
    for entry in group:
        yield from _term(entry.target, _target_facts(entry, style))
    yield "  </langSec>"
    yield "</conceptEntry>"


def _term(text: str, facts: Iterable[str]) -> Iterator[str]:
    yield "    <termSec>"
    yield f"      {_xml.element('term', {}, text)}"
    for fact in facts:
        yield f"      {fact}"
    yield "    </termSec>"


def _source_facts(entry: Entry, style: str) -> Iterator[str]:
    if entry.part_of_speech:
        known = WRITTEN_PARTS_OF_SPEECH.get(entry.part_of_speech, "other")
        yield category("partOfSpeech", known, style)
    if entry.gender in GENDERS:
        yield category("grammaticalGender", GENDERS[entry.gender], style)


def _target_facts(entry: Entry, style: str) -> Iterator[str]:
    yield category("administrativeStatus", WRITTEN_STATUSES[entry.status], style)
    if entry.reference:
        yield category("source", entry.reference, style)
    for field, value in _our_own(entry):
        yield category("projectSubset", our_own(field, value), style)
    if entry.note:
        yield _xml.element("note", {}, entry.note)


def _our_own(entry: Entry) -> Iterator[tuple[str, str]]:
    part_of_speech = entry.part_of_speech
    if part_of_speech and WRITTEN_PARTS_OF_SPEECH.get(part_of_speech) != part_of_speech:
        yield "part_of_speech", part_of_speech
    if entry.gender and entry.gender not in GENDERS:
        yield "gender", entry.gender
    if entry.status is Status.KEEP_AS_IS:
        yield "status", entry.status.value
    if entry.reviewed:
        yield "reviewed", entry.reviewed
