"""Articles in English: which German ones stay, and which go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.translation.grammar.english.articles import indefinite, name_takes_the
from capqa.translation.grammar.word import Kind, Word

if TYPE_CHECKING:
    from collections.abc import Sequence


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
        return not head.target.startswith("the ") and (
            name_takes_the(head.target) if head.place or head.origin != "name" else True
        )
    titled = head.form == "title"
    return not titled


def _of_several(word: Word, following: Sequence[Word]) -> bool:
    # Captions are telegrams: "offensive by government troops", not "by the government troops".
    head = _head(following)
    genitive = word.lemma.startswith("genitive")
    return genitive and head is not None and head.kind is Kind.NOUN and head.plural


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
