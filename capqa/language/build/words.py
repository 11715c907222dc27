"""Gathers what is known of each word: its frequency in every language, from wordfreq."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import wordfreq

from capqa.language.folding import fold, without_marks
from capqa.language.languages import CODES, INDEX, LANGUAGES, SCRIPTS, Script
from capqa.language.lexicon_layout import frequency_byte

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Profiles = dict[str, dict[int, int]]

_LONGEST_WORD: Final = 40
# A word common enough that readers recognise it without its diacritics, and how much rarer that
# spelling is in edited text (both in frequency bytes: 30 steps are a factor of ten).
_COMMON: Final = frequency_byte(5e-6)
_RARER_BARE: Final = 24

_SERBIAN: Final = {
    **dict(zip("abvgdđežzijklmnoprstćufhcčšx", "абвгдђежзијклмнопрстћуфхцчшx", strict=True)),
}
_SERBIAN_PAIRS: Final = (("lj", "љ"), ("nj", "њ"), ("dž", "џ"))


def word_profiles(languages: tuple[str, ...] = CODES) -> Profiles:
    """Return folded word -> {language index: frequency byte} for the given languages."""
    profiles: Profiles = {}
    for index, language in enumerate(LANGUAGES):
        if language.code not in languages or language.word_list is None:
            continue
        frequencies = wordfreq.get_frequency_dict(language.word_list, "best")
        frequent = {
            word: frequency
            for word, frequency in frequencies.items()
            if frequency >= language.least_frequency
        }
        for word, frequency in _spellings(language.code, frequent):
            if _storable(word):
                profile = profiles.setdefault(word, {})
                profile[index] = max(profile.get(index, 1), frequency_byte(frequency))
    _add_bare_spellings(profiles)
    return profiles


def _spellings(code: str, frequencies: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    latin = SCRIPTS[INDEX[code]] is Script.LATIN
    for word, frequency in frequencies.items():
        if code == "sr":
            yield _in_cyrillic(word), frequency
            continue
        folded = fold(word)
        if folded and (folded[-1] < "\u0250" or "\u1e00" <= folded[-1] < "\u2000") is latin:
            yield folded, frequency
        if code == "tr" and folded.startswith("ı"):
            # Python lowers the capital of a sentence-initial "Irak" to "i".
            yield "i" + folded[1:], frequency


def _in_cyrillic(word: str) -> str:
    for pair, letter in _SERBIAN_PAIRS:
        word = word.replace(pair, letter)
    return "".join(_SERBIAN.get(letter, letter) for letter in word)


def _storable(word: str) -> bool:
    return (
        0 < len(word) <= _LONGEST_WORD
        and all(letter.isalpha() or letter in "'-" or not letter.isascii() for letter in word)
        and word[0].isalpha()
    )


def _add_bare_spellings(profiles: Profiles) -> None:
    additions: Profiles = {}
    for word, profile in profiles.items():
        if word.isascii():
            continue
        spellings = [without_marks(word)]
        german = word.translate(_DIGRAPHS)
        for index, value in profile.items():
            if value < _COMMON or SCRIPTS[index] is not Script.LATIN:
                continue
            bare = german if CODES[index] == "de" else spellings[0]
            if bare != word:
                place = additions.setdefault(bare, {})
                place[index] = max(place.get(index, 0), value - _RARER_BARE)
    for word, profile in additions.items():
        known = profiles.setdefault(word, {})
        for index, value in profile.items():
            known[index] = max(known.get(index, 0), value)


_DIGRAPHS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
