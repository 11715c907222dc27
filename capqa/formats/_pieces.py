"""A part of a large file that ends where a line or record ends; a small file is one piece."""

from __future__ import annotations

from typing import NamedTuple

SECTION = 1_000_000
"""How long the sections of a large file are at least, in code points."""


class Piece(NamedTuple):
    """A part of a file's text.

    ``first_line`` is the number of its first line. ``before`` and ``after`` are the line before it
    and the line after it, None at the ends of the file.
    """

    text: str
    first_line: int = 1
    before: str | None = None
    after: str | None = None
