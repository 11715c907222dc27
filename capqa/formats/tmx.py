"""TMX translation memories: each translation is a segment in its own language, without its inline
codes; what it translates is never touched.

What is in the language that the memory translates from is no translation; notes and properties are
not read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from capqa.formats import _xml
from capqa.formats._cues import document_of
from capqa.formats._declared_encoding import decode_declared
from capqa.formats._declared_language import declared_language
from capqa.formats._mapping import Places, SegmentBuilder
from capqa.formats._markup_edits import edited
from capqa.formats._xml_root import root_of
from capqa.formats._xml_text import add_as_it_is
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.model import Document, Edit, Segment

SUFFIXES: tuple[str, ...] = (".tmx", ".xml")
"""The endings of the names of translation memories."""

# These hold the native code, and text within code ("sub") with it; "hi" holds text.
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
_LONGEST_NAME = 40


@dataclass(slots=True)
class _Unit:
    """A unit's variants as they are read: the language tag of each, and its text if it has one."""

    name: str
    source_tag: str
    variants: list[tuple[str, Segment]]


def recognises(head: bytes) -> bool:
    """Return whether a file that begins so is a translation memory."""
    root = root_of(head)
    return root is not None and root.is_named(("tmx",), ("http://www.lisa.org/tmx",))


def read(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes; a file without translations has no segments.

    Its language is that of all its translations where they agree, else None. Raises UnreadableError
    when the bytes are no text, no well-formed XML, declare entities of their own, or are XML of
    another kind.
    """
    decoded = decode_declared(data, name, _xml.DECLARED_ENCODING)
    segments = _segments(decoded.text, name)
    languages = {each.language for each in segments}
    language = languages.pop() if len(languages) == 1 else None
    return document_of(name, "tmx", data, decoded, segments, language)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    Raises ConflictError when an edit's old text is not what stands there, when two edits overlap,
    and when inline codes would be lost. A character that the document's encoding lacks is written
    as a reference.
    """
    written = _xml.writer(_xml.tokens(document.text) if edits else (), document.encoding)
    return edited(document, edits, segments=_segments, written=written)


def _segments(text: str, name: str) -> list[Segment]:
    _xml.refuse_broken(text, name)
    tokens = list(_xml.tokens(text))
    _xml.refuse_other_root(tokens, "tmx", "TMX", name)
    return [segment for unit in _units(text, tokens) for segment in _translations(unit)]


def _units(text: str, tokens: Sequence[_xml.Token]) -> Iterator[_Unit]:
    places = Places(text)
    unit = _Unit("", "", [])
    source_tag = language_tag = ""
    builder: SegmentBuilder | None = None
    codes = units = 0
    for token in tokens:
        if token.name in _CODES:
            codes += {"open": 1, "close": -1}.get(token.kind, 0)
        elif token.name == "header" and token.kind in ("open", "empty"):
            source_tag = token.attributes().get("srclang", "")
        elif token.name == "tu" and token.kind == "open":
            attributes = token.attributes()
            units += 1
            name = attributes.get("tuid", "")[:_LONGEST_NAME] or str(units)
            unit = _Unit(name, attributes.get("srclang", source_tag), [])
        elif token.name == "tu" and token.kind == "close":
            yield unit
        elif token.name == "tuv" and token.kind == "open":
            attributes = token.attributes()
            # Before TMX 1.2 the attribute had no prefix.
            language_tag = attributes.get("xml:lang", attributes.get("lang", ""))
        elif token.name == "seg" and token.kind == "open":
            builder = SegmentBuilder(places)
        elif token.name == "seg" and token.kind == "close" and builder:
            segment = builder.segment(
                Role.BODY, locator=f"unit {unit.name}", language=declared_language(language_tag)
            )
            builder = None
            if segment:
                unit.variants.append((language_tag, segment))
        elif token.kind in ("text", "cdata") and builder and not codes:
            add_as_it_is(builder, text, token.start, token.end, decodes=token.kind == "text")


def _translations(unit: _Unit) -> Iterator[Segment]:
    place = _source_place(unit)
    source = unit.variants[place][1] if place is not None else None
    for number, (_, segment) in enumerate(unit.variants):
        if number == place:
            continue
        if source is None:
            yield segment
        else:
            yield replace(segment, translation_of=source.text, source_language=source.language)


def _source_place(unit: _Unit) -> int | None:
    """Return which variant the others translate: the first with the source's very language tag,
    else the first in the same language; None where there is none ("*all*").
    """
    tags = [tag.strip().replace("_", "-").lower() for tag, _ in unit.variants]
    source_tag = unit.source_tag.strip().replace("_", "-").lower()
    if source_tag in tags:
        return tags.index(source_tag)
    language = declared_language(source_tag)
    languages = [segment.language for _, segment in unit.variants]
    return languages.index(language) if language in languages and language else None
