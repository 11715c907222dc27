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
    from collections.abc import Sequence

DATA: Final = Path(__file__).parent / "data"


class Lexicon:
    """What is known of words, whatever the languages in question."""

    def __init__(self, data: Path = DATA) -> None:
        """Map the tables in a folder; raises CapqaError when they have not been built."""
        try:
            self._words = _trie(data / LEXICON_NAME)
            self._places = _trie(data / PLACES_NAME)
            self._phrases = _trie(data / PHRASES_NAME)
            self._offsets = _mapped(data / OFFSETS_NAME).cast("I")
            self._profiles = _mapped(data / PROFILES_NAME)
            self._letters = _mapped(data / LETTERS_NAME)
        except (OSError, ValueError) as error:
            raise CapqaError(
                "the language data are not built", mend="reinstall with: pip install ."
            ) from error

    def profile(self, word: str) -> bytes:
        """Return a folded word's (code, value) byte pairs, see lexicon_layout; empty if unknown."""
        if "ß" in word:
            # wordfreq writes ss throughout; names and terms are listed as they are spelt.
            return self._stored(word.replace("ß", "ss")) + self._stored(word)
        return self._stored(word)

    def is_stored(self, word: str) -> bool:
        """Return whether a folded word is in the tables as it is spelt."""
        return word in self._words

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

    def is_place(self, name: str) -> bool:
        """Return whether a folded name is a town or country as English spells it."""
        profile = self.profile(name)
        return PLACE in profile[::2] or self.is_place_phrase(name)

    def place_names(self, source: str, name: str, target: str) -> list[str]:
        """Return what a target language calls a place, given its folded name in the source."""
        prefix = f"{source}\t{name}\t{target}\t"
        return [key[len(prefix) :] for key in self._places.keys(prefix)]


def _trie(path: Path) -> marisa_trie.Trie:
    if not path.is_file():
        raise FileNotFoundError(path)
    trie = marisa_trie.Trie()
    trie.mmap(str(path))
    return trie


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@cache
def shared_lexicon() -> Lexicon:
    """Return the one lexicon of this process."""
    return Lexicon()
