"""One spelling for words that are the same: case, ae/oe/ue/ss, hyphens and composed characters.

Umlauts are unfolded rather than two letters folded together, so that "Fluechtling" meets
"Flüchtling" while "Israel" and "Steuer" stay what they are.
"""

from __future__ import annotations

import unicodedata

# Turkish capitals lose or gain the dot of an i; Russian prints ё as е.
_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "ı": "i", "\u0307": None, "ё": "е"}
_SIGNS = {"-": None, "‐": None, "‑": None, "\xad": None, "’": "'"}
_FIRST_MARK = "\u0300"
_UNFOLDED = str.maketrans({**_LETTERS, **_SIGNS})


def fold(text: str) -> str:
    """Return the spelling under which a word is looked up."""
    if text.isascii():
        return text.lower().replace("-", "")
    return unicodedata.normalize("NFC", text).casefold().translate(_UNFOLDED)


def fold_by_letter(text: str) -> str:
    """Return the folded text letter by letter, as `fold_with_offsets` does."""
    return fold(text) if is_folded_by_letter(text) else fold_with_offsets(text)[0]


def is_folded_by_letter(text: str) -> bool:
    """Return whether folding a text letter by letter gives the same as folding it as a whole."""
    return text.isascii() or max(text) < _FIRST_MARK


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters and its end, the offset in text."""
    if text.isascii() and "-" not in text:
        return text.lower(), list(range(len(text) + 1))
    folded: list[str] = []
    offsets: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and text[end] >= _FIRST_MARK and unicodedata.combining(text[end]):
            end += 1
        piece = fold(text[start:end])
        folded.append(piece)
        offsets.extend([start] * len(piece))
        start = end
    offsets.append(len(text))
    return "".join(folded), offsets
