"""CSV and TSV: the cells of a table that are text for readers, each edited in place.

Columns with a well-known name for such text are read, those that ``[format.csv]`` names, or, where
neither is there, each cell that looks like text. A glossary of terms is no document: it has no
segments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.errors import UnreadableError
from capqa.formats._lines import SECTION

# The rest is imported where it is used: every format is loaded for every check, whatever it is of.
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import BinaryIO

    from capqa.formats._csv.configuration import Configuration
    from capqa.model import Document, Edit, Segment

SUFFIXES: tuple[str, ...] = (".csv", ".tsv", ".tab")
"""The endings of the names of tables."""


def configured(options: Mapping[str, object], where: str) -> Configuration:
    """Return how tables are read: ``columns`` (name or number and role), ``delimiter``, ``header``,
    ``language-column`` and ``quotes``.

    Raises ConfigurationError for what cannot be.
    """
    from capqa.formats._csv.configuration import configuration_of

    return configuration_of(options, where)


def read(data: bytes, name: str, configuration: Configuration | None = None) -> Document:
    """Return the document in a file's bytes.

    A segment is a cell; its language is what its column's name or the row's language column says.
    Raises UnreadableError when the bytes are no text, a quotation mark is never closed, or a
    configured column is missing.
    """
    from dataclasses import replace

    from capqa.files.encoding import decode
    from capqa.formats._csv.configuration import Configuration
    from capqa.formats._csv.table import read_table
    from capqa.formats._cues import document_of

    decoded = decode(data, name)
    if not decoded.text.strip():
        raise UnreadableError(
            "holds nothing but white space", where=name, mend="remove it or restore its text"
        )
    table = read_table(decoded.text, name, configuration or Configuration())
    segments = [each.segment for each in table.cells]
    document = document_of(name, "csv", data, decoded, segments)
    return replace(document, configuration=configuration)


def sections(
    stream: BinaryIO,
    name: str,
    configuration: Configuration | None = None,
    *,
    least: int = SECTION,
) -> Iterator[Document]:
    """Yield the document in a large file in sections, each of ``least`` code points or more.

    Raises UnreadableError as `read` does, midway where the table is broken there.
    """
    from capqa.formats._csv.configuration import Configuration
    from capqa.formats._csv.sections import table_sections

    return table_sections(stream, name, configuration or Configuration(), configuration, least)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    A cell keeps its quotation marks, and gets some where the new text needs them. Raises
    ConflictError when an edit's old text is not what stands there, when two edits overlap, and when
    a cell would come to begin like a formula; CapqaError when the document's encoding lacks a
    character of the new text.
    """
    from capqa.formats._csv.configuration import Configuration
    from capqa.formats._csv.table import read_table
    from capqa.formats._csv.writing import Writer
    from capqa.formats._markup_edits import edited

    if not edits:
        return document.data
    told = document.configuration
    assert told is None or isinstance(told, Configuration)
    told = told or Configuration()
    table = read_table(document.text, document.name, told)
    writer = Writer(document, [each.cell for each in table.cells], table.dialect)

    def segments(text: str, name: str) -> Sequence[Segment]:
        return [each.segment for each in read_table(text, name, told).cells]

    return edited(
        document,
        edits,
        segments=segments,
        written=writer.written,
        completed=writer.completed,
    )
