"""The parts of a suggestion: which source words became what, and where that comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Part
from capqa.translation.grammar.word import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.grammar.word import Word


def parts_of(words: Sequence[Word]) -> list[Part]:
    """Return a part for each word in the order of the translation, punctuation left out.

    A word that has no counterpart (a dropped article) has an empty target.
    """
    return [
        Part(word.span, word.target, word.origin, word.detail)
        for word in words
        if len(word.span) and word.kind is not Kind.PUNCTUATION
    ]
