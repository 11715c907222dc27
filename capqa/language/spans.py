"""Turns labelled words into the spans a reviewer would replace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.language.decoding import TARGET
from capqa.language.languages import SCRIPTS, Script
from capqa.language.scripts import script_of
from capqa.language.target_words import is_target_word
from capqa.language.tokens import Gap, cell_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.language.line import Line


class Run(NamedTuple):
    """Words ``first``..``last`` (exclusive) of a line, all of one language."""

    first: int
    last: int
    language: int


_AGAINST: Final = -1.2
SPEAKS_FOR: Final = 0.7
"""The nats from which on a word belongs to a fragment's core."""

_CELL_AGAINST: Final = -1.5
_PLACE_AGAINST: Final = -0.7
# Words set aside for these reasons are never part of a fragment.
_OUTSIDE: Final = frozenset({"credit", "byline", "address", "gloss"})


def runs(labels: Sequence[int], line: Line) -> list[Run]:
    """Return the runs of foreign words, joined across neutral words and tightened or widened."""
    found: list[Run] = []
    first = 0
    kept = [
        TARGET if reason in _OUTSIDE else label
        for label, reason in zip(labels, line.reasons, strict=True)
    ]
    for index in range(1, len(kept) + 1):
        if index == len(kept) or kept[index] != kept[first]:
            if kept[first] != TARGET:
                found.append(Run(first, index, kept[first]))
            first = index
    found = _joined(_without_translations(found, line), line)
    fitted: list[Run] = []
    for position, run in enumerate(found):
        lower = fitted[-1].last if fitted else 0
        upper = found[position + 1].first if position + 1 < len(found) else len(line.tokens)
        if (fit := _fitted(run, lower, upper, line)) is not None:
            fitted.append(fit)
    return fitted


def _without_translations(found: Sequence[Run], line: Line) -> list[Run]:
    """Cut runs down to the parts between breaks that are not the target language's.

    "Deutsch-Neuguinea | German New Guinea" holds one fragment and its translation.
    """
    kept: list[Run] = []
    for run in found:
        objecting = _objecting(line, run.language)
        first = run.first
        while first < run.last:
            last = first
            while last < run.last and (last in objecting) is (first in objecting):
                last += 1
            if first not in objecting:
                kept.append(Run(first, last, run.language))
            first = last
    return kept


def _objecting(line: Line, language: int) -> frozenset[int]:
    """Return the words between two breaks of which none speaks for a language, all rather not."""
    found: set[int] = set()
    first = 0
    count = len(line.tokens)
    for index in range(1, count + 1):
        if index < count and line.tokens[index].gap < Gap.BREAK:
            continue
        weights = [
            _PLACE_AGAINST
            if line.reasons[place] == "place"
            else line.evidence[place].weight(language)
            for place in range(first, index)
        ]
        if len(weights) > 1 and max(weights) < 0 and sum(weights) <= _CELL_AGAINST:
            found.update(range(first, index))
        first = index
    return frozenset(found)


def _joined(found: list[Run], line: Line) -> list[Run]:
    joined: list[Run] = []
    for run in found:
        if joined and joined[-1].language == run.language:
            before = joined[-1]
            between = range(before.last, run.first)
            if all(not _speaks_against(line, index, run.language) for index in between):
                joined[-1] = Run(before.first, run.last, run.language)
                continue
        joined.append(run)
    return joined


def _speaks_against(line: Line, index: int, language: int) -> bool:
    if line.reasons[index] in _OUTSIDE or line.evidence[index].weight(language) <= _AGAINST:
        return True
    in_latin = SCRIPTS[language] is Script.LATIN
    return not in_latin and script_of(line.tokens[index].text.lower()) is Script.LATIN


def _stops(line: Line, index: int, language: int, objecting: frozenset[int]) -> bool:
    return index in objecting or _speaks_against(line, index, language)


def _fitted(run: Run, lower: int, upper: int, line: Line) -> Run | None:
    """Return a run with the neutral words around it that belong to the same fragment.

    A line without words of the target language is one fragment from end to end. Beside such words
    a fragment keeps what stands between two breaks, or else the names that touch it.
    """
    first, last, language = run
    while first < last and line.evidence[first].weight(language) < SPEAKS_FOR:
        first += 1
    while last > first and line.evidence[last - 1].weight(language) < SPEAKS_FOR:
        last -= 1
    if first == last:
        return None
    objecting = _objecting(line, language)
    low, high = first, last
    while low > lower and not _stops(line, low - 1, language, objecting):
        low -= 1
    while high < upper and not _stops(line, high, language, objecting):
        high += 1
    return Run(_start(first, low, line, language), _end(last, high, line, language), language)


def _start(first: int, low: int, line: Line, language: int) -> int:
    """Return where a fragment begins that may reach back to ``low``."""
    if low > 0 and line.reasons[low - 1] in _OUTSIDE:
        return low
    if low == 0 and not line.target_words:
        return _after_labels(first, line, language)
    start = first
    while start > low and line.tokens[start].gap < Gap.BREAK:
        start -= 1
    return first if _is_mixed(line, first) else start


def _end(last: int, high: int, line: Line, language: int) -> int:
    """Return where a fragment ends that may reach on to ``high``."""
    if high < len(line.tokens) and line.reasons[high] in _OUTSIDE and not line.target_words:
        return high
    if high == len(line.tokens) and not line.target_words:
        return _before_labels(last, line, language)
    end = last
    while end < high and line.tokens[end].gap < Gap.BREAK:
        end += 1
    if not _is_mixed(line, last - 1):
        return end
    # "in Deutschen Historischen Museum runs until January": the noun belongs to its adjectives.
    while last < end and line.tokens[last].text[0].isupper() and line.tokens[last].gap is Gap.NONE:
        last += 1
    return last


def _after_labels(first: int, line: Line, language: int) -> int:
    """Return where a fragment begins after what stands before a break: "Map:", "Moscow |".

    A name that English spells alike needs no translation, and stays outside too.
    """
    start = index = 0
    while index < first:
        index += 1
        while index < first and line.tokens[index].gap < Gap.BREAK:
            index += 1
        if line.tokens[index].gap < Gap.BREAK or _speaks_for(line, range(start, index), language):
            break
        start = index
    while start < first and _is_plain_target(line, start, language):
        start += 1
    return start


def _before_labels(last: int, line: Line, language: int) -> int:
    """Return where a fragment ends before names that a break sets off: "... | Idomeni"."""
    end = index = len(line.tokens)
    while index > last:
        index -= 1
        while index > last and line.tokens[index].gap < Gap.BREAK:
            index -= 1
        if line.tokens[index].gap < Gap.BREAK or _speaks_for(line, range(index, end), language):
            break
        end = index
    return end


def _speaks_for(line: Line, words: range, language: int) -> bool:
    return max(line.evidence[place].weight(language) for place in words) >= SPEAKS_FOR


def _is_plain_target(line: Line, index: int, language: int) -> bool:
    """Return whether a word is rather the target's, and no name: "Pilgrims auf dem ..."."""
    return not line.evidence[index].name and line.evidence[index].weight(language) <= _PLACE_AGAINST


def _is_mixed(line: Line, place: int) -> bool:
    """Return whether clear words of the target stand between the breaks around a place."""
    cell = range(*cell_around(line.tokens, place, place + 1))
    return any(is_target_word(line.evidence[index]) for index in cell)
