"""Compounds are taken apart as if every place in them were tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.glossary.compounds import SHORTEST_PART, split
from capqa.glossary.entry import Entry
from capqa.glossary.layers.building import build
from capqa.glossary.layers.layer import Layer
from capqa.glossary.layers.stack import Stack
from capqa.glossary.morphology import german, morphology_of
from capqa.glossary.terms import WordIndex

if TYPE_CHECKING:
    from collections.abc import Collection

LINKS = german.linking_elements
parts = st.sampled_from(["sen", "ens", "nen", "ese", "nes", "essen", "senen", "ner", "eser"])
words = st.lists(st.one_of(parts, st.sampled_from(LINKS)), max_size=6).map("".join)


def every_way(
    word: str, modifiers: Collection[tuple[str, str]], heads: Collection[str], start: int = 0
) -> list[list[tuple[int, int]]]:
    """Return all ways to take a word apart, as places of parts with their linking elements."""
    found = [[(start, len(word))]] if start and word[start:] in heads else []
    for end in range(start + SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        text = word[start:end]
        if any(
            (text[: len(text) - len(link)], link) in modifiers
            for link in LINKS
            if text.endswith(link) and len(text) - len(link) >= SHORTEST_PART
        ):
            found += [[(start, end), *more] for more in every_way(word, modifiers, heads, end)]
    return found


@given(words, st.sets(st.tuples(parts, st.sampled_from(LINKS))), st.sets(parts))
@settings(max_examples=500, deadline=None)
def test_fewest_parts_and_the_longest_head(
    word: str, modifiers: set[tuple[str, str]], heads: set[str]
) -> None:
    def modifier(text: str, link: str) -> str | None:
        return text if (text, link) in modifiers else None

    def head(text: str) -> str | None:
        return text if text in heads else None

    found = split(word, LINKS, modifier, head)
    ways = [way for way in every_way(word, modifiers, heads) if len(way) <= 5]
    if found is None:
        assert not ways
        return
    places = [(piece.start, piece.end) for piece in found]
    assert places in ways
    best = min(ways, key=lambda way: (len(way), way[-1][0]))
    assert (len(places), places[-1]) == (len(best), best[-1])


@given(
    st.lists(st.sampled_from(["Museum", "Haus", "Grenze", "Land", "alt", "Ende", "Lebo"])),
    st.lists(
        st.sampled_from(["museen", "haeuser", "grenz", "laender", "alt", "end", "leben", "s", "ü"]),
        max_size=4,
    ).map("".join),
    st.integers(0, 9),
)
@settings(max_examples=400, deadline=None)
def test_modifiers_end_where_one_is_known(sources: list[str], word: str, start: int) -> None:
    stack = Stack([Layer(build([Entry(each, "x") for each in sources], morphology_of("de")))])
    index = WordIndex(stack.words, stack.known_words, morphology_of("de"))
    last = len(word) - SHORTEST_PART + 1
    stops = index.modifier_stops(word, start, last)
    known = [
        stop
        for stop in range(start + SHORTEST_PART, last)
        if index.modifier(word[start:stop]) is not None
    ]
    assert set(known) <= set(stops) <= set(range(start + SHORTEST_PART, last))
