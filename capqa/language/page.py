"""What a page as a whole tells about its lines: its language, and the names in its running text."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING, Final

from capqa.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG_ENOUGH: Final = 80
"""Code points from which on langdetect can be believed."""

_MOST: Final = 20_000

_SENTENCE_WORDS: Final = 8
_WORD: Final = lazy_pattern(r"[^\W\d_](?:[^\W_]|['’\-‐‑](?=[^\W_]))*")
_SENTENCE_ENDS: Final = frozenset(".!?:;…\"“”„»«'‘(")


def page_language(texts: Iterable[str]) -> str | None:
    """Return the ISO 639-1 code of the language most of a page is written in, None if unclear.

    Source: langdetect, seeded so that it answers alike every time, on the long paragraphs only.
    """
    long = "\n".join(text for text in texts if len(text) >= _LONG_ENOUGH)[:_MOST]
    if not long:
        return None
    # Imported here: loading its profiles takes longer than checking a page.
    from langdetect import DetectorFactory, LangDetectException, detect_langs

    DetectorFactory.seed = 0
    try:
        best = detect_langs(long)[0]
    except LangDetectException:
        return None
    return str(best.lang).partition("-")[0] if best.prob >= 0.9 else None


class RunningTextNames(Container[str]):
    """The words of running text whose capital does not come from opening a sentence.

    Lines too short to be sentences say nothing: in headlines and captions every word may have one.
    Texts are looked through when a word that stands in them is asked for.
    """

    def __init__(self, texts: Iterable[str], known: frozenset[str] = frozenset()) -> None:
        """Take the paragraphs of a page, and names that are known already."""
        self._unread = list(texts)
        self._names = set(known)

    def __contains__(self, word: object) -> bool:
        """Return whether a word is one of them."""
        if not isinstance(word, str) or not word[:1].isupper():
            return False
        if word in self._names:
            return True
        unread = self._unread
        for at in reversed(range(len(unread))):
            if word in unread[at]:
                self._names |= _names_in(unread.pop(at))
                if word in self._names:
                    return True
        return False

    def all(self) -> frozenset[str]:
        """Return all of them."""
        while self._unread:
            self._names |= _names_in(self._unread.pop())
        return frozenset(self._names)


def _names_in(text: str) -> set[str]:
    words = _WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    if len(words) < _SENTENCE_WORDS or 2 * capitals > len(words):
        return set()
    names = set()
    end = len(words[0]) + text.find(words[0])
    for word in words[1:]:
        start = text.find(word, end)
        end = start + len(word)
        if word[0].isupper() and not _opens_sentence(text, start):
            names.add(word.removesuffix("’s").removesuffix("'s"))
    return names


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip()
    return not before or before[-1] in _SENTENCE_ENDS
