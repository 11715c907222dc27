"""How sure a found run is: a logistic function of few features, see benchmarks/detection/fit.py."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.language.evidence import Shape
from capqa.language.languages import INDEX, SCRIPTS, Script
from capqa.language.line import SOLID
from capqa.language.tokens import Gap
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.language.evidence import WordEvidence
    from capqa.language.line import Line
    from capqa.language.spans import Run

_GERMAN: Final = INDEX["de"]
_UNSPACED: Final = frozenset({Script.HAN, Script.KANA, Script.THAI})
_CERTAINLY_WORD: Final = 5.0
_MOST_TOTAL: Final = 14.0
_MOST_WORDS: Final = 5


class Features(NamedTuple):
    """What the confidence of a run depends on, each cut off where more tells no more.

    ``total`` is the log-odds of all words in nats, ``words`` how many they are, ``only_names``
    whether all have capitals in a language that gives them to names only, ``beside`` whether
    clear target words stand in the line and no break parts the run from them.
    """

    total: float
    words: float
    only_names: float
    beside: float


# Fitted on the development lines; order as in Features, the intercept first.
COEFFICIENTS: Final = (-3.25, 0.44, 1.02, -1.99, -2.28)

_ROLE: Final = {
    Role.CAPTION: 0.3,
    Role.ALT: 0.3,
    Role.HEADLINE: 0.1,
    Role.NAVIGATION: -0.7,
    Role.CREDIT: -2.5,
    Role.BYLINE: -2.5,
}
_FURNITURE: Final = 2.5
_LABEL: Final = 1.0
_PAGE: Final = 0.5
_DOUBTFUL: Final = -2.0
_HOPELESS: Final = 0.02


def word_count(line: Line, run: Run) -> int:
    """Return how many words a run has; two signs of an unspaced script count as one."""
    unspaced = SCRIPTS[run.language] in _UNSPACED
    return sum(
        max(1, len(line.tokens[index].text) // 2) if unspaced else 1
        for index in range(run.first, run.last)
        if line.reasons[index] != "initial"
    )


def solid_words(line: Line, run: Run) -> list[WordEvidence]:
    """Return the words of a run that are good evidence each by itself."""
    return [
        word
        for word in line.evidence[run.first : run.last]
        if word.weights.get(run.language, 0.0) >= SOLID
    ]


def features(line: Line, run: Run) -> Features:
    """Return the features of a run."""
    total, plain = 0.0, False
    for index in range(run.first, run.last):
        word = line.evidence[index]
        weight = word.weights.get(run.language, word.absent)
        total += weight
        plain = plain or (
            word.shape is Shape.LOWER
            or word.kind in ("exonym", "term", "script", "furniture")
            or (weight >= _CERTAINLY_WORD and not word.name and run.language == _GERMAN)
        )
    return Features(
        min(total, _MOST_TOTAL),
        min(word_count(line, run), _MOST_WORDS),
        float(not plain and run.language != _GERMAN),
        float(line.target_words > 0 and not _stands_apart(line, run)),
    )


def _stands_apart(line: Line, run: Run) -> bool:
    """Return whether breaks, or the line's ends, enclose a run."""
    last = run.last == len(line.tokens) or line.tokens[run.last].gap >= Gap.BREAK
    return last and line.tokens[run.first].gap >= Gap.BREAK


def _is_label(line: Line, run: Run) -> bool:
    """Return whether a single word is surely foreign and set off from others: "Irak | ..."."""
    word = line.evidence[run.first]
    sure = word.kind in ("exonym", "term") or "-" in line.tokens[run.first].text
    sure = sure and word.shape is not Shape.LOWER
    return sure and len(line.tokens) > 1 and _stands_apart(line, run)


def _hangs_on_a_name(solid: Sequence[WordEvidence], run: Run) -> bool:
    """Return whether the one solid word of a run may well be a name nobody lists: "Merz"."""
    if len(solid) != 1 or solid[0].kind in ("exonym", "term", "furniture", "script"):
        return False
    weight = solid[0].weights[run.language]
    return solid[0].shape is not Shape.LOWER and weight < _CERTAINLY_WORD


def confidence(line: Line, run: Run, role: Role, page_language: int | None) -> float:
    """Return the calibrated probability that a run is an untranslated fragment."""
    solid = solid_words(line, run)
    if not solid:
        return _HOPELESS
    furniture = any(
        line.evidence[index].kind == "furniture" for index in range(run.first, run.last)
    )
    alone = word_count(line, run) < 2 and not furniture
    if alone and not _is_label(line, run):
        return _HOPELESS
    score = COEFFICIENTS[0] + sum(
        coefficient * value
        for coefficient, value in zip(COEFFICIENTS[1:], features(line, run), strict=True)
    )
    if line.target_words and _hangs_on_a_name(solid, run):
        score += _DOUBTFUL
    score += _FURNITURE if furniture else _ROLE.get(role, 0.0)
    if alone:
        score += _LABEL
    if page_language == run.language:
        score += _PAGE
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
