"""Finds listed phrases in a line: names that every language keeps, and furniture of pages."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.language.folding import fold, without_marks
from capqa.language.languages import INDEX
from capqa.language.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LISTS: Final = Path(__file__).parent / "lists"


class Phrase(NamedTuple):
    """A listed phrase: its folded words, what it is, and the language it gives away, if any."""

    words: tuple[str, ...]
    kind: str
    language: int | None


class PhraseTable:
    """Phrases by their first word."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Index the phrases; longer ones are preferred where several begin alike."""
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            if phrase.words:
                self._by_first.setdefault(phrase.words[0], []).append(phrase)
        for entries in self._by_first.values():
            entries.sort(key=lambda phrase: -len(phrase.words))

    def opens(self, word: str) -> bool:
        """Return whether a phrase begins with a folded word."""
        return word in self._by_first

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, Phrase]]:
        """Yield (index of the first word, phrase) for the phrases in a line of folded words."""
        for index, word in enumerate(words):
            for phrase in self._by_first.get(word, ()):
                length = len(phrase.words)
                if length == 1 or tuple(words[index : index + length]) == phrase.words:
                    yield index, phrase
                    break


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of our lists."""
    with (LISTS / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a phrase as ``tokens.tokens`` cuts them."""
    return tuple(fold(token.text) for token in tokens(text))


@cache
def kept_names() -> PhraseTable:
    """Return the names of media, parties, clubs, brands, shows and works that pages keep."""
    found: dict[tuple[str, ...], Phrase] = {}
    for row in rows("kept_names.csv"):
        words = words_of(row["name"])
        if len(words) == 1 and any(letter.isdigit() for letter in row["name"]):
            continue
        for spelling in (words, tuple(without_marks(word) for word in words)):
            found.setdefault(spelling, Phrase(spelling, row["kind"], None))
    return PhraseTable(found.values())


@cache
def telling_phrases() -> PhraseTable:
    """Return the phrases that give a language away: site furniture, names English translates."""
    found: dict[tuple[tuple[str, ...], str], Phrase] = {}
    for row in rows("telling_phrases.csv"):
        words = words_of(row["phrase"])
        found[words, row["language"]] = Phrase(words, row["kind"], INDEX[row["language"]])
    return PhraseTable(found.values())


@cache
def adopted_words() -> frozenset[str]:
    """Return foreign words English uses without translating them, folded."""
    return frozenset(fold(row["word"]) for row in rows("adopted_words.csv"))


@cache
def endonyms() -> frozenset[tuple[str, ...]]:
    """Return what languages call themselves, as language switchers show it."""
    return frozenset(words_of(row["endonym"]) for row in rows("endonyms.csv"))
