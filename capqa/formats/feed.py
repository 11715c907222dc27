"""RSS and Atom feeds: headlines, texts, and captions and credits of media.

Texts that are HTML, escaped or in CDATA, are read and edited as the HTML format does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.formats._news.documents import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._xml_root import Root
    from capqa.model import Document, Edit

SUFFIXES: tuple[str, ...] = (".rss", ".atom", ".rdf", ".xml")
"""The endings of the names of feeds."""

_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_RDF = ("http://www.w3.org/1999/02/22-rdf-syntax-ns",)
_RSS_IN_RDF = frozenset({"http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"})


def _is_root(root: Root) -> bool:
    if root.name == "rss":
        return True
    # RDF holds much else than feeds.
    return root.is_named(("feed",), _ATOM) or (
        root.is_named(("RDF",), _RDF) and not _RSS_IN_RDF.isdisjoint(root.declared)
    )


_KIND = Kind("feed", "feed", "'rss', 'feed' or an RSS 1.0 'RDF'", _is_root)

recognises = _KIND.recognises


def read(data: bytes, name: str) -> Document:
    """Return the document in a feed's bytes; its language is the one the feed declares.

    Raises UnreadableError when the bytes are no text, no well-formed XML, declare entities of their
    own, or are XML of another kind.
    """
    return _KIND.read(data, name)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    Raises ConflictError when an edit's old text is not what stands there, when two edits overlap,
    and when markup or a link would be lost. A character that the document's encoding lacks is
    written as a reference; where none can stand, in CDATA, CapqaError is raised.
    """
    return _KIND.apply(document, edits)
