"""Finding rows as one types: each is made searchable once, however many letters follow."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from capqa.glossary.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


def searchable(texts: Iterable[str]) -> str:
    """Return what `matches` looks through: the texts without case and accents, and as folded."""
    text = "\n".join(texts)
    return f"{_plain(text)}\n{fold(text)}"


def matches(query: str, searched: str) -> bool:
    """Return whether a text stands in what is searchable; accents are forgiven, and ue for ü."""
    plain, folded = _plain(query.strip()), fold(query.strip())
    return plain in searched or bool(folded and folded in searched)


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text).casefold()
    return "".join(each for each in decomposed if not unicodedata.combining(each))
