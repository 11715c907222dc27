"""One row of a glossary: a source term, its target, and how binding that target is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How binding a target is, best first.

    Deprecated and forbidden targets are known so that they can be recognised, never proposed.
    """

    PREFERRED = "preferred"
    KEEP_AS_IS = "keep-as-is"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"

    @property
    def usable(self) -> bool:
        """Whether a target of this status may be proposed."""
        return self in (Status.PREFERRED, Status.KEEP_AS_IS, Status.ADMITTED)


STATUSES = {status.value: status for status in Status}
"""The statuses by what glossaries write."""

_RANKS = {status: rank for rank, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A glossary entry; ``file`` and ``row`` (the line in that file, from 1) say where it stands.

    ``source`` is the dictionary form; with an open hyphen ("Bundes-", "-politik") it holds only
    inside compounds, at that end. ``variants`` are other spellings of the source.
    """

    source: str
    target: str
    part_of_speech: str = ""
    gender: str = ""
    status: Status = Status.PREFERRED
    domain: str = ""
    variants: tuple[str, ...] = ()
    note: str = ""
    reference: str = ""
    reviewed: str = ""
    file: str = ""
    row: int = 0

    @property
    def rank(self) -> int:
        """How good the target is among several for the same source; 0 is best."""
        return _RANKS[self.status]
