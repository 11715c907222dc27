"""NewsML-G2: headlines, captions, credits and texts of news, pictures, packages and concepts.

News that is in the file itself is read too: as NITF, XHTML, HTML or plain text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.formats._news.documents import Kind
from capqa.formats._news.newsml_g2 import ITEMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._xml_root import Root
    from capqa.model import Document, Edit

SUFFIXES: tuple[str, ...] = (".newsml", ".g2", ".nar", ".xml")
"""The endings of the names of NewsML-G2 files."""

_NAMES = ITEMS | {"newsMessage"}


def _is_root(root: Root) -> bool:
    return root.is_named(_NAMES, ("http://iptc.org/std/nar/",))


_KIND = Kind("newsml", "NewsML-G2", "'newsItem', 'newsMessage' or the like", _is_root)

recognises = _KIND.recognises


def read(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes; one that only points at its content may have no
    segments.

    Its language is that of all its items where they agree, else None. Raises UnreadableError when
    the bytes are no text, no well-formed XML, declare entities of their own, or are XML of another
    kind.
    """
    return _KIND.read(data, name)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    Raises ConflictError when an edit's old text is not what stands there, when two edits overlap,
    and when markup would be lost. A character that the document's encoding lacks is written as a
    reference; where none can stand, in CDATA, CapqaError is raised.
    """
    return _KIND.apply(document, edits)
