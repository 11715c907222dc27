"""What a term's spelling says of its part of speech and gender, where it says so for sure."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from capqa.language.place_names import place_name

_LEAST_LETTERS: Final = 7
_GERMAN_NOUN: Final = re.compile("[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*")
_FEMININE: Final = re.compile(r"(?<!spr)(?<!schw)ung$|(?:heit|keit|schaft|tion|tät)$")
_MASCULINE: Final = re.compile("ismus$")
_GERMAN_ADJECTIVE: Final = re.compile("[a-zäöüß]{3,}(?:isch|haft)")


class Guess(NamedTuple):
    """The part of speech and gender of a term; "" where nothing is sure."""

    part_of_speech: str = ""
    gender: str = ""


def guess(source: str, target: str, source_language: str, target_language: str) -> Guess:
    """Return what is sure of a term from how it and its translation are written."""
    german = source_language == "de" and target_language != "de"
    # Only names have capitals in most languages, and in German a noun is whatever else has one.
    if german and _GERMAN_NOUN.fullmatch(source) and target.islower():
        return Guess("noun", _gender(source))
    if german and _GERMAN_ADJECTIVE.fullmatch(source) and target.islower():
        return Guess("adjective")
    if german and source.endswith("-") and source[:1].isupper():
        return Guess("prefix")
    # Not every term that is kept as it is: Islamist is a noun. Of 1,507 shipped terms that this
    # calls names, all but 11 are listed as such, and most of those should be.
    if target[:1].isupper() and place_name(source, source_language, target_language) == target:
        return Guess("proper noun")
    return Guess()


def _gender(source: str) -> str:
    word = source.rpartition("-")[2].lower()
    if len(word) < _LEAST_LETTERS:
        return ""
    if _FEMININE.search(word):
        return "f"
    return "m" if _MASCULINE.search(word) else ""
