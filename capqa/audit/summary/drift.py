"""Whether findings become more or fewer over the months, beyond what chance explains."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from capqa.audit.summary.content import Drift

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from capqa.audit.tallies import Cell

_LATELY: Final = 3
_BEFORE: Final = 12
_Z: Final = 1.96
_FEWEST_TEXTS: Final = 100


def interval(flagged: int, texts: int) -> tuple[float, float]:
    """Return the 95 % interval of a share, by Wilson.

    >>> [round(bound, 3) for bound in interval(5, 100)]
    [0.022, 0.112]
    """
    if not texts:
        return 0.0, 1.0
    share, square = flagged / texts, _Z * _Z
    middle = share + square / (2 * texts)
    width = _Z * sqrt(share * (1 - share) / texts + square / (4 * texts * texts))
    scale = 1 + square / texts
    return max(0.0, (middle - width) / scale), min(1.0, (middle + width) / scale)


def drift_of(months: Mapping[str, Cell]) -> Drift:
    """Return how the last three months with texts compare to the twelve before them."""
    known = [(month, cell) for month, cell in sorted(months.items()) if month and cell.texts]
    lately, before = known[-_LATELY:], known[-_LATELY - _BEFORE : -_LATELY]
    if not before:
        return Drift("unknown")
    flagged, texts = _sums([cell for _, cell in lately])
    flagged_before, texts_before = _sums([cell for _, cell in before])
    drift = Drift(
        "steady",
        (lately[0][0], lately[-1][0]),
        (before[0][0], before[-1][0]),
        flagged / texts,
        flagged_before / texts_before,
    )
    if min(texts, texts_before) < _FEWEST_TEXTS:
        drift.change = "unknown"
        return drift
    # Newcombe: the interval of a difference from those of the two shares.
    low, high = interval(flagged, texts)
    low_before, high_before = interval(flagged_before, texts_before)
    difference = drift.rate_lately - drift.rate_before
    below = sqrt((drift.rate_lately - low) ** 2 + (high_before - drift.rate_before) ** 2)
    above = sqrt((high - drift.rate_lately) ** 2 + (drift.rate_before - low_before) ** 2)
    if difference - below > 0:
        drift.change = "rose"
    elif difference + above < 0:
        drift.change = "fell"
    return drift


def _sums(cells: Sequence[Cell]) -> tuple[int, int]:
    return sum(cell.flagged for cell in cells), sum(cell.texts for cell in cells)
