"""Cuts a line into words, with what stands between them."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTER = r"[^\W\d_]"
# Combining marks, vowel signs of Indic and Thai script, and invisible joiners stay in a word.
_MARK = (
    r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0981-\u0983"
    r"\u09bc-\u09cd\u0b82\u0bbe-\u0bcd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d\u00ad]"
)
_RUN = rf"{_LETTER}(?:{_LETTER}|{_MARK})*"
# Letters that touch a digit or an underscore are code or a number ("arg1", "90er"), not a word.
_WORD: Final = re.compile(rf"((?<![\d_]){_RUN}(?:['’ʼ`´\-‐‑]{_RUN})*(?![\d_]))")


class Gap(IntEnum):
    """How strongly what stands between two words separates them."""

    NONE = 0
    COMMA = 1
    BREAK = 2
    END = 3


class Token(NamedTuple):
    """A word at ``start``..``end`` and the gap before it (END before the first)."""

    start: int
    end: int
    text: str
    gap: Gap


class Pieces(NamedTuple):
    """The words of a line, what stands before each, and how strongly that separates.

    ``rest`` is what stands after the last word.
    """

    words: list[str]
    gaps: list[str]
    kinds: list[Gap]
    rest: str

    def tokens(self) -> list[Token]:
        """Return the words with their places."""
        found: list[Token] = []
        end = 0
        # Made without Token's own constructor: this runs for many words of a page.
        new = tuple.__new__
        for word, gap, kind in zip(self.words, self.gaps, self.kinds, strict=True):
            start = end + len(gap)
            end = start + len(word)
            found.append(new(Token, (start, end, word, kind)))
        return found


def words_of(text: str) -> list[str]:
    """Return the words of a line in order, without their places."""
    return _WORD.findall(text)


def pieces(text: str) -> Pieces:
    """Return the words of a line in order; digits, punctuation and emoji are gaps."""
    split = _WORD.split(text)
    words, gaps = split[1::2], split[0:-1:2]
    kinds = [_KINDS[gap] for gap in gaps]
    if kinds:
        kinds[0] = Gap.END
    if ". " in gaps:
        # "Folha de S. Paulo": the stop after an initial ends no sentence.
        for at in range(1, len(gaps)):
            if gaps[at] == ". " and len(words[at - 1]) == 1:
                kinds[at] = Gap.NONE
    return Pieces(words, gaps, kinds, split[-1])


def tokens(text: str) -> list[Token]:
    """Return the words of a line in order, with their places."""
    return pieces(text).tokens()


_REMEMBERED: Final = 4096
_ORDINAL: Final = re.compile(r" \d{1,2}\. ")


def _short_gap_kind(gap: str) -> Gap:
    if _ORDINAL.fullmatch(gap):
        # "Straße des 17. Juni": a day, not the end of a sentence.
        return Gap.NONE
    if any(sign in gap for sign in ("\n", "\r", ". ", "! ", "? ", "… ", "+++", "。", "\u2028")):
        return Gap.END
    if any(sign in gap for sign in _BREAKS) or " - " in gap:
        return Gap.BREAK
    if "   " in gap or "\t" in gap:
        # Columns of a table.
        return Gap.BREAK
    if any(sign in gap for sign in _COMMAS) or any(sign.isdigit() for sign in gap):
        return Gap.COMMA
    return Gap.NONE


_BREAKS: Final = tuple('|•·–—/:;()[]{}"“”„«»‹›<>=+*!?_~→►▶、，')
_COMMAS: Final = tuple(",&.'’‘‚-…")


class _GapKinds(dict[str, Gap]):
    """The kinds of the gaps met so far: running text has few, and every word asks."""

    def __missing__(self, gap: str) -> Gap:
        kind = _short_gap_kind(gap if len(gap) <= 32 else gap[:16] + gap[-16:])
        if len(gap) <= 32 and len(self) < _REMEMBERED:
            self[gap] = kind
        return kind


_KINDS: Final = _GapKinds()


def gap_kind(gap: str) -> Gap:
    """Return how strongly a stretch without letters separates its neighbours."""
    return _KINDS[gap]


def cell_around(words: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return where what stands between the breaks around words first..last begins and ends."""
    while first > 0 and words[first].gap < Gap.BREAK:
        first -= 1
    while last < len(words) and words[last].gap < Gap.BREAK:
        last += 1
    return first, last
