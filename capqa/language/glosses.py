"""Finds what a bracket explains, and what in brackets explains: neither is a fragment.

"Ärzte ohne Grenzen (Doctors Without Borders)" and "the prosecutor (Parquet national financier)".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.language.target_words import EVERYDAY_TARGET, SOLID
from capqa.language.tokens import Gap, cell_around
from capqa.language.word_evidence import NEUTRAL

if TYPE_CHECKING:
    from capqa.language.line import Line
    from capqa.language.word_evidence import WordEvidence

_LONGEST: Final = 80
_MOST_BRACKETS: Final = 4
_BEFORE_A_GLOSS: Final = 2
# What brackets say of a picture rather than of the words before them.
_OF_PICTURES: Final = frozenset(
    ("file", "photo", "picture", "pictured", "archive", "archives", "symbol", "symbolic", "image",
     "video", "illustration", "illustrative", "left", "right", "center", "centre", "above", "below",
     "front", "back", "second", "third", "top", "bottom", "middle", "screenshot", "handout")
)  # fmt: skip


def set_glosses_aside(line: Line, text: str) -> None:
    """Set aside the words that a line's brackets gloss, or that gloss others there."""
    _set_apposed_aside(line)
    opening = text.find("(")
    for _ in range(_MOST_BRACKETS):
        if opening < 0:
            return
        closing = text.find(")", opening, opening + _LONGEST)
        if closing >= 0:
            inside = [
                place
                for place, token in enumerate(line.tokens)
                if opening < token.start and token.end <= closing
            ]
            if inside and inside[0] > 0:
                _judge(line, inside)
        opening = text.find("(", opening + 1)


def _set_apposed_aside(line: Line) -> None:
    """Set aside what ", or ..." explains: "Tag der Deutschen Einheit, or German Unity Day"."""
    for place in range(1, len(line.tokens) - 1):
        token = line.tokens[place]
        if token.text == "or" and token.gap is Gap.COMMA and _is_usual(line.evidence[place + 1]):
            before = _cell_before(line, place)
            _set_aside(line, [index for index in before if line.evidence[index].best > 0])


def _judge(line: Line, inside: list[int]) -> None:
    evidence = line.evidence
    if any(evidence[place].kind == "furniture" for place in inside):
        return
    before = _cell_before(line, inside[0])
    foreign = any(evidence[place].best >= SOLID for place in inside)
    in_other_letters = [place for place in inside if evidence[place].kind == "script"]
    if in_other_letters:
        if evidence[0].kind != "script":
            _set_aside(line, in_other_letters)
    elif foreign:
        explained = sum(_is_usual(evidence[place]) for place in before) >= _BEFORE_A_GLOSS
        if explained and len(inside) > 1 and line.tokens[inside[0]].text[0].isupper():
            _set_aside(line, inside)
    elif _is_explanation(line, inside):
        _set_aside(line, [place for place in before if evidence[place].best > 0])


def _is_usual(word: WordEvidence) -> bool:
    """Return whether a word is one of everyday use in the target, whatever else it is."""
    return word.own >= EVERYDAY_TARGET and word.best < SOLID


def _is_explanation(line: Line, inside: list[int]) -> bool:
    words = [line.tokens[place].text for place in inside]
    if line.evidence[inside[0] - 1].kind == "script":
        # "台北 (Taipei)"
        return True
    return (
        len(words) > 1
        and _OF_PICTURES.isdisjoint(word.lower() for word in words)
        and 2 * sum(line.evidence[place].own >= EVERYDAY_TARGET for place in inside) >= len(words)
    )


def _cell_before(line: Line, end: int) -> range:
    return range(cell_around(line.tokens, end - 1, end)[0], end)


def _set_aside(line: Line, places: list[int]) -> None:
    for place in places:
        line.evidence[place] = NEUTRAL
        line.reasons[place] = "gloss"
