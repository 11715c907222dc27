"""TTML subtitles (DFXP, iTT, EBU-TT): each paragraph is a segment, white space as XML reads it.

What `xml:lang` marks inside a paragraph is a segment of its own; metadata are not read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from capqa.formats import _xml
from capqa.formats._cue_times import shown_in_ttml
from capqa.formats._cues import document_of, locator
from capqa.formats._declared_encoding import decode_declared
from capqa.formats._declared_language import declared_language
from capqa.formats._mapping import Places
from capqa.formats._markup_edits import edited
from capqa.formats._xml_root import root_of
from capqa.formats._xml_text import CollapsingText
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.model import Document, Edit, Segment

SUFFIXES: tuple[str, ...] = (".ttml", ".dfxp", ".itt", ".xml")
"""The endings of the names of TTML files."""

_METADATA = frozenset({"metadata", "desc", "title", "copyright", "agent", "name"})
_NAMESPACES = ("http://www.w3.org/ns/ttml", "http://www.w3.org/2006/")


def recognises(head: bytes) -> bool:
    """Return whether a file that begins so is TTML."""
    root = root_of(head)
    return root is not None and root.is_named(("tt",), _NAMESPACES)


def read(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes; a file without paragraphs has no segments.

    Raises UnreadableError when the bytes are no text, no well-formed XML, declare entities of their
    own, or are XML of another kind.
    """
    decoded = decode_declared(data, name, _xml.DECLARED_ENCODING)
    segments = _segments(decoded.text, name)
    root = next(token for token in _xml.tokens(decoded.text) if token.name)
    language = declared_language(root.attributes().get("xml:lang", ""))
    return document_of(name, "ttml", data, decoded, segments, language)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    Raises ConflictError when an edit's old text is not what stands there, when two edits overlap,
    and when tags would be lost. A character that the document's encoding lacks is written as a
    reference; where none can stand, in CDATA, CapqaError is raised.
    """
    if not edits:
        return document.data
    tokens = list(_xml.tokens(document.text))
    prefix = next((token.prefix for token in tokens if token.name == "p"), "")
    line_break = f"<{prefix}:br/>" if prefix else "<br/>"
    written = _xml.writer(tokens, document.encoding, line_break)
    return edited(document, edits, segments=_segments, written=written)


def _segments(text: str, name: str) -> list[Segment]:
    _xml.refuse_broken(text, name)
    tokens = list(_xml.tokens(text))
    _xml.refuse_other_root(tokens, "tt", "TTML", name)
    return list(_Reader(text).segments(tokens))


class _Element(NamedTuple):
    name: str
    language: str | None
    keeps_space: bool
    is_metadata: bool


class _Reader:
    """Goes through the tokens of a document once, with the open elements on a stack."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = Places(text)
        self._open = [_Element("", None, keeps_space=False, is_metadata=False)]
        self._paragraphs = self._count = 0
        self._time = ""
        self._seconds: float | None = None
        self._rates = ("", "")
        self._block = CollapsingText(text, self._places)

    def segments(self, tokens: Sequence[_xml.Token]) -> Iterator[Segment]:
        for token in tokens:
            if token.kind == "open":
                yield from self._opened(token)
            elif token.kind == "close":
                yield from self._closed()
            elif not self._paragraphs or self._open[-1].is_metadata:
                continue
            elif token.kind == "empty":
                if token.name == "br":
                    self._block.break_line(token.start, token.end - token.start)
            else:
                self._block.add(
                    token.start,
                    token.end,
                    decodes=token.kind == "text",
                    keeps_space=self._open[-1].keeps_space,
                )

    def _opened(self, token: _xml.Token) -> Iterator[Segment]:
        parent, attributes = self._open[-1], token.attributes()
        if token.name == "tt":
            self._rates = attributes.get("ttp:frameRate", ""), attributes.get("ttp:tickRate", "")
        tag, space = attributes.get("xml:lang"), attributes.get("xml:space")
        element = _Element(
            token.name,
            parent.language if tag is None else declared_language(tag),
            parent.keeps_space if space is None else space == "preserve",
            parent.is_metadata or token.name in _METADATA,
        )
        if token.name == "p" and not parent.is_metadata:
            if not self._paragraphs:
                self._count += 1
                self._time, self._seconds = "", None
                self._start()
            self._paragraphs += 1
        elif element.language != parent.language:
            yield from self._ended(parent)
        self._open.append(element)
        if self._paragraphs and not element.is_metadata:
            self._time = self._time or attributes.get("begin", "")
            self._seconds = self._seconds or shown_in_ttml(attributes, *self._rates)
            if token.name == "br":
                self._block.break_line(token.start, token.end - token.start)

    def _closed(self) -> Iterator[Segment]:
        element = self._open.pop()
        is_paragraph = element.name == "p" and not self._open[-1].is_metadata
        if is_paragraph or element.language != self._open[-1].language:
            yield from self._ended(element)
        if is_paragraph:
            self._paragraphs -= 1

    def _start(self) -> None:
        self._block = CollapsingText(self._text, self._places)

    def _ended(self, element: _Element) -> Iterator[Segment]:
        if self._paragraphs:
            segment = self._block.segment(
                Role.CUE,
                locator=locator(str(self._count), self._time),
                language=element.language,
            )
            if segment:
                yield replace(segment, seconds=self._seconds)
        self._start()
