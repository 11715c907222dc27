"""The words of a text with their exact places.

A hyphenated word is one word; scripts without spaces count every character as a word, so that a
term is found in the middle of a run.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSPACED = r"\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_FIRST_UNSPACED = "\u0e00"
_MARKS = (
    r"\xad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    r"\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u200c\u200d"
)
# Most captions hold neither marks nor unspaced scripts; their pattern compiles thirty times faster.
_LATIN_RUN = r"[^\W_](?:[^\W_]|\xad)*"
_RUN = rf"(?![{_UNSPACED}])[^\W_](?:(?![{_UNSPACED}])[^\W_]|[{_MARKS}])*"
_HYPHENS = "-‐‑"


@cache
def _pattern(run: str, unspaced: str) -> re.Pattern[str]:
    return re.compile(rf"{unspaced}{run}(?:[{_HYPHENS}]{run})*")


def _word_pattern(text: str) -> re.Pattern[str]:
    if text.isascii() or all(
        letter < "\u0300" or "\u2010" <= letter <= "\u206f" for letter in text
    ):
        return _pattern(_LATIN_RUN, "")
    return _pattern(_RUN, f"[{_UNSPACED}]|")


def is_one_word(text: str) -> bool:
    """Return whether a text holds exactly one word."""
    if text.isalpha() and max(text) < _FIRST_UNSPACED:
        return True
    pattern = _word_pattern(text)
    found = pattern.search(text)
    return found is not None and pattern.search(text, found.end()) is None


def words(text: str) -> Iterator[Span]:
    """Yield the spans of the words of a text, hyphenated ones in one piece."""
    for found in _word_pattern(text).finditer(text):
        yield Span(*found.span())


class Line(NamedTuple):
    """A text, the places of its words as pairs of offsets, and the words themselves."""

    text: str
    places: list[tuple[int, int]]
    words: list[str]

    @classmethod
    def of(cls, text: str) -> Line:
        """Return a text with its words, hyphenated ones in one piece."""
        places = [found.span() for found in _word_pattern(text).finditer(text)]
        return cls(text, places, [text[start:end] for start, end in places])


def hyphenated_parts(text: str, word: Span) -> list[Span]:
    """Return the spans of what hyphens join in a word: the word itself where there is none."""
    parts = []
    start = word.start
    for at in range(word.start, word.end):
        if text[at] in _HYPHENS:
            parts.append(Span(start, at))
            start = at + 1
    parts.append(Span(start, word.end))
    return parts
