"""Finding text as one types: each finding is made searchable once, however many letters follow."""

from __future__ import annotations

import re
import unicodedata
from threading import RLock
from typing import TYPE_CHECKING, Final

from capqa.glossary.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from capqa.review.items import ReviewItem
    from capqa.review.session import Session

_LONGEST: Final = 5000
"""Code points of one text that are searched; a caption is far shorter, an attack is longer."""

# What no accent is taken from, yet people without these letters type so.
_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_UNSEEN: Final = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def plain(text: str) -> str:
    """Return a text without case, accents, and what is not seen."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", _UNSEEN.sub("", text)).casefold()
    marks = {each for each in set(decomposed) if unicodedata.combining(each)}
    for mark in marks:
        decomposed = decomposed.replace(mark, "")
    return decomposed.translate(_LETTERS)


def searchable(texts: Iterable[str]) -> str:
    """Return what the `spellings` of a word are looked for in."""
    text = "\n".join(each[:_LONGEST] for each in texts)
    if text.isascii():
        return text.lower()
    # Umlauts once as u, once as ue: people without them type either.
    return f"{plain(text)}\n{fold(text)}"


def spellings(word: str) -> tuple[str, ...]:
    """Return how a word may stand in what is `searchable`."""
    return tuple(dict.fromkeys((plain(word), fold(word))))


class Texts:
    """The texts of a session's findings, with their suggestions as far as made, and comments.

    Threads may share it.
    """

    def __init__(self, session: Session) -> None:
        """Fold nothing yet."""
        self._session = session
        self._items: Sequence[ReviewItem] = ()
        self._folded: list[str] = []
        self._names: dict[str, str] = {}
        self._taken = 0
        self._lock = RLock()

    def prepare(self) -> None:
        """Fold what was not folded yet."""
        with self._lock:
            items = self._session.items
            if self._items is not items:
                before = self._items or (None,) * len(items)
                self._folded = self._folded or [""] * len(items)
                for index, (old, new) in enumerate(zip(before, items, strict=True)):
                    if old is not new:
                        self._folded[index] = self._text(index, new)
                self._items = items
            made = self._session.made(self._taken)
            for index in made:
                self._folded[index] = self._text(index, items[index])
            self._taken += len(made)

    def found(self, query: str) -> bytes:
        """Return which findings hold all words of a query, a byte each, 1 or 0."""
        words = [spellings(word) for word in query.split()]
        with self._lock:
            self.prepare()
            texts = self._folded
            if words and (commented := list(self._session.commented())):
                texts = texts.copy()
                for index in commented:
                    comments = (each.text for each in self._session.comments(index))
                    texts[index] = f"{texts[index]}\n{searchable(comments)}"
            indexes: Iterable[int] = range(len(texts))
            for one, *others in words:
                indexes = [
                    index
                    for index in indexes
                    if one in texts[index] or any(each in texts[index] for each in others)
                ]
            if not words:
                return b"\1" * len(texts)
        mask = bytearray(len(texts))
        for index in indexes:
            mask[index] = 1
        return bytes(mask)

    def _text(self, index: int, item: ReviewItem) -> str:
        finding = item.finding
        name = self._names.get(finding.document)
        if name is None:
            name = self._names[finding.document] = searchable((finding.document,))
        texts = [finding.text]
        if self._session.has_suggestion(index):
            suggestion = self._session.suggestion(index)
            if suggestion is not None:
                texts.append(suggestion.text)
        return f"{searchable(texts)}\n{name}"
