"""The plainest translation there is: each word replaced by what a dictionary lists first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.translation.dictionary.dictionary import Gloss


def word_for_word(text: str, look_up: Callable[[str], Gloss | None]) -> tuple[str, bool]:
    """Return the text with its words replaced, and whether any was not in the dictionary."""
    pieces: list[str] = []
    position = 0
    unknown = False
    for span in words(text):
        gloss = look_up(span.of(text))
        unknown = unknown or gloss is None
        pieces += [text[position : span.start], _first(gloss) if gloss else span.of(text)]
        position = span.end
    return "".join([*pieces, text[position:]]), unknown


def _first(gloss: Gloss) -> str:
    return gloss.entries[0].target
