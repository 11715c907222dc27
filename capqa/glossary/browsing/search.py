"""Finding entries by a piece of their text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from capqa.glossary.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.glossary.entry import Entry


def search(text: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries that have a text in their source, target, variants or note.

    Case and accents are forgiven, and ue for ü.
    """
    plain, folded = _plain(text), fold(text)
    for entry in entries:
        for field in (entry.source, entry.target, *entry.variants, entry.note):
            if plain in _plain(field) or (folded and folded in fold(field)):
                yield entry
                break


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text).casefold()
    return "".join(each for each in decomposed if not unicodedata.combining(each))
