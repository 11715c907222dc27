"""Whatever the text, matches are in order, apart from each other, and exactly where they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from capqa.glossary.termbase import Termbase

WORDS = [
    "Irak",
    "Mossul",
    "Befreiungsaktion",
    "Regierungstrupen",
    "Fluechtlinge",
    "Flu\u0308chtlinge",
    "des Islamischen Staates",
    "IS-Kämpfer",
    "Syrien-Konflikt",
    "Regierungsoffensive",
    "Ersten Weltkrieg",
    "v.l.n.r.",
    "the",
    "[MUSIC]",
    "\u202eIrak",
    "\x1b[31m",
    "北京",
    "🇩🇪",
    "Gefl\u00adüchtete",
]
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3)), max_size=12).map("".join),
    st.text(alphabet="aeiouäöüßAEIrsntgk-| .:\u0308\u00ad", max_size=120),
)


@given(texts)
@settings(max_examples=300, deadline=None)
def test_matches_are_in_order_and_inside(german: Termbase, text: str) -> None:
    end = 0
    for match in german.find(text):
        assert end <= match.span.start < match.span.end <= len(text)
        end = match.span.end
        for part in match.parts:
            assert match.span.start <= part.span.start <= part.span.end <= match.span.end


@given(texts)
@settings(max_examples=100, deadline=None)
def test_asking_twice_gives_the_same(german: Termbase, text: str) -> None:
    assert german.find(text) == german.find(text)


@given(st.lists(st.sampled_from(WORDS[:11]), min_size=1, max_size=8))
@settings(max_examples=100, deadline=None)
def test_surroundings_do_not_matter(german: Termbase, terms: list[str]) -> None:
    text = " | ".join(terms)
    start = 0
    for term in terms:
        alone = german.find(term)
        inside = [m for m in german.find(text) if start <= m.span.start < start + len(term)]
        assert [m.span.of(text) for m in inside] == [m.span.of(term) for m in alone]
        assert [m.target for m in inside] == [m.target for m in alone]
        start += len(term) + len(" | ")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Irak | Befreiungsaktion Mossul", [(0, 4), (7, 23), (24, 30)]),
        (
            "Irak Mossul Offensive der Regierungstrupen gegen IS",
            [(0, 4), (5, 11), (12, 21), (26, 42), (49, 51)],
        ),
        ("Flu\u0308chtlinge, Syrien", [(0, 12), (14, 20)]),
        ("🇮🇶 Irak", [(3, 7)]),
    ],
)
def test_exact_offsets(german: Termbase, text: str, places: list[tuple[int, int]]) -> None:
    assert [(m.span.start, m.span.end) for m in german.find(text)] == places


def test_a_very_long_text(german: Termbase) -> None:
    text = "Irak Mossul Flüchtlinge | " * 20_000
    assert len(german.find(text)) == 60_000


def test_a_very_long_word(german: Termbase) -> None:
    assert german.find("Krieg" * 100_000) == []
    assert german.find("Krieg-" * 20_000) == []
