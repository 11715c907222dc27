"""What kind of XML a file is, told from its first bytes: the name of its root element."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NamedTuple

from capqa.formats import _xml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Root(NamedTuple):
    """A root element's name without its prefix, its namespace ("" for none), and the namespaces
    that it declares.
    """

    name: str
    namespace: str
    declared: frozenset[str] = frozenset()

    def is_named(self, names: Collection[str], namespaces: Collection[str]) -> bool:
        """Return whether it has one of these names and one of these namespaces, or none: many
        files declare none. Namespaces are given as they begin: the rest is a version.
        """
        return self.name in names and (
            not self.namespace or any(map(self.namespace.startswith, namespaces))
        )


def root_of(head: bytes) -> Root | None:
    """Return the root element of an XML file with these first bytes, None where there is none.

    Byte-order marks, comments, processing instructions and a document type may stand before it.
    Any encoding without a mark is taken for one that has ASCII in it.
    """
    text = _decoded(head)
    if not text.lstrip().startswith("<"):
        return None
    try:
        tag = next((token for token in _xml.tokens(text) if token.name), None)
    except ValueError:  # cut off amid a comment
        return None
    return _root(tag) if tag else None


def root_in(tokens: Iterable[_xml.Token]) -> Root:
    """Return the root element of a well-formed document."""
    return _root(next(token for token in tokens if token.name))


def _decoded(head: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore")
    return head.decode("latin-1")


def _root(tag: _xml.Token) -> Root:
    attributes = tag.attributes()
    own = f"xmlns:{tag.prefix}" if tag.prefix else "xmlns"
    declared = frozenset(
        value.strip() for key, value in attributes.items() if key.partition(":")[0] == "xmlns"
    )
    return Root(tag.name, attributes.get(own, "").strip(), declared)
