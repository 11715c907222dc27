"""Articles in English: which German ones stay, and which go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.english.articles import indefinite, name_takes_the
from capqa.translation.grammar.word import Kind, Word
from capqa.translation.grammar.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

# Seasons and feasts, and what captions name as a condition rather than a thing.
_WITHOUT: Final = word_set("""
    training voting prayer trial winter summer spring fall Christmas Easter Ramadan
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    """)


def settle(words: Sequence[Word]) -> None:
    """Write out the articles of prepositions, drop those English does without, choose a or an."""
    for position, word in enumerate(words):
        following = words[position + 1 :]
        if word.kind is Kind.ARTICLE:
            if word.target == "the":
                word.target = "the" if _takes_the(following) else ""
            elif word.target == "a":
                word.target = _indefinite(following)
        elif word.kind is Kind.PREPOSITION and word.target:
            if word.lemma == "genitive indefinite":
                word.target += " " + _indefinite(following)
            elif word.definite and _takes_the(following) and not _of_several(word, following):
                word.target += " the"


def _takes_the(following: Sequence[Word]) -> bool:
    head = _head(following)
    if head is None:
        return False
    if head.kind is Kind.PROPER:
        if head.target.startswith(("the ", "The ", "St. ")):
            return False
        return name_takes_the(head.target) or (head.origin == "name" and not head.place)
    return head.form != "title" and head.target not in _WITHOUT


def _of_several(word: Word, following: Sequence[Word]) -> bool:
    # Captions are telegrams: "offensive by government troops", not "by the government troops".
    head = following[0] if following else None
    genitive = word.lemma.startswith("genitive")
    return genitive and head is not None and head.plural and head.target[:1].islower()


def _indefinite(following: Sequence[Word]) -> str:
    for word in following:
        if word.target:
            head = _head(following)
            return "" if head is not None and head.plural else indefinite(word.target)
    return "a"


def _head(following: Sequence[Word]) -> Word | None:
    for word in following:
        if word.is_nominal:
            return word
        if not word.is_attribute and word.kind is not Kind.ADVERB and word.target:
            return None
    return None
