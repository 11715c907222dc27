"""XLIFF 1.2 and 2: each target is a segment without its inline codes; sources are never touched.

Units that are not to be translated, targets not translated yet, proposals beside a translation and
notes are not read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

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

SUFFIXES: tuple[str, ...] = (".xlf", ".xliff", ".xml")
"""The endings of the names of XLIFF files."""

# XLIFF 1.2 keeps the native code inside these; alt-trans and matches hold proposals.
_CODES = frozenset({"bpt", "ept", "ph", "it"})
_PROPOSALS = frozenset({"alt-trans", "match", "matches"})
_UNITS = frozenset({"trans-unit", "unit", "segment"})
_TARGET_LANGUAGES = ("target-language", "trgLang")
_SOURCE_LANGUAGES = ("source-language", "srcLang")
# Of a target in XLIFF 1.2, of a segment in 2. What merely lacks a state may well be translated.
_NOT_TRANSLATED = frozenset({"new", "needs-translation", "initial"})
_LONGEST_NAME = 40


class _Element(NamedTuple):
    name: str
    language: str | None
    source_language: str | None
    unit: str
    skipped: bool
    is_translated: bool


def recognises(head: bytes) -> bool:
    """Return whether a file that begins so is XLIFF."""
    root = root_of(head)
    return root is not None and root.is_named(("xliff",), ("urn:oasis:names:tc:xliff:",))


def read(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes; a file without targets has no segments.

    Raises UnreadableError when the bytes are no text, no well-formed XML, declare entities of their
    own, or are XML of another kind.
    """
    decoded = decode_declared(data, name, _xml.DECLARED_ENCODING)
    segments = _segments(decoded.text, name)
    language = next((each.language for each in segments), None)
    return document_of(name, "xliff", data, decoded, segments, language)


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
    _xml.refuse_other_root(tokens, "xliff", "XLIFF", name)
    return list(_targets(text, tokens))


def _targets(text: str, tokens: Sequence[_xml.Token]) -> Iterator[Segment]:
    places = Places(text)
    path = [_Element("", None, None, "", skipped=False, is_translated=True)]
    builder: SegmentBuilder | None = None
    source, source_language = "", None
    for token in tokens:
        if token.kind == "open":
            element = _opened(token, path[-1])
            if element.name in ("source", "target") and not element.skipped:
                builder = SegmentBuilder(places)
            elif element.name in _UNITS:
                source = ""
            path.append(element)
        elif token.kind == "close":
            element = path.pop()
            if element.name not in ("source", "target") or not builder:
                continue
            segment = builder.segment(
                Role.BODY, locator=f"unit {element.unit}", language=element.language
            )
            builder = None
            if element.name == "source":
                source = segment.text if segment else ""
                source_language = element.source_language
            elif segment and element.is_translated:
                yield replace(
                    segment,
                    translation_of=source,
                    source_language=source_language if source else element.source_language,
                )
        elif token.kind != "empty" and builder and not path[-1].skipped:
            add_as_it_is(builder, text, token.start, token.end, decodes=token.kind == "text")


def _opened(token: _xml.Token, parent: _Element) -> _Element:
    attributes = token.attributes()
    language, source_language, unit = parent.language, parent.source_language, parent.unit
    for key, value in attributes.items():
        if key in _TARGET_LANGUAGES:
            language = declared_language(value)
        elif key in _SOURCE_LANGUAGES:
            source_language = declared_language(value)
    if "xml:lang" in attributes:
        if token.name == "target":
            language = declared_language(attributes["xml:lang"])
        elif token.name == "source":
            source_language = declared_language(attributes["xml:lang"])
    if token.name in ("trans-unit", "unit"):
        unit = attributes.get("id", "")[:_LONGEST_NAME]
    skipped = (
        parent.skipped
        or token.name in _PROPOSALS
        or token.name in _CODES
        or attributes.get("translate") == "no"
    )
    is_translated = parent.is_translated and attributes.get("state") not in _NOT_TRANSLATED
    return _Element(token.name, language, source_language, unit, skipped, is_translated)
