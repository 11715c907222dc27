"""The words of a text with their exact places.

A hyphenated word is one word; scripts without spaces count every character as a word, so that a
term is found in the middle of a run.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSPACED = r"\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_FIRST_UNSPACED = "\u0e00"
_MARKS = (
    r"\xad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    r"\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u200c\u200d"
)
_RUN = rf"(?![{_UNSPACED}])[^\W_](?:(?![{_UNSPACED}])[^\W_]|[{_MARKS}])*"
_HYPHENS = "-‐‑"
_LAST_LATIN = 0x2FF


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"([{_UNSPACED}]|{_RUN}(?:[{_HYPHENS}]{_RUN})*)")


# Most captions hold neither marks nor unspaced scripts. Their letters in a list are looked up much
# faster than a class is asked for each letter, and the pattern compiles faster too.


@cache
def _ascii_pattern() -> re.Pattern[str]:
    return re.compile("([0-9A-Za-z]+(?:-[0-9A-Za-z]+)*)")


@cache
def _latin_pattern() -> re.Pattern[str]:
    letters = "".join(filter(str.isalnum, map(chr, range(_LAST_LATIN + 1))))
    run = rf"[{letters}][{letters}\xad]*"
    return re.compile(f"({run}(?:[{_HYPHENS}]{run})*)")


@cache
def _other_letters() -> re.Pattern[str]:
    return re.compile(rf"[^\0-{chr(_LAST_LATIN)}\u2010-\u206f]")


def _word_pattern(text: str) -> re.Pattern[str]:
    if text.isascii():
        return _ascii_pattern()
    if _other_letters().search(text) is None:
        return _latin_pattern()
    return _pattern()


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


class Line:
    """A text, its words, hyphenated ones in one piece, and what stands around them.

    ``gaps`` are one more than the words: what stands before each of them, and after the last.
    """

    __slots__ = ("_starts", "gaps", "text", "words")

    def __init__(self, text: str) -> None:
        """Find the words of a text."""
        pieces = _word_pattern(text).split(text)
        self.text = text
        self.words: list[str] = pieces[1::2]
        self.gaps: list[str] = pieces[::2]
        self._starts: list[int] | None = None

    @classmethod
    def of(cls, text: str) -> Line:
        """Return a text with its words, hyphenated ones in one piece."""
        return cls(text)

    @property
    def starts(self) -> list[int]:
        """The offset at which each word starts, and the end of the text."""
        found = self._starts
        if found is None:
            sizes = [0] * (2 * len(self.words) + 1)
            sizes[::2] = map(len, self.gaps)
            sizes[1::2] = map(len, self.words)
            found = self._starts = list(accumulate(sizes))[::2]
        return found

    @property
    def places(self) -> list[tuple[int, int]]:
        """The start and the end of each word."""
        return [
            (start, start + len(word)) for start, word in zip(self.starts, self.words, strict=False)
        ]


def is_hyphenated(text: str) -> bool:
    """Return whether a hyphen stands in a text."""
    return "-" in text or not (text.isascii() or ("‐" not in text and "‑" not in text))


def hyphenated_parts(text: str, word: Span) -> list[Span]:
    """Return the spans of what hyphens join in a word: the word itself where there is none."""
    if not is_hyphenated(text):
        return [word]
    parts = []
    start = word.start
    for at in range(word.start, word.end):
        if text[at] in _HYPHENS:
            parts.append(Span(start, at))
            start = at + 1
    parts.append(Span(start, word.end))
    return parts
