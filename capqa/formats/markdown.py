"""Markdown as newsrooms write it: text, images and their captions, front matter, HTML, shortcodes.

CommonMark with the tables, strikethrough, task lists, footnotes and definition lists of GitHub,
Hugo and Jekyll. Code is not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.errors import ConflictError, UnreadableError

# The rest is imported where it is used: every format is loaded for every check, whatever it is of.
if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Document, Edit, Segment

SUFFIXES: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
"""The endings of the names of Markdown files."""


def read(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes.

    A segment's text is what readers see, a line that goes on in the next one joined to it; its
    language is set where HTML in the text declares another one than the front matter
    (`Document.language`). A file without text for readers has no segments. Raises UnreadableError
    when the bytes are no text, the front matter is broken, or lists and quotes nest too deep.
    """
    from capqa.files.encoding import decode
    from capqa.formats._cues import document_of
    from capqa.formats._markdown.segments import read_passages

    decoded = decode(data, name)
    if not decoded.text.strip():
        raise UnreadableError(
            "holds nothing but white space", where=name, mend="remove it or restore its text"
        )
    reading = read_passages(decoded.text, name)
    segments = [passage.segment for passage in reading.passages]
    return document_of(name, "markdown", data, decoded, segments, reading.language)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    Marks in a new text are escaped where Markdown would read them as markup, and a text in front
    matter gets quotation marks where YAML asks for them. Raises ConflictError when an edit's old
    text is not what stands there, when two edits overlap, and when markup would be lost;
    CapqaError when the document's encoding lacks a character that cannot be written as a reference.
    """
    from capqa.formats._markdown.segments import read_passages
    from capqa.formats._markdown.writing import Writer
    from capqa.formats._markup_edits import edited

    if not edits:
        return document.data
    passages = read_passages(document.text, document.name).passages

    def attempt(*, escape: bool) -> bytes:
        writer = Writer(document, passages, escape=escape)
        return edited(
            document,
            edits,
            segments=_segments,
            written=writer.written,
            completed=writer.completed,
        )

    try:
        return attempt(escape=False)
    except ConflictError:
        return attempt(escape=True)


def _segments(text: str, name: str) -> Sequence[Segment]:
    from capqa.formats._markdown.segments import read_passages

    return [passage.segment for passage in read_passages(text, name).passages]
