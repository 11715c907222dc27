"""What findings are picked by: criteria, and the facets they are of; without a screen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import compress
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from capqa.language_names import language_name
from capqa.review.items import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from capqa.review.items import ReviewItem


class Facet(StrEnum):
    """A side of findings that they can be picked by."""

    STATE = "state"
    CONFIDENCE = "confidence"
    RULE = "rule"
    LANGUAGE = "language"
    ROLE = "role"
    FILE = "file"


BANDS: Final[Mapping[str, float]] = MappingProxyType(
    {"99 %+": 0.99, "95-99 %": 0.95, "90-95 %": 0.90, "below 90 %": float("-inf")}
)
"""The bands of confidence by name, the surest first, with the least confidence in each."""

Columns: TypeAlias = "Mapping[Facet, Sequence[str]]"
"""The value of each item in each facet, items by their index."""

_NOTHING: Final[Mapping[Facet, frozenset[str]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Criteria:
    """What findings must have to be shown.

    They must hold the words of ``text``, and in each facet with chosen values have one of them.
    """

    text: str = ""
    chosen: Mapping[Facet, frozenset[str]] = field(default_factory=lambda: _NOTHING)

    def __bool__(self) -> bool:
        """Return whether there is anything that findings must have."""
        return bool(self.text.strip() or self.chosen)

    def has(self, facet: Facet, value: str) -> bool:
        """Return whether a value is chosen."""
        return value in self.chosen.get(facet, ())

    def toggled(self, facet: Facet, value: str) -> Criteria:
        """Return the same with a value chosen, or not any longer if it was."""
        values = self.chosen.get(facet, frozenset()) ^ {value}
        chosen = {each: self.chosen[each] for each in self.chosen if each is not facet}
        if values:
            chosen[facet] = values
        return replace(self, chosen=chosen)

    def searching(self, text: str) -> Criteria:
        """Return the same with other words to hold."""
        return replace(self, text=text)

    def unfiltered(self) -> Criteria:
        """Return the same with no value chosen."""
        return replace(self, chosen=_NOTHING)


def band(confidence: float) -> str:
    """Return the name of the band a confidence lies in; what is no number counts as the least."""
    return next((name for name, least in BANDS.items() if confidence >= least), [*BANDS][-1])


def values_of(item: ReviewItem) -> Mapping[Facet, str]:
    """Return the values of an item in all facets but its state, which changes."""
    finding = item.finding
    return {
        Facet.CONFIDENCE: band(finding.confidence),
        Facet.RULE: finding.rule,
        Facet.LANGUAGE: finding.language,
        Facet.ROLE: finding.segment.role.value,
        Facet.FILE: finding.document,
    }


def picked(columns: Columns, chosen: Mapping[Facet, frozenset[str]], found: bytes) -> bytes:
    """Return which items have the values chosen, a byte each, of those ``found``; 1 or 0."""
    return _both([found, *_masks(columns, chosen).values()])


def value_counts(
    columns: Columns, chosen: Mapping[Facet, frozenset[str]], found: bytes
) -> Mapping[Facet, Mapping[str, int]]:
    """Return how many of the items ``found`` have each value.

    In each facet those are counted that have what is chosen in the others: as many as choosing the
    value alone there would show. Values that none of these have are counted as well, as 0.
    """
    masks = _masks(columns, chosen)
    counts: dict[Facet, Mapping[str, int]] = {}
    of_all = _both([found, *masks.values()])
    for facet, column in columns.items():
        others = of_all
        if facet in masks:
            others = _both([found, *(masks[each] for each in masks if each is not facet)])
        counts[facet] = Counter(dict.fromkeys(column, 0))
        counts[facet].update(compress(column, others))  # type: ignore[attr-defined]
    return counts


def ordered(facet: Facet, counts: Mapping[str, int]) -> list[str]:
    """Return the values of a facet in the order to list them in."""
    if facet is Facet.STATE:
        return [state.value for state in State if state.value in counts]
    if facet is Facet.CONFIDENCE:
        return [name for name in BANDS if name in counts]
    if facet is Facet.FILE:
        return sorted(counts)
    return sorted(counts, key=lambda value: (-counts[value], value))


def label(facet: Facet, value: str) -> str:
    """Return how a value is called."""
    return language_name(value) if facet is Facet.LANGUAGE else value


def _masks(columns: Columns, chosen: Mapping[Facet, frozenset[str]]) -> dict[Facet, bytes]:
    return {
        facet: bytes(map(values.__contains__, columns[facet])) for facet, values in chosen.items()
    }


def _both(masks: Iterable[bytes]) -> bytes:
    """Return 1 where all masks are, of the same length; as one number they are quick to combine."""
    first, *others = masks
    combined = int.from_bytes(first, "big")
    for mask in others:
        combined &= int.from_bytes(mask, "big")
    return combined.to_bytes(len(first), "big")
