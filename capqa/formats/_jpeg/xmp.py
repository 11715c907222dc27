"""The texts in a photo's XMP packet, and in the extension of one that is too large for a segment.

Source: Adobe XMP specification, part 1 (ISO 16684-1), chapter 7, and part 3, section 1.1.3.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import UnreadableError
from capqa.formats import _entities, _xml
from capqa.formats._jpeg import fields
from capqa.formats._jpeg.gathered import Gathered
from capqa.formats._jpeg.markers import APP1
from capqa.formats._jpeg.values import DEFAULT_LANGUAGE, Value, parts_of, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from capqa.formats._jpeg.fields import Field
    from capqa.formats._jpeg.markers import Marker
    from capqa.formats._jpeg.values import Part

SIGNATURE: Final = b"http://ns.adobe.com/xap/1.0/\0"
EXTENSION: Final = b"http://ns.adobe.com/xmp/extension/\0"

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDF_ROOT, _DESCRIPTION, _ITEM = (_RDF, "RDF"), (_RDF, "Description"), (_RDF, "li")
_IDENTITY_SIZE = 32
_IDENTITY = re.compile(rb"HasExtendedXMP\s*(?:=\s*[\"']|>)\s*([0-9A-Fa-f]{32})")
_ATTRIBUTE = re.compile(r"([^\s=/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENTITY = re.compile(_entities.PATTERN)


class _Element(NamedTuple):
    name: tuple[str, str]
    language: str
    prefixes: tuple[str, ...]


class _Path:
    """The elements that are open, and what their prefixes stand for."""

    def __init__(self) -> None:
        self._elements = [_Element(("", ""), "", ())] * 2
        self._namespaces: dict[str, list[str]] = {"xml": [""]}

    def __len__(self) -> int:
        return len(self._elements)

    def open(self, token: _xml.Token) -> None:
        attributes = token.attributes()
        prefixes = []
        for key, value in attributes.items():
            prefix, _, local = key.partition(":")
            if prefix == "xmlns":
                self._namespaces.setdefault(local, []).append(value)
                prefixes.append(local)
        namespace = self._namespaces.get(token.prefix) or [""]
        language = attributes.get("xml:lang", self.language)
        self._elements.append(_Element((namespace[-1], token.name), language, tuple(prefixes)))

    def close(self) -> None:
        for prefix in self._elements.pop().prefixes:
            self._namespaces[prefix].pop()

    def resolved(self, name: str) -> tuple[str, str]:
        prefix, _, local = name.rpartition(":")
        namespaces = self._namespaces.get(prefix) if prefix else None
        return (namespaces[-1] if namespaces else "", local)

    @property
    def name(self) -> tuple[str, str]:
        return self._elements[-1].name

    @property
    def language(self) -> str:
        return self._elements[-1].language

    @property
    def is_description(self) -> bool:
        return self.name == _DESCRIPTION and self._elements[-2].name == _RDF_ROOT

    @property
    def is_property(self) -> bool:
        above = self._elements[-3:-1]
        return [each.name for each in above] == [_RDF_ROOT, _DESCRIPTION]


def values(markers: Sequence[Marker], name: str) -> Iterator[Value]:
    """Return the values of a photo's XMP fields.

    Raises UnreadableError when a packet is broken.
    """
    counts: dict[Field, int] = {}
    for packet in _packets(markers, name):
        try:
            _xml.refuse_broken(packet.data.decode("utf-8"), name)
        except UnicodeDecodeError as error:
            raise _broken(f"is not UTF-8 (byte {error.start + 1})", name) from error
        except UnreadableError as error:
            raise _broken(error.what, name) from error
        for field, language, parts in _texts(packet):
            index = 1
            if field.shape is fields.Shape.LIST:
                counts[field] = index = counts.get(field, 0) + 1
            yield Value(field, parts, "utf-8", language, index)


def _packets(markers: Sequence[Marker], name: str) -> Iterator[Gathered]:
    main = next((each for each in markers if _starts(each, SIGNATURE)), None)
    if main is None:
        return
    packet = Gathered()
    size = len(SIGNATURE)
    packet.add(main.payload[size:].rstrip(b"\0"), main.start + size)
    if packet.data.strip():
        yield packet
    identity = _IDENTITY.search(packet.data)
    if identity:
        extension = _extension(markers, identity[1].upper(), name)
        if extension.data:
            yield extension


def _extension(markers: Iterable[Marker], identity: bytes, name: str) -> Gathered:
    head = len(EXTENSION) + _IDENTITY_SIZE + 8
    pieces = []
    for marker in markers:
        payload = marker.payload
        if _starts(marker, EXTENSION) and payload[len(EXTENSION) :][:32].upper() == identity:
            total = int.from_bytes(payload[head - 8 : head - 4], "big")
            offset = int.from_bytes(payload[head - 4 : head], "big")
            pieces.append((offset, marker.start + head, payload[head:], total))
    gathered = Gathered()
    at = 0
    for offset, source, piece, _ in sorted(pieces):
        if offset != at:
            break
        gathered.add(piece, source)
        at += len(piece)
    if pieces and at != pieces[0][3]:
        raise _broken("is missing a part of its extension", name)
    return gathered


def _texts(packet: Gathered) -> Iterator[tuple[Field, str, tuple[Part, ...]]]:
    # UTF-8 read byte by byte: all markup is ASCII, and offsets are those of the bytes.
    text = packet.data.decode("latin-1")
    path = _Path()
    field: Field | None = None
    depth = 0
    parts: list[Part] = []
    for token in _xml.tokens(text):
        if token.kind in ("open", "empty"):
            path.open(token)
            if path.is_description:
                yield from _attributes(packet, token, path)
            elif field is None and path.is_property:
                field, depth = fields.XMP.get(path.name), len(path)
            if field is None or path.name == _ITEM:
                parts = []
        if token.kind in ("close", "empty"):
            if field and (path.name == _ITEM or len(path) == depth):
                if not _is_blank(parts):
                    yield field, _language(field, path.language), tuple(parts)
                parts = []
            if len(path) == depth:
                field, depth = None, 0
            path.close()
        if field and token.kind in ("text", "cdata"):
            parts += _parts(packet, token.start, token.end, verbatim=token.kind == "cdata")


def _attributes(
    packet: Gathered, token: _xml.Token, path: _Path
) -> Iterator[tuple[Field, str, tuple[Part, ...]]]:
    tag = f"{token.prefix}:{token.name}" if token.prefix else token.name
    inside = token.start + 1 + len(tag)
    for found in _ATTRIBUTE.finditer(token.inside):
        field = fields.XMP.get(path.resolved(found[1]))
        if field:
            start, end = found.span(2 if found[3] is None else 3)
            parts = tuple(_parts(packet, inside + start, inside + end))
            if not _is_blank(parts):
                yield field, _language(field, path.language), parts


def _parts(packet: Gathered, start: int, end: int, *, verbatim: bool = False) -> Iterator[Part]:
    at = start
    text = packet.data[start:end].decode("latin-1")
    for found in () if verbatim else _ENTITY.finditer(text):
        meant = _entities.decoded(found[0])
        if meant is not None:
            yield from parts_of(packet, at, start + found.start(), "utf-8")
            at = start + found.end()
            yield whole(meant, packet, start + found.start(), at)
    yield from parts_of(packet, at, end, "utf-8")


def _language(field: Field, tag: str) -> str:
    return (tag or DEFAULT_LANGUAGE) if field.shape is fields.Shape.LANGUAGES else ""


def _is_blank(parts: Iterable[Part]) -> bool:
    return not any(part.text.strip() for part in parts)


def _starts(marker: Marker, signature: bytes) -> bool:
    return marker.code == APP1 and marker.payload.startswith(signature)


def _broken(what: str, name: str) -> UnreadableError:
    return UnreadableError(f"its XMP {what}", where=name, mend="write its metadata anew")
