"""Language switchers: lines that are nothing but the names of languages and services in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.language.marks import ENDONYM
from capqa.language.phrases import shared_phrases
from capqa.language.tokens import Gap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.language.tokens import Token

# What stands around the language's name in the name of a service: "BBC News Türkçe".
SERVICES: Final = frozenset(
    [
        "bbc",
        "dw",
        "rfi",
        "rfe",
        "voa",
        "nhk",
        "rt",
        "cgtn",
        "euronews",
        "news",
        "radio",
        "tv",
        "world",
        "service",
        "online",
        "auf",
        "in",
        "en",
        "na",
        "på",
    ]
)


def is_language_switcher(folded: Sequence[str], marks: Sequence[int]) -> bool:
    """Return whether a line is nothing but languages' own names and those of services."""
    if not any(mark & ENDONYM for mark in marks):
        return False
    phrases = shared_phrases()
    named = False
    index = 0
    while index < len(folded):
        if length := phrases.endonym_length(folded, index):
            index += length
            named = True
        elif folded[index] in SERVICES:
            index += 1
        else:
            return False
    return named


def switcher_cells(
    words: Sequence[Token], folded: Sequence[str], marks: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield (first, last exclusive) of what stands between breaks and only names languages."""
    first = 0
    for last in range(1, len(words) + 1):
        if last == len(words) or words[last].gap >= Gap.BREAK:
            if is_language_switcher(folded[first:last], marks[first:last]):
                yield first, last
            first = last
