"""What the figures mean: precision, recall, F1, thresholds, span overlap, calibration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Counts:
    """Lines (or characters) flagged rightly, flagged wrongly, missed and rightly left alone."""

    hits: int = 0
    false_alarms: int = 0
    misses: int = 0
    passed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was flagged that had to be; 1 where nothing was flagged."""
        flagged = self.hits + self.false_alarms
        return self.hits / flagged if flagged else 1.0

    @property
    def recall(self) -> float:
        """The share of what had to be flagged that was; 1 where nothing had to be."""
        wanted = self.hits + self.misses
        return self.hits / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.hits + self.false_alarms + self.misses
        return 2 * self.hits / total if total else 1.0

    def false_alarms_per(self, lines: int) -> float:
        """Return the false alarms among so many lines that must not be flagged."""
        clean = self.false_alarms + self.passed
        return lines * self.false_alarms / clean if clean else 0.0


def count(flags: Iterable[bool], scores: Iterable[float], threshold: float) -> Counts:
    """Return how lines fare when those that score at least the threshold are flagged."""
    hits = false_alarms = misses = passed = 0
    for flag, score in zip(flags, scores, strict=True):
        flagged = score >= threshold
        hits += flag and flagged
        misses += flag and not flagged
        false_alarms += flagged and not flag
        passed += not flag and not flagged
    return Counts(hits, false_alarms, misses, passed)


def best_threshold(flags: Sequence[bool], scores: Sequence[float]) -> float:
    """Return the threshold above 0 with the highest F1, the highest such threshold if several."""
    wanted = sum(flags)
    best, best_f1 = 1.0, -1.0
    hits = false_alarms = 0
    ranked = sorted(zip(scores, flags, strict=True), reverse=True)
    for index, (score, flag) in enumerate(ranked):
        if score <= 0:
            break
        hits += flag
        false_alarms += not flag
        if index + 1 < len(ranked) and ranked[index + 1][0] == score:
            continue
        f1 = 2 * hits / (hits + false_alarms + wanted)
        if f1 > best_f1:
            best, best_f1 = score, f1
    return best


def letters(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the offsets of the letters and digits that the half-open spans cover.

    Brackets, separators and spaces are nobody's: whether a span takes them is a matter of taste.
    """
    return {
        offset for start, end in spans for offset in range(start, end) if text[offset].isalnum()
    }


def overlap(text: str, wanted: set[int], found: set[int]) -> Counts:
    """Return how the letters found compare with those wanted."""
    everything = sum(character.isalnum() for character in text)
    hits = len(wanted & found)
    false_alarms, misses = len(found - wanted), len(wanted - found)
    return Counts(hits, false_alarms, misses, everything - hits - false_alarms - misses)


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum."""
    rows = list(counts)
    return Counts(
        sum(row.hits for row in rows),
        sum(row.false_alarms for row in rows),
        sum(row.misses for row in rows),
        sum(row.passed for row in rows),
    )


@dataclass(frozen=True, slots=True)
class Bin:
    """The lines whose confidence lies in one tenth, and the share that had to be flagged."""

    low: float
    lines: int
    mean_confidence: float
    share_flagged: float


def reliability(flags: Sequence[bool], scores: Sequence[float], bins: int = 10) -> list[Bin]:
    """Return the bins that hold lines, lowest confidence first."""
    table: list[Bin] = []
    for index in range(bins):
        inside = [
            (score, flag)
            for score, flag in zip(scores, flags, strict=True)
            if min(int(score * bins), bins - 1) == index
        ]
        if inside:
            mean = sum(score for score, _ in inside) / len(inside)
            share = sum(flag for _, flag in inside) / len(inside)
            table.append(Bin(index / bins, len(inside), mean, share))
    return table


def calibration_error(bins: Iterable[Bin]) -> float:
    """Return the expected calibration error: the mean gap of the bins, weighted by their lines."""
    rows = list(bins)
    lines = sum(row.lines for row in rows)
    gap = sum(row.lines * abs(row.mean_confidence - row.share_flagged) for row in rows)
    return gap / lines if lines else 0.0
