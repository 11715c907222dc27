"""What finding a glossary term in running text yields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from capqa.glossary.entry import Entry
    from capqa.glossary.morphology import Reduction
    from capqa.model import Span


class How(StrEnum):
    """In which way the text spells the term."""

    EXACT = "exact"
    VARIANT = "variant"
    FOLDED = "folded"
    INFLECTED = "inflected"
    COMPOUND = "compound"
    TYPO = "typo"


class CompoundPart(NamedTuple):
    """A part of a compound, linking element and hyphen excluded from ``target``.

    ``entry`` is None for a name or a number, which stays as it is or has an exonym.
    """

    span: Span
    target: str
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found in a text; ``span`` is exact and ``entry`` the best of its source.

    ``others`` are further entries of the same source, best first. ``inflection`` says how the
    word differs from the dictionary form. For a compound, ``entry`` is that of its last part and
    ``parts`` are all of them. ``meant`` is the right spelling of a typo.
    """

    span: Span
    entry: Entry
    how: How
    others: tuple[Entry, ...] = ()
    inflection: Reduction | None = None
    parts: tuple[CompoundPart, ...] = ()
    meant: str = ""

    @property
    def target(self) -> str:
        """The target in its dictionary form, the parts of a compound side by side."""
        return " ".join(part.target for part in self.parts) if self.parts else self.entry.target
