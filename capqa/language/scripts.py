"""Which writing system a word is in, and which languages that leaves."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from capqa.language.languages import INDEX, Script

UNSPACED: Final = frozenset({Script.HAN, Script.KANA, Script.THAI})
"""Scripts without spaces between words, so that a token is a whole phrase."""

# (first code point, script of what follows); letters outside are OTHER.
_RANGES: Final = (
    (0x0000, Script.LATIN),
    (0x0370, Script.GREEK),
    (0x0400, Script.CYRILLIC),
    (0x0530, Script.OTHER),
    (0x0590, Script.HEBREW),
    (0x0600, Script.ARABIC),
    (0x0780, Script.OTHER),
    (0x08A0, Script.ARABIC),
    (0x0900, Script.DEVANAGARI),
    (0x0980, Script.BENGALI),
    (0x0A00, Script.OTHER),
    (0x0B80, Script.TAMIL),
    (0x0C00, Script.OTHER),
    (0x0E00, Script.THAI),
    (0x0E80, Script.OTHER),
    (0x1100, Script.HANGUL),
    (0x1200, Script.OTHER),
    (0x1C80, Script.CYRILLIC),
    (0x1C90, Script.OTHER),
    (0x1D00, Script.LATIN),
    (0x1F00, Script.GREEK),
    (0x2000, Script.LATIN),
    (0x2DE0, Script.CYRILLIC),
    (0x2E00, Script.LATIN),
    (0x2E80, Script.HAN),
    (0x3040, Script.KANA),
    (0x3100, Script.HAN),
    (0x3130, Script.HANGUL),
    (0x3190, Script.HAN),
    (0x31F0, Script.KANA),
    (0x3200, Script.HAN),
    (0xA000, Script.OTHER),
    (0xA640, Script.CYRILLIC),
    (0xA6A0, Script.OTHER),
    (0xA720, Script.LATIN),
    (0xA800, Script.OTHER),
    (0xAB30, Script.LATIN),
    (0xAB70, Script.OTHER),
    (0xAC00, Script.HANGUL),
    (0xD7B0, Script.OTHER),
    (0xF900, Script.HAN),
    (0xFB00, Script.LATIN),
    (0xFB1D, Script.HEBREW),
    (0xFB50, Script.ARABIC),
    (0xFE00, Script.LATIN),
    (0xFE70, Script.ARABIC),
    (0xFF00, Script.LATIN),
    (0xFF66, Script.KANA),
    (0xFFA0, Script.HANGUL),
    (0xFFE0, Script.OTHER),
    (0x20000, Script.HAN),
    (0x40000, Script.OTHER),
)
_STARTS: Final = tuple(start for start, _ in _RANGES)

# Letters that decide between languages of one script, most telling first.
_TELLING: Final = (
    ("uk", frozenset("їєґ")),
    ("sr", frozenset("ђћ")),
    ("mk", frozenset("ѓќѕ")),
    ("ru", frozenset("ыэё")),
    ("uk", frozenset("і")),
    ("ur", frozenset("ٹڈڑںےھہ")),
    ("fa", frozenset("پچژگکی")),
    ("bg", frozenset("ъ")),
)

DEFAULTS: Final = {
    Script.CYRILLIC: INDEX["ru"],
    Script.ARABIC: INDEX["ar"],
    Script.HEBREW: INDEX["he"],
    Script.GREEK: INDEX["el"],
    Script.DEVANAGARI: INDEX["hi"],
    Script.BENGALI: INDEX["bn"],
    Script.TAMIL: INDEX["ta"],
    Script.HANGUL: INDEX["ko"],
    Script.KANA: INDEX["ja"],
    Script.HAN: INDEX["zh"],
    Script.THAI: INDEX["th"],
}


def script_of(word: str) -> Script:
    """Return the script of a word's first letter that is not Latin, else LATIN."""
    if word.isascii():
        return Script.LATIN
    for letter in word:
        if letter >= "\u0370":
            script = _RANGES[bisect_right(_STARTS, ord(letter)) - 1][1]
            if script is not Script.LATIN:
                return script
    return Script.LATIN


def telling_languages(word: str) -> list[int]:
    """Return the languages whose own letters a folded word contains, most telling first."""
    return [INDEX[code] for code, letters in _TELLING if not letters.isdisjoint(word)]
