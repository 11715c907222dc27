"""The languages the detector knows: code, family and script, in the order of the compiled tables.

Codes are ISO 639-1. "hr" stands for Bosnian, Croatian and Serbian in Latin script, which short
fragments do not tell apart, and "sr" for Serbian in Cyrillic.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Script(StrEnum):
    """A writing system as far as it narrows down the language."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    HEBREW = "hebrew"
    GREEK = "greek"
    DEVANAGARI = "devanagari"
    BENGALI = "bengali"
    TAMIL = "tamil"
    HANGUL = "hangul"
    KANA = "kana"
    HAN = "han"
    THAI = "thai"
    OTHER = "other"


class Language(NamedTuple):
    """A language; ``family`` groups languages that share many everyday words."""

    code: str
    family: str
    script: Script
    word_list: str | None
    least_frequency: float


_L, _C, _A = Script.LATIN, Script.CYRILLIC, Script.ARABIC

# Order is part of the compiled data: append only. The last column bounds the size of the tables;
# English goes deepest because a word missing from it would count as foreign.
LANGUAGES: Final = (
    Language("en", "english", _L, "en", 1e-8),
    Language("de", "west germanic", _L, "de", 5e-8),
    Language("fr", "romance", _L, "fr", 1e-7),
    Language("es", "romance", _L, "es", 1e-7),
    Language("it", "romance", _L, "it", 1e-7),
    Language("pt", "romance", _L, "pt", 1e-7),
    Language("nl", "west germanic", _L, "nl", 1e-7),
    Language("pl", "west slavic", _L, "pl", 1e-7),
    Language("tr", "turkic", _L, "tr", 0),
    Language("sv", "north germanic", _L, "sv", 1.5e-7),
    Language("cs", "west slavic", _L, "cs", 2e-7),
    Language("ro", "romance", _L, "ro", 0),
    Language("hu", "uralic", _L, "hu", 0),
    Language("da", "north germanic", _L, "da", 0),
    Language("nb", "north germanic", _L, "nb", 2e-7),
    Language("fi", "uralic", _L, "fi", 2e-7),
    Language("ca", "romance", _L, "ca", 3e-7),
    Language("hr", "south slavic", _L, "sh", 0),
    Language("sk", "west slavic", _L, "sk", 0),
    Language("sl", "south slavic", _L, "sl", 0),
    Language("lt", "baltic", _L, "lt", 0),
    Language("lv", "baltic", _L, "lv", 0),
    Language("is", "north germanic", _L, "is", 0),
    Language("id", "malay", _L, "id", 0),
    Language("tl", "malay", _L, "fil", 0),
    Language("vi", "vietic", _L, "vi", 0),
    Language("ru", "east slavic", _C, "ru", 3e-7),
    Language("uk", "east slavic", _C, "uk", 3e-7),
    Language("bg", "south slavic", _C, "bg", 0),
    Language("mk", "south slavic", _C, "mk", 1e-6),
    Language("ar", "semitic", _A, "ar", 4e-7),
    Language("fa", "iranian", _A, "fa", 0),
    Language("ur", "indic", _A, "ur", 0),
    Language("he", "semitic", Script.HEBREW, "he", 2e-6),
    Language("el", "greek", Script.GREEK, "el", 0),
    Language("hi", "indic", Script.DEVANAGARI, "hi", 0),
    Language("bn", "indic", Script.BENGALI, None, 0),
    Language("ta", "dravidian", Script.TAMIL, None, 0),
    Language("ko", "koreanic", Script.HANGUL, "ko", 0),
    Language("ja", "japonic", Script.KANA, None, 0),
    Language("zh", "sinitic", Script.HAN, None, 0),
    Language("th", "tai", Script.THAI, None, 0),
    Language("sr", "south slavic", _C, "sh", 0),
)

CODES: Final = tuple(language.code for language in LANGUAGES)
INDEX: Final = {code: index for index, code in enumerate(CODES)}
SCRIPTS: Final = tuple(language.script for language in LANGUAGES)
FAMILIES: Final = tuple(language.family for language in LANGUAGES)

# Codes that users and sources write for what we call otherwise.
ALIASES: Final = {
    "no": "nb",
    "nn": "nb",
    "bs": "hr",
    "sh": "hr",
    "ms": "id",
    "fil": "tl",
    "iw": "he",
    "ps": "fa",
    "prs": "fa",
    "gl": "pt",
    "af": "nl",
    "be": "ru",
}


def canonical(code: str) -> str:
    """Return the code our tables use for a language tag ("de-AT" and "DE" are "de")."""
    base = code.strip().lower().replace("_", "-").partition("-")[0]
    return ALIASES.get(base, base)


def is_written_in_latin(code: str) -> bool:
    """Return whether a language, by its code, is written in Latin letters; no when unknown."""
    index = INDEX.get(canonical(code))
    return index is not None and SCRIPTS[index] is Script.LATIN
