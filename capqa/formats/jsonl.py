"""JSON lines: one record in JSON a line, read as the JSON format reads a file.

``[format.jsonl]`` of the settings takes what ``[format.json]`` does; paths begin at the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from capqa.errors import UnreadableError
from capqa.formats._lines import SECTION, Piece

# The rest is imported where it is used: every format is loaded for every check, whatever it is of.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import BinaryIO

    from capqa.formats._json.reading import ReadString
    from capqa.formats._json.selection import Selection
    from capqa.model import Document, Edit, Segment

SUFFIXES: tuple[str, ...] = (".jsonl", ".ndjson")
"""The endings of the names of files with one record a line."""


def configured(options: Mapping[str, object], where: str) -> object:
    """Return the selection that ``[format.jsonl]`` describes, to be given to `read`.

    Raises ConfigurationError for an option that does not exist, a path that is no JSON pointer and
    a role that is none.
    """
    from capqa.formats._json.paths import configured_paths

    return configured_paths(options, where, "format.jsonl")


def read(data: bytes, name: str, configuration: object = None) -> Document:
    """Return the document in a file's bytes; empty lines are passed over.

    The locator is the line's number and the JSON pointer within its record: "line 12 /caption".
    Raises UnreadableError when the bytes are no text, hold white space alone, or a line is no JSON.
    """
    from capqa.formats._json.documents import document

    return document("jsonl", data, name, _strings(configuration), configuration)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    Raises ConflictError as the JSON format does.
    """
    from capqa.formats._json.documents import applied

    return applied(document, edits, _strings(document.configuration))


def sections(
    stream: BinaryIO, name: str, configuration: object = None, *, least: int = SECTION
) -> Iterator[Document]:
    """Yield the document in a large file in sections, each of ``least`` code points or more.

    Raises UnreadableError as `read` does, midway where a line is broken.
    """
    from capqa.formats._json.documents import segments_of
    from capqa.formats._neighbours import with_neighbours
    from capqa.formats._sections import in_sections

    def segments(piece: Piece) -> Sequence[Segment]:
        return with_neighbours(segments_of(_piece_strings(piece, name, configuration)))

    return in_sections(
        stream,
        name,
        format_name="jsonl",
        segments_of=segments,
        least=least,
        configuration=configuration,
    )


def is_content(head: bytes, configuration: object = None) -> bool:
    """Return whether a file found in a folder, not named by anyone, holds texts for readers.

    As the JSON format's, of the records in the first bytes.
    """
    from capqa.formats._json.content import holds_news

    return configuration is not None or holds_news(head)


def record_strings(
    record: str, offset: int, line: int, name: str, configuration: object = None
) -> Iterator[ReadString]:
    """Yield the strings that are read of one record, in order; see `read_strings`.

    ``record`` is a line without its line break, which stands at ``offset`` in the file and is line
    ``line`` of it, from 1. Raises UnreadableError, with the line, when it is no JSON.
    """
    from capqa.formats._json.keys import WellKnownKeys
    from capqa.formats._json.reading import read_strings
    from capqa.formats._json.records import RecordPlaces

    selection = cast("Selection", configuration) if configuration else WellKnownKeys()
    places = RecordPlaces(offset, line)
    return read_strings(record, name, selection, places, offset=offset, record=f"line {line}")


def _strings(configuration: object) -> Callable[[str, str], Iterator[ReadString]]:
    return lambda text, name: _records(text, name, configuration)


def _piece_strings(piece: Piece, name: str, configuration: object) -> Iterator[ReadString]:
    from capqa.formats._json.records import records

    before = piece.first_line - 1
    for line, offset, record in records(piece.text):
        yield from record_strings(record, offset, before + line, name, configuration)


def _records(text: str, name: str, configuration: object) -> Iterator[ReadString]:
    yield from _piece_strings(Piece(text), name, configuration)
    if not text.strip():
        raise UnreadableError(
            "holds nothing but white space", where=name, mend="remove it or restore its records"
        )
