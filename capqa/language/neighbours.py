"""What the words around it say about a word: it is an initial, a surname, a place, a gloss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.language.languages import INDEX
from capqa.language.tokens import Gap
from capqa.language.word_evidence import NEUTRAL, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.language.line import Line
    from capqa.language.tokens import Token

_CAP_OF_NAMES: Final = 0.4
_CAP_OF_PLACES: Final = 1.5
_EVERYDAY: Final = 5.2
_AGAINST_VERSUS: Final = -3.0
_GERMAN: Final = INDEX["de"]
_BEFORE_PLACES: Final = frozenset(["in", "near", "at", "outside", "around"])
PARTICLES: Final = frozenset(
    [
        "von",
        "van",
        "vom",
        "der",
        "den",
        "de",
        "des",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "el",
        "al",
        "y",
        "e",
        "zu",
        "zur",
        "zum",
        "ter",
        "ten",
        "te",
        "bin",
        "bint",
        "ibn",
        "ben",
        "abu",
        "los",
        "las",
    ]
)
"""The small words within names: "Ursula von der Leyen"."""

_TITLES: Final = frozenset(
    ["graf", "gräfin", "freiherr", "freifrau", "fürst", "fürstin", "prinz", "prinzessin", "ritter"]
)
_HONORIFICS: Final = frozenset(["Mme", "Mlle", "Mgr", "Sra", "Srta", "Dña", "Hr", "Dom", "Sor"])
_AFTER_GIVEN_NAMES: Final = PARTICLES | _TITLES | {"das", "auf", "vande", "ul", "ur", "und"}


def cap(line: Line, index: int, most: float, reason: str) -> None:
    """Let a word speak for a language no more than so much, and say why."""
    word = line.evidence[index]
    if word.best > most:
        weights = {language: min(most, weight) for language, weight in word.weights.items()}
        line.evidence[index] = word._replace(weights=weights, best=most)
        line.reasons[index] = reason


def set_versus_aside(line: Line, folded: Sequence[str]) -> None:
    """Count "vs" for English: the names on its two sides are no fragment."""
    if "vs" not in folded:
        return
    for place, word in enumerate(folded):
        if word == "vs":
            line.evidence[place] = NEUTRAL._replace(absent=_AGAINST_VERSUS, own=1.0)


def set_initials_aside(line: Line, text: str) -> None:
    """Set single capitals before a full stop aside: in "I. Hoz" there is no Italian article."""
    for place, token in enumerate(line.tokens):
        if len(token.text) == 1 and text[token.end : token.end + 1] == "." and token.text.isupper():
            line.evidence[place] = NEUTRAL
            line.reasons[place] = "initial"


def cap_places(line: Line, folded: Sequence[str]) -> None:
    """Take a capitalised word after "in" for a place, unless it is a word of everyday use."""
    for place in range(1, len(folded)):
        word, token = line.evidence[place], line.tokens[place]
        if (
            folded[place - 1] in _BEFORE_PLACES
            and token.gap is Gap.NONE
            and word.shape is Shape.CAPITAL
            and word.kind in ("compound", "letters", "name")
        ):
            cap(line, place, _CAP_OF_PLACES, "place")


def cap_persons(line: Line) -> None:
    """Take what follows a given name for a family name, unless it is an everyday word."""
    evidence, words = line.evidence, line.tokens
    after_name = False
    for index, word in enumerate(evidence):
        if words[index].text in _HONORIFICS:
            cap(line, index, _CAP_OF_NAMES, "honorific")
            after_name = True
            continue
        after_name = after_name and words[index].gap is Gap.NONE
        if after_name and _leads_to_name(words, index):
            cap(line, index, _CAP_OF_NAMES, "name particle")
            continue
        capital = word.shape is not Shape.LOWER
        # Only German gives its nouns capitals.
        plain = word.kind not in ("exonym", "term") and word.weights.get(_GERMAN, 0.0) < _EVERYDAY
        if capital and after_name and (plain or word.name):
            cap(line, index, _CAP_OF_NAMES, "family name")
            after_name = word.given_name
        elif capital and word.given_name and word.kind not in ("exonym", "term"):
            cap(line, index, _CAP_OF_NAMES, "given name")
            after_name = True
        else:
            after_name = False


def _leads_to_name(words: Sequence[Token], index: int) -> bool:
    """Return whether particles stand at an index and a capitalised word follows them."""
    last = index
    while last < len(words) and words[last].text.lower() in _AFTER_GIVEN_NAMES:
        last += 1
    return index < last < len(words) and words[last].text[0].isupper()
