"""How sure a found run is: a logistic function of few features, see benchmarks/detection/fit.py."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.language.languages import FAMILIES, INDEX, SCRIPTS, Script
from capqa.language.lone_places import stands_in_sentence
from capqa.language.neighbours import PARTICLES
from capqa.language.scripts import UNSPACED
from capqa.language.target_words import SOLID
from capqa.language.tokens import Gap
from capqa.language.word_evidence import Shape
from capqa.model import Role

if TYPE_CHECKING:
    from capqa.language.line import Line
    from capqa.language.spans import Run

_GERMAN: Final = INDEX["de"]
_VIETNAMESE: Final = INDEX["vi"]
_CERTAINLY_WORD: Final = 5.0
_LONGER_THAN_NAMES: Final = 11
_MOST_TOTAL: Final = 14.0
_MOST_WORDS: Final = 5
_LINKS: Final = PARTICLES | {"i", "et", "och", "og", "des", "dei", "degli", "delle", "das", "les"}


class Features(NamedTuple):
    """What the confidence of a run depends on, each cut off where more tells no more.

    ``total`` is the log-odds of all words in nats, ``words`` how many they are, ``only_names``
    whether all but linking ones have capitals in a language that gives them to names only,
    ``titled`` whether words of everyday use are among those in a Romance language, as in names of
    institutions and works ("Semana Negra de Gijón"), ``beside`` whether clear target words stand
    in the line and no break parts the run from them, ``doubtful`` whether all
    hangs on one word that may be a name.
    """

    total: float
    words: float
    only_names: float
    titled: float
    beside: float
    doubtful: float


# Fitted on the development lines; order as in Features, the intercept first.
COEFFICIENTS: Final = (-3.25, 0.44, 1.02, -1.9, -1.5, -2.28, -2.0)

_ROLE: Final = {
    Role.CAPTION: 0.3,
    Role.ALT: 0.3,
    Role.HEADLINE: 0.1,
    Role.NAVIGATION: -0.7,
    Role.CREDIT: -2.5,
    Role.BYLINE: -2.5,
}
_FURNITURE: Final = 2.5
_LABEL: Final = 1.6
_STANDS_OUT: Final = 3.8
_SHORTEST_IN_OTHER_LETTERS: Final = {Script.HAN: 2, Script.KANA: 2, Script.HANGUL: 2}
_PAGE: Final = 0.5
_HOPELESS: Final = 0.02


def word_count(line: Line, run: Run) -> int:
    """Return how many words a run has; two signs of an unspaced script count as one."""
    return sum(
        _signs_counted(line, index, run.language)
        for index in range(run.first, run.last)
        if line.reasons[index] != "initial"
    )


def _signs_counted(line: Line, index: int, language: int) -> int:
    if SCRIPTS[language] not in UNSPACED:
        return 1
    return max(1, len(line.tokens[index].text) // 2)


def solid_words(line: Line, run: Run) -> list[int]:
    """Return the indexes of the words of a run that are good evidence each by itself."""
    return [
        index
        for index in range(run.first, run.last)
        if line.evidence[index].weights.get(run.language, 0.0) >= SOLID
    ]


def features(line: Line, run: Run) -> Features:
    """Return the features of a run."""
    total, plain, titled = 0.0, False, False
    for index in range(run.first, run.last):
        word = line.evidence[index]
        weight = word.weight(run.language)
        total += weight
        titled = titled or (
            word.shape is Shape.CAPITAL and not word.name and weight >= SOLID and index > run.first
        )
        plain = plain or (
            (word.shape is Shape.LOWER and not _links(line, index))
            or word.kind in ("exonym", "term", "script", "furniture")
            or (weight >= _CERTAINLY_WORD and not word.name and run.language == _GERMAN)
        )
    return Features(
        min(total, _MOST_TOTAL),
        min(word_count(line, run), _MOST_WORDS),
        float(not plain and run.language != _GERMAN),
        float(titled and not plain and FAMILIES[run.language] == "romance"),
        float(line.target_words > 0 and not _stands_apart(line, run)),
        float(_hangs_on_a_name(line, run)),
    )


def _is_all_capitals(line: Line, run: Run) -> bool:
    """Return whether each word begins with a capital, as the syllables of Vietnamese names do."""
    return all(line.tokens[index].text[0].isupper() for index in range(run.first, run.last))


def _links(line: Line, index: int) -> bool:
    """Return whether a small word may link the words of a name: "de", "dos", "och"."""
    return line.tokens[index].text in _LINKS


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


def _is_in_other_letters(line: Line, run: Run) -> bool:
    """Return whether a single known word in another script stands among words in Latin letters."""
    word, text = line.evidence[run.first], line.tokens[run.first].text
    return (
        word.kind == "script"
        and word.best >= _CERTAINLY_WORD
        and len(text) >= _SHORTEST_IN_OTHER_LETTERS.get(SCRIPTS[run.language], 4)
        and (not text[0].isupper() or run.first == 0)
        and any(each.kind != "script" for each in line.evidence)
    )


def _hangs_on_a_name(line: Line, run: Run) -> bool:
    """Return whether the one solid word of a run may well be a name nobody lists: "Merz"."""
    solid = solid_words(line, run)
    if len(solid) != 1:
        return False
    word = line.evidence[solid[0]]
    if not line.target_words and (run.language == _GERMAN or word.shape is not Shape.CAPITAL):
        return False
    return (
        word.kind not in ("exonym", "term", "furniture", "script")
        and word.shape is not Shape.LOWER
        and word.weights[run.language] < _CERTAINLY_WORD
        and len(line.tokens[solid[0]].text) < _LONGER_THAN_NAMES
    )


def confidence(line: Line, run: Run, role: Role, page_language: int | None) -> float:
    """Return the calibrated probability that a run is an untranslated fragment."""
    if not solid_words(line, run) or (run.language == _VIETNAMESE and _is_all_capitals(line, run)):
        return _HOPELESS
    furniture = any(
        line.evidence[index].kind == "furniture" for index in range(run.first, run.last)
    )
    alone = word_count(line, run) < 2 and not furniture
    stands_out = alone and (stands_in_sentence(line, run.first) or _is_in_other_letters(line, run))
    if alone and not stands_out and not _is_label(line, run):
        return _HOPELESS
    score = COEFFICIENTS[0] + sum(
        coefficient * value
        for coefficient, value in zip(COEFFICIENTS[1:], features(line, run), strict=True)
    )
    score += _FURNITURE if furniture else _ROLE.get(role, 0.0)
    if alone:
        score += _STANDS_OUT if stands_out else _LABEL
    if page_language == run.language:
        score += _PAGE
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
