"""IPTC ninjs, news in JSON (1.x, 2.x, 3.x): headlines, captions, bodies and credits of an item and
of the pictures and texts associated with it.

Text for editors (``ednote``, ``slugline``) and names of things (``place``, ``subject``) are not
read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

# The rest is imported where it is used: every format is loaded for every check, whatever it is of.
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.formats._json.reading import ReadString
    from capqa.model import Document, Edit

SUFFIXES: tuple[str, ...] = (".json", ".ninjs")
"""The endings of the names of ninjs files."""


def recognises(head: bytes) -> bool:
    """Return whether a JSON file that begins so is ninjs: it says so, or has the members of an item
    in ninjs.
    """
    from capqa.formats._json.ninjs_items import is_ninjs

    return is_ninjs(head)


def read(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes; one item, or an array of them.

    The locator is the JSON pointer; a segment's language is what the item around it declares.
    Raises UnreadableError when the bytes are no text or no JSON.
    """
    from capqa.formats._json.documents import document

    return document("ninjs", data, name, _strings)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    Raises ConflictError as the JSON format does.
    """
    from capqa.formats._json.documents import applied

    return applied(document, edits, _strings)


def _strings(text: str, name: str) -> Iterator[ReadString]:
    from capqa.formats._json.ninjs_items import NinjsItems
    from capqa.formats._json.reading import read_strings
    from capqa.formats._mapping import Places

    return read_strings(text, name, NinjsItems(), Places(text))
