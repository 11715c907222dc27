"""Finding terms of several words, each of which may be inflected: "des Islamischen Staates"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.glossary.folding import fold
from capqa.glossary.layers.building import opening
from capqa.glossary.matching import How, TermMatch
from capqa.glossary.spellings import fits_case
from capqa.glossary.words import Line
from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from capqa.glossary.morphology import Morphology
    from capqa.glossary.spellings import Spelling

_LONGEST_GAP = 3
_REMEMBERED = 65_536
_LONGEST_REMEMBERED = 100


class _Phrase(NamedTuple):
    spelling: Spelling
    words: tuple[str, ...]
    folded: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str


class PhraseIndex:
    """The terms of several words, filed under what all forms of their first two words share."""

    def __init__(
        self,
        openings: Container[str],
        opened_by: Callable[[str], Iterable[Spelling]],
        morphology: Morphology,
    ) -> None:
        """Take the keys of all terms and what returns those under a key, see layers.building."""
        self._openings = openings
        self._opened_by = opened_by
        self._morphology = morphology
        self._phrases: dict[str, list[_Phrase]] = {}
        self._buckets: dict[str, str] = {}

    def match(self, line: Line, at: int) -> tuple[TermMatch, int] | None:
        """Return the longest term that starts at a word, and the number of its words."""
        if at + 1 >= len(line.words):
            return None
        remembered = self._buckets
        first, second = line.words[at : at + 2]
        first = remembered.get(first) or self._bucket(first)
        second = remembered.get(second) or self._bucket(second)
        key = opening(first, second)
        if key not in self._openings:
            return None
        best: tuple[_Phrase, How] | None = None
        for phrase in self._opened(key):
            if best is not None and len(phrase.words) < len(best[0].words):
                break
            if at + len(phrase.words) > len(line.words):
                continue
            how = self._compare(phrase, line, at)
            if how is not None and (best is None or how is not How.INFLECTED):
                best = phrase, how
                if how is not How.INFLECTED:
                    break
        return _matched(line, at, *best) if best is not None else None

    def _opened(self, key: str) -> list[_Phrase]:
        found = self._phrases.get(key)
        if found is None:
            found = [
                phrase
                for spelling in self._opened_by(key)
                if (phrase := _phrase(spelling)) is not None
            ]
            found.sort(key=lambda phrase: -len(phrase.words))
            self._phrases[key] = found
        return found

    def _bucket(self, word: str) -> str:
        found = self._morphology.bucket(fold(word))
        if len(self._buckets) >= _REMEMBERED:
            self._buckets.clear()
        if len(word) <= _LONGEST_REMEMBERED:
            self._buckets[word] = found
        return found

    def _compare(self, phrase: _Phrase, line: Line, at: int) -> How | None:
        how = How.VARIANT if phrase.spelling.variant else How.EXACT
        for offset, expected in enumerate(phrase.words):
            if offset and not _same_gap(_gap(line, at + offset - 1), phrase.gaps[offset - 1]):
                return None
            word = line.words[at + offset]
            if word == expected:
                continue
            folded = fold(word)
            if not fits_case(word, expected):
                return None
            if folded == phrase.folded[offset]:
                if how is How.EXACT and word.casefold() != expected.casefold():
                    how = How.FOLDED
            elif self._same_lemma(folded, phrase.folded[offset]):
                how = How.INFLECTED
            else:
                return None
        return how

    def _same_lemma(self, left: str, right: str) -> bool:
        ours = {each.lemma for each in self._morphology.reductions(left) if _light(each.ending)}
        if right in ours:
            return True
        theirs = {each.lemma for each in self._morphology.reductions(right) if _light(each.ending)}
        return left in theirs or not ours.isdisjoint(theirs)


def _phrase(spelling: Spelling) -> _Phrase | None:
    line = Line.of(spelling.text)
    if len(line.words) < 2:
        return None
    gaps = tuple(_gap(line, at) for at in range(len(line.words) - 1))
    tail = spelling.text[line.places[-1][1] :]
    return _Phrase(spelling, tuple(line.words), tuple(map(fold, line.words)), gaps, tail)


def _matched(line: Line, at: int, phrase: _Phrase, how: How) -> tuple[TermMatch, int]:
    start, _ = line.places[at]
    _, end = line.places[at + len(phrase.words) - 1]
    if line.text.startswith(phrase.tail, end):
        end += len(phrase.tail)
    term = phrase.spelling.term
    match = TermMatch(Span(start, end), term.best, how, term.entries[1:])
    return match, len(phrase.words)


def _light(ending: str) -> bool:
    return ending in ("e", "n", "en", "er", "es", "em", "s", "")


def _gap(line: Line, at: int) -> str:
    start, end = line.places[at][1], line.places[at + 1][0]
    return line.text[start : min(end, start + _LONGEST_GAP + 1)]


def _same_gap(gap: str, expected: str) -> bool:
    if gap == expected:
        return True
    return expected.isspace() and gap.isspace() and len(gap) <= _LONGEST_GAP
