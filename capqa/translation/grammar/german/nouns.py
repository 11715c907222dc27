"""Sets the number of nouns and inflects their English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.english.nouns import is_plural as english_is_plural
from capqa.translation.grammar.english.nouns import plural, singular
from capqa.translation.grammar.english.titles import CALLINGS, TITLES
from capqa.translation.grammar.german.noun_number import is_plural
from capqa.translation.grammar.german.particles import PLURAL_DETERMINERS
from capqa.translation.grammar.word import Kind, Word
from capqa.translation.grammar.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_AGENTS: Final = ("er", "or", "ist", "ian", "ant", "ent", "ary", "ber", "man", "ee", "can", "qi")
_LEADERS: Final = word_set(
    "leader commander ruler speaker founder manager director winner dictator"
)
_THINGS: Final = word_set(
    """
    helicopter computer bomber launcher carrier tanker container freighter transporter corner
    charger printer summer winter border cover poster paper water power letter number center
    theater quarter tower monster disaster laser radar trailer bunker
    """
)
_ONE: Final = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
_FEMALE: Final = frozenset({"fighter", "soldier", "student", "pilot", "police officer"})


def set_number(words: Sequence[Word]) -> None:
    """Mark plurals and put the English of nouns into the plural where the German stands in it."""
    for position, word in enumerate(words):
        if word.kind is not Kind.NOUN:
            continue
        determiner, ending, counted = _before(words, position)
        if word.gender == "p":
            # "Verdächtige" may be listed as suspects, but "einen Verdächtigen" is one.
            word.plural = determiner not in _ONE
            word.target = word.target if word.plural else singular(word.target)
            continue
        following = words[position + 1] if position + 1 < len(words) else None
        word.plural = counted or is_plural(
            word.lemma,
            word.gender,
            word.inflection,
            determiner=determiner,
            attribute_ending=ending,
            is_person=_is_one_of_many(word.target),
            before_name=_is_called(word.target)
            and following is not None
            and following.origin == "name"
            and not following.place
            and not (position > 0 and words[position - 1].origin == "name"),
        )
        feminine = word.inflection is not None and word.inflection.ending in ("innen", "+innen")
        if feminine and word.target in _FEMALE:
            word.target = f"female {word.target}"
        if word.plural:
            word.target = plural(word.target)
        elif english_is_plural(word.target):
            word.plural = True


def _is_called(target: str) -> bool:
    head = target.rpartition(" ")[2]
    return head in TITLES or head in CALLINGS


def _is_one_of_many(target: str) -> bool:
    head = target.rpartition(" ")[2]
    if head in _LEADERS or head in _THINGS or head in TITLES:
        return False
    return head.endswith(_AGENTS)


def _before(words: Sequence[Word], position: int) -> tuple[str, str, bool]:
    """Return the determiner, the ending of the attribute and whether a number goes before."""
    ending = ""
    counted = False
    at = position - 1
    while at >= 0 and words[at].is_attribute:
        word = words[at]
        if word.kind is Kind.NUMBER:
            counted = counted or _counts(word)
        elif not ending and word.inflection is not None:
            ending = word.inflection.ending
        at -= 1
    if at < 0:
        return "", ending, counted
    word = words[at]
    if word.kind is Kind.PRONOUN and word.lemma in PLURAL_DETERMINERS:
        return "", ending, True
    if word.kind is Kind.ARTICLE or (word.kind is Kind.PREPOSITION and word.definite):
        return word.source.lower(), ending, counted
    return "", ending, counted


def _counts(word: Word) -> bool:
    # Years and ordinals count nothing: "1989", "70th anniversary", "March 7".
    digits = word.target.replace(",", "")
    if not digits.replace(".", "").isdecimal():
        return word.origin == "function" and word.target.isalpha() and word.target != "one"
    return "," in word.target or (
        not (len(digits) == 4 and digits[:2] in ("18", "19", "20")) and (digits != "1")
    )
