"""One spelling for looking words up: composed, lower case, plain apostrophes."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_REMEMBERED: Final = 1 << 16
_LONGEST_REMEMBERED: Final = 64

_PLAIN: Final = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "ʻ": "'",
        "‐": "-",
        "‑": "-",
        "\u00ad": None,
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\ufeff": None,
        "ـ": None,
    }
)


def fold(word: str) -> str:
    """Return the key under which a word is stored; Turkish dotted capital I becomes plain i."""
    if word.isascii():
        return word.lower()
    folded = unicodedata.normalize("NFC", word.translate(_PLAIN))
    return folded.replace("İ", "i").lower().replace("i̇", "i")


def without_marks(word: str) -> str:
    """Return a folded word as keyboards without diacritics write it ("são" is "sao")."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.translate(_BARE)


_BARE: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


def german_digraphs(word: str) -> tuple[str, ...]:
    """Return the German spellings an ASCII word may stand for ("fluechtlinge": "flüchtlinge")."""
    umlauts = word.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü")
    sharp = umlauts.replace("ss", "ß")
    return tuple(
        dict.fromkeys(form for form in (umlauts, sharp, word.replace("ss", "ß")) if form != word)
    )


class _Folded(dict[str, str]):
    """The words folded so far: texts repeat them, and every word of a page is folded."""

    def __missing__(self, word: str) -> str:
        folded = fold(word)
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[word] = folded
        return folded


_FOLDED: Final = _Folded()


def folds(words: Iterable[str]) -> list[str]:
    """Return the words folded."""
    return [_FOLDED[word] for word in words]
