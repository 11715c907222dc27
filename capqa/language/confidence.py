"""How sure a found run is: a logistic function of few features, see benchmarks/detection/fit.py."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.language.evidence import Shape
from capqa.language.languages import INDEX, SCRIPTS, Script
from capqa.language.line import SOLID
from capqa.model import Role

if TYPE_CHECKING:
    from capqa.language.line import Line
    from capqa.language.spans import Run

_GERMAN: Final = INDEX["de"]
_UNSPACED: Final = frozenset({Script.HAN, Script.KANA, Script.THAI})
_CERTAINLY_WORD: Final = 5.0


class Features(NamedTuple):
    """What the confidence of a run depends on; weights are nats, counts are cut off above.

    ``lone`` tells that a single word carries the run, ``only_names`` that all words have capitals
    in a language that gives them to names only, ``beside`` counts clear target words around it.
    """

    total: float
    strongest: float
    solid: float
    lower: float
    exonyms: float
    words: float
    only_names: float
    beside: float


# Fitted on the development lines; order as in Features, the intercept first.
COEFFICIENTS: Final = (-3.0, 0.55, 0.0, 0.8, 0.0, 0.0, 0.0, -2.5, -0.3)

_ROLE: Final = {
    Role.CAPTION: 0.3,
    Role.ALT: 0.3,
    Role.HEADLINE: 0.1,
    Role.NAVIGATION: -0.7,
    Role.CREDIT: -2.5,
    Role.BYLINE: -2.5,
}
_PAGE: Final = 0.5
_HOPELESS: Final = 0.02


def word_count(line: Line, run: Run) -> int:
    """Return how many words a run has; two signs of an unspaced script count as one."""
    unspaced = SCRIPTS[run.language] in _UNSPACED
    return sum(
        max(1, len(line.tokens[index].text) // 2) if unspaced else 1
        for index in range(run.first, run.last)
    )


def features(line: Line, run: Run) -> Features:
    """Return the features of a run."""
    total, strongest, solid, exonyms, lower, plain = 0.0, 0.0, 0, 0, 0, 0
    for index in range(run.first, run.last):
        word = line.evidence[index]
        weight = word.weights.get(run.language, word.absent)
        total += weight
        strongest = max(strongest, weight)
        if weight >= SOLID:
            solid += 1
            exonyms += word.kind == "exonym"
            lower += word.shape is Shape.LOWER
        plain += (
            word.shape is Shape.LOWER
            or word.kind in ("exonym", "term", "script", "furniture")
            or (weight >= _CERTAINLY_WORD and not word.name)
        )
    return Features(
        min(total, 14.0),
        strongest,
        min(solid, 3),
        min(lower, 2),
        min(exonyms, 2),
        min(word_count(line, run), 6),
        float(not plain and run.language != _GERMAN),
        min(line.target_words, 4),
    )


def confidence(line: Line, run: Run, role: Role, page_language: int | None) -> float:
    """Return the calibrated probability that a run is an untranslated fragment."""
    found = features(line, run)
    if not found.solid:
        return _HOPELESS
    furniture = any(
        line.evidence[index].kind == "furniture" for index in range(run.first, run.last)
    )
    if word_count(line, run) < 2 and not furniture:
        return _HOPELESS
    score = COEFFICIENTS[0] + sum(
        coefficient * value for coefficient, value in zip(COEFFICIENTS[1:], found, strict=True)
    )
    if not furniture:
        score += _ROLE.get(role, 0.0)
    if page_language == run.language:
        score += _PAGE
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
