"""Records of one line each, and where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.formats._mapping import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = re.compile(r"[^\r\n]+|\r\n|\r|\n")
_JSON_WHITE_SPACE: Final = " \t"


class RecordPlaces(Places):
    """Lines and columns of offsets in one line of a file."""

    def __init__(self, offset: int, line: int) -> None:
        """Note where in the file the line begins, and its number."""
        self._offset = offset
        self._line = line

    def of(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset in code points."""
        return self._line, offset - self._offset + 1


def records(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each line that is not empty: its number from 1, its offset, and the line itself."""
    line = 1
    for found in _LINE.finditer(text):
        if found[0][0] in "\r\n":
            line += 1
        elif found[0].strip(_JSON_WHITE_SPACE):
            yield line, found.start(), found[0]
