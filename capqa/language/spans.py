"""Turns labelled words into the spans a reviewer would replace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.language.decoding import TARGET
from capqa.language.tokens import Gap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.language.line import Line


class Run(NamedTuple):
    """Words ``first``..``last`` (exclusive) of a line, all of one language."""

    first: int
    last: int
    language: int


_AGAINST: Final = -1.2


def runs(labels: Sequence[int], line: Line) -> list[Run]:
    """Return the runs of foreign words, joined across neutral words and tightened or widened."""
    found: list[Run] = []
    first = 0
    for index in range(1, len(labels) + 1):
        if index == len(labels) or labels[index] != labels[first]:
            if labels[first] != TARGET:
                found.append(Run(first, index, labels[first]))
            first = index
    found = _joined(found, line)
    return [_fitted(run, found, line) for run in found]


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
    word = line.evidence[index]
    if line.reasons[index] in ("credit", "byline", "address", "quotation"):
        return line.reasons[index] != "quotation"
    return word.weights.get(language, word.absent) <= _AGAINST


def _fitted(run: Run, found: Sequence[Run], line: Line) -> Run:
    """Widen a run over neutral words up to the line's ends or the next break or other words."""
    first, last, language = run
    lower = max((other.last for other in found if other.last <= first), default=0)
    upper = min((other.first for other in found if other.first >= last), default=len(line.tokens))
    reach = first
    for index in range(first - 1, lower - 1, -1):
        if _speaks_against(line, index, language):
            break
        reach = index
    first = _start(run.first, reach, line, language)
    reach = last
    for index in range(last, upper):
        if _speaks_against(line, index, language) or _barrier(line, index):
            break
        reach = index + 1
    last = _end(run.last, reach, line, language)
    return Run(first, last, language)


def _barrier(line: Line, index: int) -> bool:
    return False


def _start(first: int, reach: int, line: Line, language: int) -> int:
    """Return where the span begins: at the line's start, after a break, or at a name."""
    if reach == 0:
        return 0
    for index in range(reach, first):
        if line.tokens[index].gap >= Gap.BREAK:
            return index
    while first > reach and line.tokens[first].gap is Gap.NONE:
        word = line.tokens[first - 1].text
        if not word[0].isupper():
            break
        first -= 1
    return first


def _end(last: int, reach: int, line: Line, language: int) -> int:
    if reach == len(line.tokens):
        return reach
    for index in range(reach, last, -1):
        if line.tokens[index].gap >= Gap.BREAK:
            return index
    while last < reach and line.tokens[last].gap is Gap.NONE:
        if not line.tokens[last].text[0].isupper():
            break
        last += 1
    return last
