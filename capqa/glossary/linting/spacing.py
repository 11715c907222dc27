"""The white space a field should have: single spaces between words."""

from __future__ import annotations

_PROSE = frozenset({"note", "reference"})


def spaced(column: str, field: str) -> str:
    """Return a field with single spaces, the lines of a note kept apart.

    >>> spaced("target", " civil  war ")
    'civil war'
    """
    if column in _PROSE and "\n" in field:
        return "\n".join(" ".join(line.split()) for line in field.strip().split("\n"))
    return " ".join(field.split())
