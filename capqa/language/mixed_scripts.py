"""Words with letters of two alphabets that look alike, such as a Cyrillic "а" among Latin letters.

Parts joined by a hyphen or an apostrophe may differ: "IT-компания".
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

WORD: Final = re.compile(r"[^\W\d_]+")
"""A word as far as one alphabet must hold."""

# Only these look alike; others beside Latin letters are meant, as in "Tシャツ".
_ALIKE: Final = ("Latin", "Cyrillic", "Greek", "Armenian", "Cherokee")
_LATIN_FOR: Final = {
    "Cyrillic": dict(
        zip("аеорсухіѕјһԁԛԝАВЕЅІЈКМНОРСТУХԚԜ", "aeopcyxisjhdqwABESIJKMHOPCTYXQW", strict=True)
    ),
    "Greek": dict(zip("ονιαρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oviapuABEZHIKMNOPTYX", strict=True)),
    "Armenian": dict(zip("օսհոՕՍ", "ouhnOU", strict=True)),
    "Cherokee": dict(zip("ᎪᎬᎠᎡᎢᎫᎻᏚᏢᏟᏴᎷ", "AEDRTJHSPCBM", strict=True)),
}
_FOR_LATIN: Final = {
    script: {latin: letter for letter, latin in letters.items()}
    for script, letters in _LATIN_FOR.items()
}


def scripts_of(word: str) -> dict[str, list[str]]:
    """Return the letters of a word by their script, of scripts that have letters alike."""
    letters: dict[str, list[str]] = {}
    for letter in word:
        if letter.isascii():
            script = "Latin"
        else:
            script = unicodedata.name(letter, "").partition(" ")[0].capitalize()
        if script in _ALIKE:
            letters.setdefault(script, []).append(letter)
    return letters


def in_one_script(word: str, usual: str = "Latin") -> str | None:
    """Return what a word of mixed scripts looks like, written in one of them; None if not told.

    The script that more letters are of is meant; ``usual`` decides between as many. Told it is only
    when each of the other letters has a double in that script.
    """
    letters = scripts_of(word)
    if len(letters) != 2:
        return None
    ranked = sorted(letters, key=lambda script: (-len(letters[script]), script != usual))
    for meant, strange in (ranked, ranked[::-1]):
        doubles = _FOR_LATIN[meant] if meant != "Latin" else _LATIN_FOR[strange]
        if strange != "Latin" and meant != "Latin":
            continue
        replaced = {letter: doubles.get(letter) for letter in letters[strange]}
        if None not in replaced.values():
            return "".join(replaced.get(letter) or letter for letter in word)
    return None
