"""How sure a found run is: a logistic function of few features, see benchmarks/detection/fit.py."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from capqa.language.line import SOLID

if TYPE_CHECKING:
    from capqa.language.line import Line
    from capqa.language.spans import Run
    from capqa.model import Role


def features(line: Line, run: Run) -> tuple[float, ...]:
    """Return (total log-odds, solid words, words, exonyms)."""
    total, solid, words, exonyms = 0.0, 0, 0, 0
    for index in range(run.first, run.last):
        word = line.evidence[index]
        weight = word.weights.get(run.language, word.absent)
        total += weight
        solid += weight >= SOLID
        words += 1
        exonyms += word.kind == "exonym" and weight > 0
    return total, solid, words, exonyms


def confidence(line: Line, run: Run, role: Role) -> float:
    """Return the calibrated probability that a run is an untranslated fragment."""
    total, solid, words, _exonyms = features(line, run)
    if solid == 0 or words < 2:
        return 0.02
    score = -3.0 + 0.55 * total + 0.8 * min(solid, 4)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
