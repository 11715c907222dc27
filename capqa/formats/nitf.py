"""NITF: headlines, paragraphs, captions, credits and alternative texts of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.formats._news.documents import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._xml_root import Root
    from capqa.model import Document, Edit

SUFFIXES: tuple[str, ...] = (".nitf", ".xml")
"""The endings of the names of NITF files."""


def _is_root(root: Root) -> bool:
    return root.is_named(("nitf",), ("http://iptc.org/std/NITF/",))


_KIND = Kind("nitf", "NITF", "'nitf'", _is_root)

recognises = _KIND.recognises


def read(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes.

    Raises UnreadableError when the bytes are no text, no well-formed XML, declare entities of their
    own, or are XML of another kind.
    """
    return _KIND.read(data, name)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    Raises ConflictError when an edit's old text is not what stands there, when two edits overlap,
    and when markup would be lost. A character that the document's encoding lacks is written as a
    reference; where none can stand, in CDATA, CapqaError is raised.
    """
    return _KIND.apply(document, edits)
