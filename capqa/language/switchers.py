"""Language switchers: lines that are nothing but the names of languages and services in them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from capqa.language.phrases import endonyms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.language.tokens import Token

# What stands around the language's name in the name of a service: "BBC News Türkçe".
_SERVICES: Final = frozenset(
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


def is_language_switcher(folded: Sequence[str], words: Sequence[Token]) -> bool:
    """Return whether a line is nothing but languages' own names and those of services."""
    if _words_of_endonyms().isdisjoint(folded):
        return False
    known = endonyms()
    named = False
    index = 0
    while index < len(folded):
        for length in (3, 2, 1):
            if tuple(folded[index : index + length]) in known and index + length <= len(folded):
                index += length
                named = True
                break
        else:
            if folded[index] not in _SERVICES:
                return False
            index += 1
    return named and bool(words)


@cache
def _words_of_endonyms() -> frozenset[str]:
    return frozenset(word for endonym in endonyms() for word in endonym)
