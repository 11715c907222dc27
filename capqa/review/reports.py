"""What came of an act on the files, and of what others did meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.model import Action, Segment


@dataclass(frozen=True, slots=True)
class Refusal:
    """A decision that was not written, by the index of its item, and why, in one line."""

    index: int
    reason: str


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a writing did: the files written, how many edits they hold, and what was refused.

    ``refused`` has one line for each file left as it was, and for each replacement left out,
    saying why and how to mend it. ``changed`` are the files left as they were because somebody else
    changed them: `Session.reread` takes them up. ``refusals`` are the replacements left out.
    """

    written: tuple[Path, ...]
    edits: int
    refused: tuple[str, ...]
    changed: tuple[Path, ...] = ()
    refusals: tuple[Refusal, ...] = ()


class Side(StrEnum):
    """Whose text is to stand where a file and a decision disagree."""

    DISK = "disk"
    YOURS = "yours"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A replacement whose words somebody else changed: three texts of one segment.

    ``base`` is what the reviewer saw, ``disk`` what stands in its place now, "" where nothing does,
    ``yours`` is the base with the replacement. ``line`` is that of ``disk`` in the file, from 1, 0
    where there is none.
    """

    index: int
    path: Path
    base: str
    disk: str
    yours: str
    line: int = 0
    segment: Segment | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Reread:
    """A changed file taken up: items by their index.

    ``kept`` were found again, decided as before. ``gone`` were not and need nothing: what stands
    there now is another text, which no replacement is decided for. ``conflicts`` are to be resolved
    by `Session.resolve`; until then they are not written.
    """

    path: Path
    kept: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What somebody else decided on an item, or the same reviewer in another place.

    ``conflict`` says that this reviewer has decided otherwise, ``own`` how; both decisions are
    kept, and ``stands`` tells whether the other one, being the later, is in force.
    """

    index: int
    reviewer: str
    time: str
    action: Action
    text: str
    conflict: bool
    stands: bool
    own: Action | None = None
