"""Joining translated words to a text, in sentence case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.addresses import ADDRESS
from capqa.translation.grammar.credits import CREDIT
from capqa.translation.grammar.word import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.grammar.word import Word

_OPENING: Final = frozenset("([{\"'“„‚‘«¿¡#@/")
_CLOSING: Final = frozenset(")]},.;:!?…\"'”’»%/")
# iPhone, eBay, al-Abadi: names that begin small on purpose.
_SMALL_ON_PURPOSE: Final = re.compile(r"[a-z]{1,2}[A-Z]|al-|el-|ad-|as-")


def join(words: Sequence[Word]) -> str:
    """Return the words' targets as one line, spaced as English spaces them."""
    pieces: list[str] = []
    before: Word | None = None
    for word in words:
        if not word.target:
            continue
        if before is not None and _spaced(before, word):
            pieces.append(" ")
        pieces.append(word.target)
        before = word
    return "".join(pieces)


def capitalised(text: str) -> str:
    """Return the text with its first letter large, quotation marks and brackets skipped."""
    for position, character in enumerate(text):
        if character.isalpha():
            if any(each.match(text, position) for each in (_SMALL_ON_PURPOSE, ADDRESS, CREDIT)):
                return text
            return text[:position] + character.upper() + text[position + 1 :]
        if character.isdigit() or character in "@#":
            return text
    return text


def _spaced(before: Word, word: Word) -> bool:
    beside = before.span.end == word.span.start
    if before.source[-1:] in ("'", "’") and before.kind is not Kind.PUNCTUATION:
        # "d'Emmanuel": what was elided is a word of its own now.
        return True
    if beside and (before.kind is Kind.PUNCTUATION or word.kind is Kind.PUNCTUATION):
        return False
    if word.kind is Kind.PUNCTUATION and word.target[0] in ",.;:!?":
        return False
    return not (beside and word.glued)
