"""XLIFF 1.2 and 2: each target is a segment without its inline codes; sources are never touched.

Units that are not to be translated, proposals beside a translation and notes are not read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from capqa.formats import _entities, _xml
from capqa.formats._cues import document_of
from capqa.formats._declared_encoding import decode_declared
from capqa.formats._declared_language import declared_language
from capqa.formats._mapping import Places, SegmentBuilder
from capqa.formats._markup_edits import edited
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.model import Document, Edit, Segment

SUFFIXES: tuple[str, ...] = (".xlf", ".xliff")
"""The endings of the names of XLIFF files."""

# XLIFF 1.2 keeps the native code inside these; alt-trans and matches hold proposals.
_CODES = frozenset({"bpt", "ept", "ph", "it"})
_PROPOSALS = frozenset({"alt-trans", "match", "matches"})
_UNITS = frozenset({"trans-unit", "unit"})
_LANGUAGES = ("target-language", "trgLang")
_SPECIAL = re.compile(rf"\r\n|\r|\n|{_entities.PATTERN}")
_LONGEST_NAME = 40


class _Element(NamedTuple):
    name: str
    language: str | None
    unit: str
    skipped: bool


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
    path = [_Element("", None, "", skipped=False)]
    builder: SegmentBuilder | None = None
    for token in tokens:
        if token.kind == "open":
            element = _opened(token, path[-1])
            if element.name == "target" and not element.skipped:
                builder = SegmentBuilder(places)
            path.append(element)
        elif token.kind == "close":
            element = path.pop()
            if element.name == "target" and builder:
                segment = builder.segment(
                    Role.BODY, locator=f"unit {element.unit}", language=element.language
                )
                builder = None
                if segment:
                    yield segment
        elif token.kind != "empty" and builder and not path[-1].skipped:
            _add(builder, text, token)


def _opened(token: _xml.Token, parent: _Element) -> _Element:
    attributes = token.attributes()
    language, unit = parent.language, parent.unit
    for key in _LANGUAGES:
        if key in attributes:
            language = declared_language(attributes[key])
    if token.name == "target" and "xml:lang" in attributes:
        language = declared_language(attributes["xml:lang"])
    if token.name in _UNITS:
        unit = attributes.get("id", "")[:_LONGEST_NAME]
    skipped = (
        parent.skipped
        or token.name in _PROPOSALS
        or token.name in _CODES
        or attributes.get("translate") == "no"
    )
    return _Element(token.name, language, unit, skipped)


def _add(builder: SegmentBuilder, text: str, token: _xml.Token) -> None:
    at = token.start
    for special in _SPECIAL.finditer(text, token.start, token.end):
        builder.letters(text[at : special.start()], at)
        at = special.end()
        meant = "\n"
        if special[0][0] == "&":
            entity = None if token.kind == "cdata" else _entities.decoded(special[0])
            if entity is None:
                builder.letters(special[0], special.start())
                continue
            meant = entity
        builder.whole(meant, special.start(), len(special[0]))
    builder.letters(text[at : token.end], at)
