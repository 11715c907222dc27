"""Finding terms of several words, each of which may be inflected: "des Islamischen Staates"."""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING, NamedTuple

from capqa.glossary.folding import fold
from capqa.glossary.layers.building import opening
from capqa.glossary.matching import How, TermMatch
from capqa.glossary.spellings import fits_case
from capqa.glossary.words import Line
from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from capqa.glossary.morphology import Morphology
    from capqa.glossary.spellings import Spelling

_LONGEST_GAP = 3
_REMEMBERED = 65_536
_LONGEST_REMEMBERED = 100
_LIGHT = frozenset({"e", "n", "en", "er", "es", "em", "s", ""})
_NONE: dict[int, str] = {}


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
        openings: dict[str, int] | set[str],
        opened_by: Callable[[str], Iterable[Spelling]],
        morphology: Morphology,
    ) -> None:
        """Take the keys of all terms and what returns those under a key, see layers.building."""
        self._openings = openings.keys() if isinstance(openings, dict) else openings
        self._opened_by = opened_by
        self._morphology = morphology
        self._phrases: dict[str, list[_Phrase]] = {}
        self._halves: dict[str, str] = {}
        self._lemmas: dict[str, frozenset[str]] = {}

    def openings(self, line: Line) -> dict[int, str]:
        """Return the positions of words at which a term may start, each with what `match` takes."""
        remembered = self._halves
        halves = [remembered.get(word) or self._half(word) for word in line.words]
        if self._openings.isdisjoint(map(add, halves, halves[1:])):
            return _NONE
        keys = enumerate(map(add, halves, halves[1:]))
        return {at: key for at, key in keys if key in self._openings}

    def match(self, line: Line, at: int, key: str) -> tuple[TermMatch, int] | None:
        """Return the longest term that starts at a word, and the number of its words."""
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

    def _half(self, word: str) -> str:
        found = opening(self._morphology.bucket(fold(word)))
        if len(self._halves) >= _REMEMBERED:
            self._halves.clear()
        if len(word) <= _LONGEST_REMEMBERED:
            self._halves[word] = found
        return found

    def _compare(self, phrase: _Phrase, line: Line, at: int) -> How | None:
        how = How.VARIANT if phrase.spelling.variant else How.EXACT
        for offset, expected in enumerate(phrase.words):
            if offset and not _same_gap(_cut(line.gaps[at + offset]), phrase.gaps[offset]):
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
        ours, theirs = self._lemmas_of(left), self._lemmas_of(right)
        return right in ours or left in theirs or not ours.isdisjoint(theirs)

    def _lemmas_of(self, folded: str) -> frozenset[str]:
        """Return the dictionary forms that differ from a word only as those of adjectives do."""
        found = self._lemmas.get(folded)
        if found is None:
            reductions = self._morphology.plain_reductions(folded)
            found = frozenset(each.lemma for each in reductions if each.ending in _LIGHT)
            if len(self._lemmas) >= _REMEMBERED:
                self._lemmas.clear()
            if len(folded) <= _LONGEST_REMEMBERED:
                self._lemmas[folded] = found
        return found


def _phrase(spelling: Spelling) -> _Phrase | None:
    line = Line(spelling.text)
    if len(line.words) < 2:
        return None
    folded, gaps = tuple(map(fold, line.words)), tuple(map(_cut, line.gaps[:-1]))
    return _Phrase(spelling, tuple(line.words), folded, gaps, line.gaps[-1])


def _matched(line: Line, at: int, phrase: _Phrase, how: How) -> tuple[TermMatch, int]:
    last = at + len(phrase.words) - 1
    start, end = line.starts[at], line.starts[last] + len(line.words[last])
    if line.text.startswith(phrase.tail, end):
        end += len(phrase.tail)
    term = phrase.spelling.term
    match = TermMatch(Span(start, end), term.best, how, term.entries[1:])
    return match, len(phrase.words)


def _cut(gap: str) -> str:
    return gap[: _LONGEST_GAP + 1]


def _same_gap(gap: str, expected: str) -> bool:
    if gap == expected:
        return True
    return expected.isspace() and gap.isspace() and len(gap) <= _LONGEST_GAP
