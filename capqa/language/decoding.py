"""Labels each word of a line with its language: one Viterbi pass over few candidate languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.language.languages import INDEX
from capqa.language.tokens import Gap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.language.evidence import WordEvidence

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


def label(
    evidence: Sequence[WordEvidence],
    gaps: Sequence[Gap],
    languages: Sequence[int],
    start: float = 0.0,
) -> list[int]:
    """Return for each word one of ``languages`` or TARGET; ``start`` raises the cost of foreign.

    Linear in the number of words. Ties go to the target language.
    """
    count = len(languages)
    scores = [0.0, *(-_START - start - _RARITY * (index not in _FREQUENT) for index in languages)]
    back: list[list[int]] = []
    for position, word in enumerate(evidence):
        weights, absent = word.weights, word.absent
        if position == 0:
            back.append(list(range(count + 1)))
            scores = [
                scores[0],
                *(
                    scores[state] + weights.get(language, absent)
                    for state, language in enumerate(languages, start=1)
                ),
            ]
            continue
        gap = gaps[position]
        enter = scores[0] - _ENTER[gap] - start
        best_foreign = max(range(1, count + 1), key=scores.__getitem__)
        leave = scores[best_foreign] - _LEAVE[gap]
        pointers = [0 if scores[0] >= leave else best_foreign]
        fresh = [max(scores[0], leave)]
        change = scores[best_foreign] - _CHANGE
        for state, language in enumerate(languages, start=1):
            stay, source = scores[state], state
            if enter > stay:
                stay, source = enter, 0
            if change > stay:
                stay, source = change, best_foreign
            fresh.append(stay + weights.get(language, absent))
            pointers.append(source)
        scores = fresh
        back.append(pointers)
    state = max(range(count + 1), key=lambda index: (scores[index], -index))
    states = [state]
    for pointers in reversed(back[1:]):
        state = pointers[state]
        states.append(state)
    states.reverse()
    return [languages[state - 1] if state else TARGET for state in states]
