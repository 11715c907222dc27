"""Reads the compiled tables: word profiles, the letter model, place names. Memory mapped."""

from __future__ import annotations

import mmap
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import marisa_trie

from capqa.errors import CapqaError
from capqa.language.lexicon_layout import (
    LETTERS_NAME,
    LEXICON_NAME,
    OFFSETS_NAME,
    PHRASES_NAME,
    PLACE,
    PLACES_NAME,
    PROFILES_NAME,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DATA: Final = Path(__file__).parent / "data"


class Lexicon:
    """What is known of words, whatever the languages in question."""

    def __init__(self, data: Path = DATA) -> None:
        """Map the tables in a folder; raises CapqaError when they have not been built."""
        self._words = mapped_trie(data / LEXICON_NAME)
        self._places = mapped_trie(data / PLACES_NAME)
        self._phrases = mapped_trie(data / PHRASES_NAME)
        self._offsets = mapped_table(data / OFFSETS_NAME).cast("I")
        self._profiles = mapped_table(data / PROFILES_NAME)
        self._letters = mapped_table(data / LETTERS_NAME)

    def profile(self, word: str) -> bytes:
        """Return a folded word's (code, value) byte pairs, see lexicon_layout; empty if unknown."""
        if "ß" in word:
            # wordfreq writes ss throughout; names and terms are listed as they are spelt.
            return merged(self._stored(word.replace("ß", "ss")), self._stored(word))
        return self._stored(word)

    @property
    def is_stored(self) -> Callable[[str], bool]:
        """Tells whether a folded word is in the tables as it is spelt."""
        contains: Callable[[str], bool] = self._words.__contains__
        return contains

    @property
    def begins_any(self) -> Callable[[str], bool]:
        """Tells whether any word of the tables begins with some letters."""
        keys = self._words.iterkeys
        return lambda letters: next(keys(letters), None) is not None

    def listed_prefixes(self, word: str) -> list[str]:
        """Return the words of the tables that a folded word begins with, itself included."""
        found: list[str] = self._words.prefixes(word)
        return found

    def _stored(self, word: str) -> bytes:
        index = self._words.get(word)
        if index is None:
            return b""
        return bytes(self._profiles[self._offsets[index] : self._offsets[index + 1]])

    @property
    def letters(self) -> Sequence[int]:
        """The table for ``letters.surprise``."""
        return self._letters

    def is_place_phrase(self, phrase: str) -> bool:
        """Return whether a folded name of several words is a town or country as English has it."""
        return phrase in self._phrases

    def place_phrases(self, words: str) -> list[str]:
        """Return the towns and countries of several folded words that a text begins with.

        A name may end inside a word of the text; the caller has to look.
        """
        found: list[str] = self._phrases.prefixes(words)
        return found

    def begins_place_phrase(self, words: str) -> bool:
        """Return whether a town or country of more words begins with some folded words."""
        return next(self._phrases.iterkeys(f"{words} "), None) is not None

    def is_place(self, name: str) -> bool:
        """Return whether a folded name is a town or country as English spells it."""
        profile = self.profile(name)
        return PLACE in profile[::2] or self.is_place_phrase(name)

    def place_names(self, source: str, name: str, target: str) -> list[str]:
        """Return what a target language calls a place, given its folded name in the source."""
        prefix = f"{source}\t{name}\t{target}\t"
        return [key[len(prefix) :] for key in self._places.keys(prefix)]


def merged(one: bytes, other: bytes) -> bytes:
    """Return the profile of two spellings of one word; the second counts where both say more."""
    if not one or not other:
        return one or other
    pairs = dict(zip(one[::2], one[1::2], strict=True))
    pairs |= zip(other[::2], other[1::2], strict=True)
    return bytes(byte for pair in sorted(pairs.items()) for byte in pair)


def mapped_trie(path: Path) -> marisa_trie.Trie:
    """Map a compiled trie; raises CapqaError when it has not been built."""
    if not path.is_file():
        raise _not_built()
    trie = marisa_trie.Trie()
    trie.mmap(str(path))
    return trie


def mapped_table(path: Path) -> memoryview:
    """Map a compiled byte table; raises CapqaError when it has not been built."""
    try:
        with path.open("rb") as file:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError) as error:
        raise _not_built() from error


def _not_built() -> CapqaError:
    return CapqaError("the language data are not built", mend="reinstall with: pip install .")


@cache
def shared_lexicon() -> Lexicon:
    """Return the one lexicon of this process."""
    return Lexicon()
