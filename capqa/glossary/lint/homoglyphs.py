"""Words with letters of two alphabets that look alike, such as a Cyrillic "а" among Latin letters.

The word looks right and is never found: a machine sees other letters. Parts joined by a hyphen or
an apostrophe may differ: "IT-компания".

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "W\u0430ffe,weapon")
["2: source: 'Wаffe' mixes Latin with Cyrillic letters (а, U+0430); type it anew"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.linting.glossary import Problem
from capqa.language.mixed_scripts import WORD, scripts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary

_COLUMNS = ("source", "target", "variants")


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the rows with a word of mixed alphabets in source, target or variants."""
    for row in glossary.rows:
        for column in _COLUMNS:
            text = row.values.get(column, "")
            if text.isascii():
                continue
            for found in WORD.finditer(text):
                mixture = _mixture(found[0])
                if mixture:
                    yield Problem(row, f"{column}: {found[0]!r} {mixture}; type it anew")


def _mixture(word: str) -> str:
    """Return how a word mixes alphabets, "" if it does not; the rarer one's letter is shown."""
    if word.isascii():
        return ""
    letters = scripts_of(word)
    if len(letters) < 2:
        return ""
    most, least = sorted(letters, key=lambda script: -len(letters[script]))[:2]
    strange = letters[least][0]
    return f"mixes {most} with {least} letters ({strange}, U+{ord(strange):04X})"
