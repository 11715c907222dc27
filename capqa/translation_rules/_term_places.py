"""Where glossary terms stand in a text, in any form of theirs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from capqa.glossary.files import shipped_folder
from capqa.glossary.matching import How
from capqa.glossary.word_class import WordClass, word_class
from capqa.translation.enforcement.verification import places as places_in_english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.entry import Entry
    from capqa.glossary.matching import TermMatch
    from capqa.translation.lexicon.lexicon import Lexicon

_WORD: Final = re.compile(r"\w+|[^\w\s]+")
_LONG: Final = 5
_CUT: Final = 2
_ENDING: Final = 4


def terms_in(source: str, lexicon: Lexicon) -> Iterator[TermMatch]:
    """Yield the glossary terms of a source: no compounds, whose order is free, and no typos."""
    for match in lexicon.find(source):
        if not match.parts and match.how is not How.TYPO and lexicon.is_term(match.entry):
            yield match


def is_of_the_project(entry: Entry) -> bool:
    """Return whether an entry is from another glossary than those that come with capqa."""
    return not entry.file.startswith(_shipped())


def places(target: str, text: str, language: str, *, is_verb: bool) -> list[tuple[int, int]]:
    """Return where a target stands in a text, as (start, end).

    English forms are known; in other languages every word may have another ending.
    """
    if language == "en":
        return places_in_english(target, text, is_verb=is_verb)
    return [found.span() for found in _pattern(target).finditer(text)]


def is_verb(entry: Entry) -> bool:
    """Return whether an entry is inflected as a verb."""
    return word_class(entry) in (WordClass.VERB, WordClass.PARTICIPLE)


@lru_cache(maxsize=1)
def _shipped() -> str:
    return str(shipped_folder())


@lru_cache(maxsize=4096)
def _pattern(target: str) -> re.Pattern[str]:
    parts = []
    for word in _WORD.findall(target):
        if not word[0].isalpha() or word.isupper():
            parts.append(re.escape(word))
        elif len(word) >= _LONG:
            parts.append(re.escape(word[:-_CUT]) + rf"\w{{0,{_CUT + _ENDING}}}")
        else:
            parts.append(re.escape(word) + rf"\w{{0,{_ENDING - 1}}}")
    flags = 0 if target.isupper() else re.IGNORECASE
    # Arabic writes "and", "in", "to" and "the" together with the word.
    particles = r"(?:[وفبلك]|ال|لل|وال|بال)?" if "\u0600" <= target[:1] <= "\u06ff" else ""
    words = r"\s*".join(parts)
    return re.compile(rf"(?<!\w){particles}{words}(?!\w)", flags)
