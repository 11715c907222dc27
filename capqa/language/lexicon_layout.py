"""How a word's profile is stored, shared by the compiler and the reader.

A profile is a run of byte pairs (code, value). Codes below ``EXONYM`` are languages and the value
is the word's frequency; codes from ``EXONYM`` on are languages in which the word is a place name
that English spells otherwise; the rest are the marks below.
"""

from __future__ import annotations

import math
from typing import Final

EXONYM: Final = 64
TERM: Final = 128
GIVEN_NAME: Final = 192
FAMILY_NAME: Final = 193
PLACE: Final = 194

_STEPS_PER_DECADE: Final = 30
_LEAST: Final = 1e-8

FREQUENCIES: Final = tuple(_LEAST * 10 ** (step / _STEPS_PER_DECADE) for step in range(256))


def frequency_byte(frequency: float) -> int:
    """Return the byte that stands for a relative frequency (occurrences per word of text)."""
    if frequency <= _LEAST:
        return 0
    return min(255, round(math.log10(frequency / _LEAST) * _STEPS_PER_DECADE))


LEXICON_NAME: Final = "words.marisa"
OFFSETS_NAME: Final = "word-offsets.bin"
PROFILES_NAME: Final = "word-profiles.bin"
LETTERS_NAME: Final = "letters.bin"
PLACES_NAME: Final = "places.marisa"
PHRASES_NAME: Final = "place-phrases.marisa"
STAMP_NAME: Final = "stamp.txt"
