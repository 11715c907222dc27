"""Titles before names (Foreign Minister Lavrov) and kinds before places (the city of Mosul)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.english.titles import CALLINGS, TITLES
from capqa.translation.grammar.names import TAKEN_FOR_A_NAME
from capqa.translation.grammar.word import Kind, Word
from capqa.translation.grammar.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_KINDS_OF_PLACE: Final = word_set(
    "city town village island province region district state republic port stronghold capital"
)


def set_apart(words: Sequence[Word]) -> None:
    """Write titles with capitals and put "of" between a kind of place and its name."""
    for position, word in enumerate(words[:-1]):
        following = words[position + 1]
        if word.kind is not Kind.NOUN or word.plural:
            continue
        after = words[position + 2] if position + 2 < len(words) else None
        if following.place and after is not None and _is_person(after) and after.origin == "name":
            # "Präsident Wladimir Putin" is not about the town of that name.
            following.place = False
        if _takes_a_name(word) and _may_be_a_name(following):
            following.kind, following.origin = Kind.PROPER, "name"
            following.detail = TAKEN_FOR_A_NAME
        if word.head in TITLES and _is_person(following):
            parts = word.target.split(" ")
            word.target = " ".join(
                part if part in ("of", "the") else _capitals(part) for part in parts
            )
            word.form = "title"
        elif word.target in _KINDS_OF_PLACE and position > 0 and _may_be_a_place(following):
            word.target += " of"


def _takes_a_name(word: Word) -> bool:
    return word.head in TITLES or word.head in CALLINGS


def _may_be_a_name(word: Word) -> bool:
    return word.kind is Kind.UNKNOWN and word.source[:1].isupper()


def _is_person(word: Word) -> bool:
    return word.kind is Kind.PROPER and not word.place and not word.target.isupper()


def _capitals(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def _may_be_a_place(word: Word) -> bool:
    return word.place or (word.origin == "name" and word.detail == TAKEN_FOR_A_NAME)
