"""Titles before names (Foreign Minister Lavrov) and kinds before places (the city of Mosul)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.word import Kind, Word
from capqa.translation.grammar.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLES: Final = word_set("""
    president chancellor minister king queen pope emperor prince princess general senator governor
    mayor secretary-general premier ambassador archbishop bishop chief colonel commissioner
    captain major marshal imam sheikh ayatollah
    """)
_KINDS_OF_PLACE: Final = word_set(
    "city town village island province region district state republic port stronghold capital"
)


def set_apart(words: Sequence[Word]) -> None:
    """Write titles with capitals and put "of" between a kind of place and its name."""
    for position, word in enumerate(words[:-1]):
        following = words[position + 1]
        if word.kind is not Kind.NOUN or word.plural:
            continue
        if following.origin == "name" and not following.place and word.head in _TITLES:
            word.target = " ".join(part[:1].upper() + part[1:] for part in word.target.split(" "))
            word.form = "title"
        elif following.place and word.target in _KINDS_OF_PLACE and position > 0:
            word.target += " of"
