"""Documents of the JSON formats, which differ in which of their strings they read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.formats._cues import document_of
from capqa.formats._json.decoding import decoded_json
from capqa.formats._json.writing import writer
from capqa.formats._nesting import edited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from capqa.formats._json.reading import ReadString
    from capqa.model import Document, Edit, Segment


def document(
    format_name: str,
    data: bytes,
    name: str,
    strings: Callable[[str, str], Iterable[ReadString]],
    configuration: object = None,
) -> Document:
    """Return the document in a file's bytes; ``strings`` reads those of a text (and a name).

    Its language is what all its segments declare. Raises UnreadableError when the bytes are no
    text, or ``strings`` does.
    """
    decoded = decoded_json(data, name)
    segments = segments_of(strings(decoded.text, name))
    languages = {segment.language for segment in segments}
    language = languages.pop() if len(languages) == 1 else None
    made = document_of(name, format_name, data, decoded, segments, language)
    return replace(made, configuration=configuration)


def applied(
    document: Document,
    edits: Sequence[Edit],
    strings: Callable[[str, str], Iterable[ReadString]],
) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    Raises ConflictError when an edit's old text is not what stands there, when two edits overlap,
    and when the file would be read as other words than meant.
    """
    if not edits:
        return document.data
    read = list(strings(document.text, document.name))
    places = [(string.start, string.end) for string in read]
    return edited(
        document,
        edits,
        segments=lambda text, name: segments_of(strings(text, name)),
        written=writer(document.text, places, document.encoding),
        pages=[string.page for string in read if string.page],
    )


def segments_of(strings: Iterable[ReadString]) -> list[Segment]:
    """Return the segments of strings in order, without neighbours."""
    return [segment for string in strings for segment in string.segments]
