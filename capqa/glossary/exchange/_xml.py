"""XML as TBX and TMX need it: entry by entry, with line numbers, nothing fetched or expanded."""

from __future__ import annotations

import io
import xml.sax.handler
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

import defusedxml.sax
from defusedxml.common import DefusedXmlException

from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from xml.sax.xmlreader import AttributesImpl, Locator

DEEPEST = 50
"""How deep elements may be nested: formats for terms need a dozen levels."""

_REFERENCES = {"\r": "&#13;"}


@dataclass(slots=True)
class Element:
    """An element by its name without prefix, with the line its tag ends in, from 1."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    pieces: list[str | Element] = field(default_factory=list)

    def each(self, *names: str) -> Iterator[Element]:
        """Yield the children of these names, in order."""
        return (child for child in self.children if child.name in names)

    def text(self, without: Collection[str] = ()) -> str:
        """Return all text in the element, except inside elements of the names ``without``."""
        found = []
        for piece in self.pieces:
            if isinstance(piece, str):
                found.append(piece)
            elif piece.name not in without:
                found.append(piece.text(without))
        return "".join(found)


def parse(
    data: bytes, name: str, entry_names: Collection[str], take: Callable[[Element], None]
) -> Element:
    """Hand each element of these names to ``take`` when it ends; return the root without them.

    A document type may be stated, but nothing outside is read. Raises ConfigurationError, with the
    line, for entities, for what is no well-formed XML, and for elements nested too deep.
    """
    handler = _Handler(name, entry_names, take)
    try:
        parser = defusedxml.sax.make_parser()
        parser.forbid_entities = True
        # Many files name a document type. It is not fetched: the parser is told not to, below.
        parser.forbid_external = False
        parser.setFeature(xml.sax.handler.feature_external_ges, False)
        parser.setFeature(xml.sax.handler.feature_external_pes, False)
        parser.setContentHandler(handler)
        parser.parse(io.BytesIO(data))
    except xml.sax.SAXParseException as error:
        where = f"{name}:{error.getLineNumber() or 1}"
        what = f"not well-formed XML: {error.getMessage()}"
        raise ConfigurationError(what, where=where, mend="export it again") from error
    except DefusedXmlException as error:
        raise ConfigurationError(
            "declares XML entities, which could hide or multiply text",
            where=f"{name}:{handler.line()}",
            mend="remove the declarations, or export it again",
        ) from error
    except (ValueError, LookupError) as error:
        what = f"its encoding cannot be read: {error}"
        raise ConfigurationError(what, where=name, mend="save it as UTF-8") from error
    assert handler.root is not None
    return handler.root


def begins_with(data: bytes, *names: str) -> bool:
    """Return whether the first element of a file has one of these names."""
    head = data[:10_000].replace(b"\0", b"")
    while True:
        start = head.find(b"<")
        if start < 0:
            return False
        head = head[start + 1 :]
        if head[:3] == b"!--":
            head = head.partition(b"-->")[2]
        elif head[:1] not in b"?!":
            tag = head[:100].decode("utf-8", "replace")
            found = tag.replace("/", " ").replace(">", " ").split()[:1]
            return bool(found) and found[0].rpartition(":")[2].lower() in names


def element(name: str, attributes: Mapping[str, str], text: str) -> str:
    """Return an element with its text, escaped."""
    return f"{opening(name, attributes)}{escape(text, _REFERENCES)}</{name}>"


def opening(name: str, attributes: Mapping[str, str]) -> str:
    """Return a start tag, its attributes escaped."""
    return f"<{name}{''.join(f' {key}={quoteattr(value)}' for key, value in attributes.items())}>"


class _Handler(xml.sax.handler.ContentHandler):
    def __init__(
        self, name: str, entry_names: Collection[str], take: Callable[[Element], None]
    ) -> None:
        super().__init__()
        self.root: Element | None = None
        self._name = name
        self._entry_names = entry_names
        self._take = take
        self._open: list[Element] = []
        self._locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - the interface's name
        self._locator = locator

    def line(self) -> int:
        return (self._locator.getLineNumber() if self._locator else None) or 1

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - likewise
        if len(self._open) == DEEPEST:
            what = f"elements nested more than {DEEPEST} deep"
            where = f"{self._name}:{self.line()}"
            raise ConfigurationError(what, where=where, mend="export it again")
        attributes = {_local(key): value for key, value in attrs.items()}
        found = Element(_local(name), attributes, self.line())
        if self.root is None:
            self.root = found
        self._open.append(found)

    def endElement(self, name: str) -> None:  # noqa: N802 - likewise
        ended = self._open.pop()
        if ended.name in self._entry_names:
            self._take(ended)
        elif self._open:
            self._open[-1].children.append(ended)
            self._open[-1].pieces.append(ended)

    def skippedEntity(self, name: str) -> None:  # noqa: N802 - likewise
        raise ConfigurationError(
            f"an entity that XML itself does not define: &{name};",
            where=f"{self._name}:{self.line()}",
            mend="write the character itself",
        )

    def characters(self, content: str) -> None:
        self._open[-1].pieces.append(content)


def _local(name: str) -> str:
    return name.rpartition(":")[2]
