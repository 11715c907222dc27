"""An entry that a glossary may lack, and what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from capqa.glossary.entry import Status
from capqa.glossary.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_EXAMPLES = 3
"""The examples kept of a candidate."""


@dataclass(frozen=True, slots=True)
class Example:
    """Where a candidate was met: ``line`` from 1, or 0 where it is not known.

    ``written`` is what a reviewer made of the text, "" where nobody has.
    """

    path: str
    line: int
    text: str
    written: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source in the form met; ``target`` is "" where nobody has translated it.

    ``edits`` counts the edits that gave it this target, ``seen`` how often it stands in pages as a
    word nobody knows. ``replaced`` is what was proposed for it instead, by how often.
    """

    source: str
    target: str
    language: str
    edits: int = 0
    seen: int = 0
    replaced: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()

    @property
    def count(self) -> int:
        """How often anything speaks for it."""
        return self.edits + self.seen

    @property
    def status(self) -> Status:
        """The status its entry should have."""
        same = self.target.casefold() == self.source.casefold()
        return Status.KEEP_AS_IS if same else Status.PREFERRED


def ranked(candidates: Iterable[Candidate], least_count: int) -> list[Candidate]:
    """Return the candidates met often enough, most useful first: often met, then translated."""
    wanted = [candidate for candidate in candidates if candidate.count >= least_count]
    return sorted(
        wanted,
        key=lambda each: (-each.count, -each.edits, fold(each.source), each.source, each.target),
    )
