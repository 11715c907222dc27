"""A large table in sections, each of whole rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.errors import UnreadableError
from capqa.formats._csv.dialect import stated_delimiter
from capqa.formats._csv.rows import UnclosedQuoteError, rows
from capqa.formats._csv.table import LOOKED_AT, TableReader
from capqa.formats._neighbours import with_neighbours
from capqa.formats._sections import in_sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from capqa.formats._csv.configuration import Configuration
    from capqa.formats._lines import Piece
    from capqa.model import Document, Segment

_LINE_BREAK: Final = re.compile(r"\r\n|\r|\n")
_LONGEST_ROW: Final = 32_000_000
"""How many code points without the end of a row are read before a mark must be unclosed."""


def table_sections(
    stream: BinaryIO, name: str, told: Configuration, configuration: object, least: int
) -> Iterator[Document]:
    """Yield a table's sections; see `in_sections`."""
    reader = TableReader(name, told)

    def cut(text: str) -> int:
        end = line = count = 0
        # The first rows together tell what the columns are.
        least_rows = 0 if reader.has_begun else LOOKED_AT
        if len(_LINE_BREAK.findall(text)) >= least_rows:
            dialect = reader.dialect_of(text)
            try:
                for row in rows(
                    text, dialect, 0 if reader.has_begun else stated_delimiter(text)[1]
                ):
                    # The last row may go on, and a CR at the very end may be half of a line end.
                    if row.end < len(text) or text.endswith("\n"):
                        end, line, count = row.end, row.line, count + 1
            except UnclosedQuoteError:
                pass
        if count < least_rows:
            end = 0
        if not end and len(text) > _LONGEST_ROW:
            raise UnreadableError(
                f"has a row of more than {_LONGEST_ROW:,} characters (line {line} of a section)",
                where=name,
                mend="close its quotation mark",
            )
        return end

    def segments(piece: Piece) -> Sequence[Segment]:
        return with_neighbours([each.segment for each in reader.read(piece.text, piece.first_line)])

    return in_sections(
        stream,
        name,
        format_name="csv",
        segments_of=segments,
        cut=cut,
        least=least,
        configuration=configuration,
    )
