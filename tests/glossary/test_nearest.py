"""Looking words up by what is left of their beginnings finds what comparing all words finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from capqa.glossary.entry import Entry
from capqa.glossary.folding import fold
from capqa.glossary.layers.building import build
from capqa.glossary.layers.layer import Layer
from capqa.glossary.layers.stack import Stack
from capqa.glossary.layers.stored import from_bytes
from capqa.glossary.morphology import morphology_of
from capqa.glossary.typos import SHORTEST_TERM, TypoIndex, allowed_cost
from tests.glossary.layers.samples import stored
from tests.glossary.test_distance import recurrence

if TYPE_CHECKING:
    from collections.abc import Sequence

few_letters = st.text("abcé", min_size=SHORTEST_TERM - 1, max_size=15)


@st.composite
def misspelt(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a word, and words that differ from it by a few mistakes each, capitalised or not."""
    word = draw(few_letters)
    others = []
    for _ in range(draw(st.integers(1, 6))):
        other = word
        for _ in range(draw(st.integers(0, 3))):
            at = draw(st.integers(0, max(len(other) - 1, 0)))
            letter = draw(st.sampled_from("abcé"))
            other = draw(
                st.sampled_from(
                    [
                        other[:at] + other[at + 1 :],
                        other[:at] + letter + other[at:],
                        other[:at] + letter + other[at + 1 :],
                        other[:at] + other[at + 1 : at + 2] + other[at : at + 1] + other[at + 2 :],
                    ]
                )
            )
        others.append(draw(st.sampled_from([other, other.capitalize()])) or "a")
    return word, others


def compared(word: str, others: Sequence[str], limit: int) -> tuple[list[str], int]:
    """Return the nearest words by comparing all, and their cost; words are folded already."""
    limit = min(limit, allowed_cost(word))
    costs = {
        other: recurrence(word, other)
        for other in others
        if other[:1] == word[:1] and len(other) >= SHORTEST_TERM
    }
    least = min(costs.values(), default=limit + 1)
    if least > limit or not limit:
        return [], 0
    return sorted(other for other, cost in costs.items() if cost == least), least


def indexes(others: Sequence[str]) -> list[TypoIndex]:
    """Return indexes of words: in memory, stored, and with each word in two layers."""
    entries = [Entry(other, "target") for other in others]
    built = build(entries, morphology_of("de"))
    layers = [Layer(built)], [Layer(from_bytes(stored(entries), ""))], [Layer(built), Layer(built)]
    return [TypoIndex(stack.sections, stack.near) for stack in map(Stack, layers)]


@given(misspelt(), st.integers(0, 5))
@example(("aaabaaabcaa", ["aaacaaacbaa"]), 5)
@settings(max_examples=600, deadline=None)
def test_nearest(sample: tuple[str, list[str]], limit: int) -> None:
    word, others = fold(sample[0]), sample[1]
    expected, _ = compared(word, [fold(other) for other in others], limit)
    for index in indexes(others):
        assert index.nearest(word, limit) == expected


@given(misspelt(), st.integers(0, 5))
@settings(max_examples=400, deadline=None)
def test_nearest_that_may_be_spelt_so(sample: tuple[str, list[str]], limit: int) -> None:
    word, others = fold(sample[0]), sample[1]
    nearest, cost = compared(word, [fold(other) for other in others], limit)
    for capitalised in (False, True):
        spelt = {fold(other) for other in others if other[:1].isupper() is capitalised}
        expected = [each for each in nearest if each in spelt]
        for index in indexes(others):
            found, found_cost = index.nearest_spelt(word, limit, capitalised=capitalised)
            assert found == expected
            assert not found or found_cost == cost
            assert not found or index.holds_any(word, capitalised=capitalised)
