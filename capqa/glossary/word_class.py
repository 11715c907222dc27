"""What sort of word an entry is, from what glossaries write in ``part_of_speech``."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from capqa.glossary.entry import Entry


class WordClass(StrEnum):
    """The word classes that matching and grammar tell apart."""

    NOUN = "noun"
    PROPER = "proper"
    ADJECTIVE = "adjective"
    PARTICIPLE = "participle"
    VERB = "verb"
    OTHER = "other"


_BEGINNINGS = (
    ("propn", WordClass.PROPER),
    ("proper", WordClass.PROPER),
    ("name", WordClass.PROPER),
    ("acronym", WordClass.PROPER),
    ("abbreviation", WordClass.PROPER),
    ("past participle", WordClass.PARTICIPLE),
    ("participle", WordClass.PARTICIPLE),
    ("noun", WordClass.NOUN),
    ("adj", WordClass.ADJECTIVE),
    ("verb", WordClass.VERB),
)


def word_class(entry: Entry) -> WordClass:
    """Return the word class an entry states, else what its spelling suggests."""
    if entry.part_of_speech:
        return _stated(entry.part_of_speech)
    return WordClass.NOUN if entry.source[:1].isupper() else WordClass.ADJECTIVE


@lru_cache(maxsize=256)
def _stated(part_of_speech: str) -> WordClass:
    stated = part_of_speech.casefold()
    for beginning, found in _BEGINNINGS:
        if stated.startswith(beginning):
            return found
    return WordClass.OTHER
