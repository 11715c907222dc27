"""Labels each word of a line with its language: one Viterbi pass over few candidate languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.language.languages import INDEX
from capqa.language.tokens import Gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from capqa.language.word_evidence import WordEvidence

TARGET: Final = -1
_CANDIDATES: Final = 5
_NOTICEABLE: Final = 0.7

# The cost in nats of leaving the target language, and of coming back, by what stands between.
_ENTER: Final = {Gap.NONE: 4.0, Gap.COMMA: 3.2, Gap.BREAK: 2.0, Gap.END: 1.5}
_LEAVE: Final = {Gap.NONE: 2.2, Gap.COMMA: 1.8, Gap.BREAK: 1.0, Gap.END: 0.6}
_CHANGE: Final = 6.0
_START: Final = 1.2
# Fragments in these languages are the likeliest on the pages of newsrooms; it settles near ties.
_FREQUENT: Final = frozenset(INDEX[code] for code in ("en", "de", "fr", "es", "it", "pt", "ru"))
_RARITY: Final = 0.5


def candidates(evidence: Sequence[WordEvidence]) -> list[int]:
    """Return the languages worth considering for a line, the likeliest first."""
    totals: dict[int, float] = {}
    for word in evidence:
        if word.best > _NOTICEABLE:
            for language, weight in word.weights.items():
                if weight > _NOTICEABLE:
                    totals[language] = totals.get(language, 0.0) + weight
    ranked = sorted(totals, key=lambda language: (-totals[language], language))
    return ranked[:_CANDIDATES]


def may_hold_foreign(evidence: Sequence[WordEvidence], gaps: Sequence[Gap]) -> bool:
    """Return whether `label` may find a run in any language; False is certain.

    The gain of a run is bounded by what its words say for whichever language they say most for.
    """
    return may_gain(
        [word.best if word.best > word.absent else word.absent for word in evidence], gaps
    )


def may_gain(bounds: Iterable[float], gaps: Sequence[Gap]) -> bool:
    """Return whether `label` may find a run where words say so many nats at most for any language.

    False is certain for any lower bounds, too, and for weaker gaps.
    """
    run = -_START
    for position, most in enumerate(bounds):
        if position:
            gap = gaps[position]
            if run > _LEAVE[gap]:
                return True
            if run < -_ENTER[gap]:
                run = -_ENTER[gap]
        run += most
    return run > 0


def label(
    evidence: Sequence[WordEvidence],
    gaps: Sequence[Gap],
    languages: Sequence[int],
    start: float = 0.0,
) -> list[int]:
    """Return for each word one of ``languages`` or TARGET; ``start`` raises the cost of foreign.

    Linear in the number of words. Ties go to the target language.
    """
    states = range(1, len(languages) + 1)
    scores = [0.0, *(-_START - start - _RARITY * (index not in _FREQUENT) for index in languages)]
    back: list[list[int]] = [list(range(len(languages) + 1))]
    # The hottest loop of a line: plain lists, nothing called but dict.get.
    for position, word in enumerate(evidence):
        get, absent = word.weights.get, word.absent
        if position == 0:
            scores[1:] = [
                score + get(language, absent)
                for score, language in zip(scores[1:], languages, strict=True)
            ]
            continue
        gap = gaps[position]
        home = scores[0]
        best = max(scores[1:])
        best_foreign = scores.index(best, 1)
        enter, leave, change = home - _ENTER[gap] - start, best - _LEAVE[gap], best - _CHANGE
        if home >= leave:
            fresh, pointers = [home], [0]
        else:
            fresh, pointers = [leave], [best_foreign]
        for state in states:
            stay, source = scores[state], state
            if enter > stay:
                stay, source = enter, 0
            if change > stay:
                stay, source = change, best_foreign
            fresh.append(stay + get(languages[state - 1], absent))
            pointers.append(source)
        scores = fresh
        back.append(pointers)
    # Ties go to the target language, then to the likelier one.
    state = scores.index(max(scores))
    path = [state]
    for pointers in reversed(back[1:]):
        state = pointers[state]
        path.append(state)
    path.reverse()
    return [languages[state - 1] if state else TARGET for state in path]
