"""Reads what our lists say of single words. Memory mapped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from capqa.language.lexicon import DATA, mapped_table, mapped_trie
from capqa.language.marks import LIST_MARKS_NAME, LIST_WORDS_NAME, SUFFIX

if TYPE_CHECKING:
    from pathlib import Path


class WordLists:
    """The marks of words, see ``marks``."""

    def __init__(self, data: Path = DATA) -> None:
        """Map the tables in a folder; raises CapqaError when they have not been built."""
        self._words = mapped_trie(data / LIST_WORDS_NAME)
        self._marks = mapped_table(data / LIST_MARKS_NAME).cast("I")

    def marks(self, word: str, *, endings: bool = True) -> int:
        """Return the bits of ``marks`` that hold for a folded word, those of its endings too."""
        found = 0
        index = self._words.get(word)
        if index is not None:
            found = self._marks[index]
        if not endings:
            return found
        for suffix in self._words.prefixes(SUFFIX + word[::-1]):
            found |= self._marks[self._words[suffix]]
        return found


@cache
def shared_word_lists() -> WordLists:
    """Return the one set of lists of this process."""
    return WordLists()
