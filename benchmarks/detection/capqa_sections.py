"""What is measured of capqa alone: false alarms, spans, calibration, rough writing, repeatability.

Each section takes the threshold and capqa's answers to the lines it names, and returns text.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from benchmarks.detection import measures
from benchmarks.detection.perturbations import PERTURBATIONS
from benchmarks.detection.table import table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.detection.peers import Answer
    from benchmarks.detection.sets import Line, MixedLine


def clean_english(lines: Sequence[Line], answers: Sequence[Answer], threshold: float) -> str:
    """Return the false alarms in 2,000 segments of clean English, by source."""
    rows = []
    for kind in [*dict.fromkeys(line.kind for line in lines), "all"]:
        scores = [
            answer.score
            for line, answer in zip(lines, answers, strict=True)
            if kind in (line.kind, "all")
        ]
        counts = measures.count([False] * len(scores), scores, threshold)
        per = f"{counts.false_alarms_per(2000):.1f}"
        rows.append([kind, str(len(scores)), str(counts.false_alarms), per])
    return table(["clean English", "segments", "false alarms", "per 2,000"], rows)


def found_spans(answer: Answer, threshold: float) -> list[tuple[int, int]]:
    """Return the spans whose confidence reaches the threshold."""
    return [(span.start, span.end) for span in answer.spans if span.confidence >= threshold]


def is_exact(line: MixedLine, answer: Answer, threshold: float) -> bool:
    """Return whether the spans found cover the letters wanted and no others."""
    found = measures.letters(line.text, found_spans(answer, threshold))
    return found == measures.letters(line.text, line.spans)


def spans(lines: Sequence[MixedLine], answers: Sequence[Answer], threshold: float) -> str:
    """Return how well the spans in mixed lines match, counted in letters and in lines."""
    rows = []
    everything = list(zip(lines, answers, strict=True))
    for name, pairs in {
        "German": [pair for pair in everything if pair[0].language == "de"],
        "other languages": [pair for pair in everything if pair[0].language not in ("de", "en")],
        "no span": [pair for pair in everything if pair[0].language == "en"],
        "all": everything,
    }.items():
        counts = measures.total(_letter_counts(*pair, threshold) for pair in pairs)
        exact = sum(is_exact(line, answer, threshold) for line, answer in pairs)
        silent = sum(not found_spans(answer, threshold) for _, answer in pairs)
        rows.append(
            [
                name,
                str(len(pairs)),
                *(f"{figure:.3f}" for figure in (counts.precision, counts.recall, counts.f1)),
                f"{exact / len(pairs):.1%}",
                f"{silent / len(pairs):.1%}",
            ]
        )
    heads = ["mixed lines", "lines", "precision", "recall", "F1 of letters", "exact", "no finding"]
    return table(heads, rows)


def _letter_counts(line: MixedLine, answer: Answer, threshold: float) -> measures.Counts:
    found = measures.letters(line.text, found_spans(answer, threshold))
    return measures.overlap(line.text, measures.letters(line.text, line.spans), found)


def calibration(lines: Sequence[Line], answers: Sequence[Answer]) -> str:
    """Return the reliability table: of the lines given a confidence, how many had to be flagged."""
    scores = [answer.score for answer in answers]
    bins = measures.reliability([line.flag for line in lines], scores)
    rows = [
        [
            f"{row.low:.1f} to {row.low + 0.1:.1f}",
            str(row.lines),
            f"{row.mean_confidence:.3f}",
            f"{row.share_flagged:.3f}",
        ]
        for row in bins
    ]
    heads = ["confidence", "lines", "mean confidence", "share to be flagged"]
    error = measures.calibration_error(bins)
    return f"{table(heads, rows)}\n\nexpected calibration error: {error:.3f}"


def robustness(
    lines: Sequence[Line], judge: Callable[[str], Answer], threshold: float
) -> list[str]:
    """Return two tables: precision and recall of lines written roughly, and recall by language."""
    overall, by_language = [], []
    recalls: dict[str, list[str]] = defaultdict(list)
    for name, perturb in PERTURBATIONS.items():
        scores = [judge(perturb(line.text)).score for line in lines]
        counts = measures.count([line.flag for line in lines], scores, threshold)
        figures = (counts.precision, counts.recall, counts.f1)
        per = f"{counts.false_alarms_per(1000):.1f}"
        overall.append([name, *(f"{figure:.3f}" for figure in figures), per])
        for language in dict.fromkeys(line.language for line in lines if line.flag):
            mine = [
                score
                for line, score in zip(lines, scores, strict=True)
                if line.flag and line.language == language
            ]
            recall = measures.count([True] * len(mine), mine, threshold).recall
            recalls[language] += [] if recalls[language] else [str(len(mine))]
            recalls[language].append(f"{recall:.2f}")
    by_language = [[language, *figures] for language, figures in recalls.items()]
    return [
        table(["written", "precision", "recall", "F1", "false per 1,000"], overall),
        table(["recall", "lines", *PERTURBATIONS], by_language),
    ]


def by_kind(lines: Sequence[Line], answers: Sequence[Answer], threshold: float) -> str:
    """Return how many lines of each kind capqa gets right."""
    rows = []
    for kind in dict.fromkeys((line.flag, line.kind) for line in lines):
        right = [
            (answer.score >= threshold) == line.flag
            for line, answer in zip(lines, answers, strict=True)
            if (line.flag, line.kind) == kind
        ]
        share = f"{sum(right) / len(right):.1%}"
        rows.append(["to flag" if kind[0] else "to pass", kind[1], str(len(right)), share])
    return table(["lines", "kind", "count", "right"], rows)


def languages(lines: Sequence[Line], answers: Sequence[Answer], threshold: float) -> str:
    """Return how often the language named for a flagged caption is the right one."""
    named = [
        max(answer.spans, key=lambda span: span.confidence).language == line.language
        for line, answer in zip(lines, answers, strict=True)
        if line.flag and answer.score >= threshold
    ]
    share = sum(named) / len(named) if named else 0.0
    return f"language named rightly: {share:.1%} of {len(named)} flagged lines"
