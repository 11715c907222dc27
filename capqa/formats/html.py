"""HTML pages: captions, alternative texts, headlines, metadata and text, edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.errors import ConflictError, UnreadableError
from capqa.model import Document

# The rest is imported where it is used: every format is loaded for every check, whatever it is of.
if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._html.page import Page
    from capqa.model import Edit, Segment, Span

SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml", ".xht", ".shtml")
"""The endings of the names of HTML files."""


def read(data: bytes, name: str) -> Document:
    """Return the document in a page's bytes.

    A segment's text is what readers see, with references decoded and white space collapsed; its
    language is set where the source declares another one than the page's (`Document.language`).
    A page without text for readers, such as a redirect, has no segments. Raises UnreadableError
    when the bytes are no text, or hold white space alone.
    """
    from capqa.formats._html.declared_encoding import decoded_page
    from capqa.formats._html.segments import segments_of

    decoded = decoded_page(data, name)
    if not decoded.text.strip():
        raise UnreadableError(
            "holds nothing but white space", where=name, mend="remove it or restore its text"
        )
    page = _page(decoded.text, name)
    return Document(
        name=name,
        format="html",
        data=data,
        text=decoded.text,
        encoding=decoded.encoding,
        byte_order_mark=decoded.byte_order_mark,
        segments=segments_of(decoded.text, page.passages),
        language=page.language,
    )


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    An edit across tags keeps the tags: its text goes into the first piece. Characters that the
    document's encoding lacks are written as references. Raises ConflictError when an edit's old
    text is not what stands there, when two edits overlap, when an edit would leave a link without
    its text, and when the page would then read otherwise than meant.
    """
    from capqa.formats._html.verification import expected_texts
    from capqa.formats._html.writing import replacements
    from capqa.formats._splicing import spliced

    if not edits:
        return document.data
    passages = _page(document.text, document.name).passages
    data = spliced(document, replacements(document, passages, edits))
    expected = expected_texts([passage.text for passage in passages], edits, document)
    if not _reads_as(expected, data, document):
        raise ConflictError(
            "the page would not read as meant with the new text",
            where=document.name,
            mend="edit the page by hand, or choose other words",
        )
    return data


def mark_language(document: Document, segment: Segment, span: Span, language: str) -> bytes:
    """Return the document's bytes with a span of a segment marked as being in a language.

    Raises ConflictError where HTML has no place for that, such as an attribute.
    """
    from capqa.formats._html.marking import marked

    return marked(document, segment, span, language, read)


def _reads_as(expected: Sequence[str], data: bytes, document: Document) -> bool:
    try:
        after = read(data, document.name)
    except UnreadableError:
        return False
    found = [segment.text for segment in after.segments]
    # Without its last umlaut a page may be told to be in another encoding that reads the same.
    meant = data[len(document.byte_order_mark) :].decode(document.encoding)
    return found == expected and after.text == meant


def _page(source: str, name: str) -> Page:
    from capqa.formats._html.page import read_page

    is_xml = name.lower().endswith((".xhtml", ".xht")) or source.lstrip().startswith("<?xml")
    return read_page(source, xml=is_xml)
