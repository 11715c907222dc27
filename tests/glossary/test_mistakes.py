"""Mistakes made in every long term of the shipped glossary, the same ones every time."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.glossary.entry import Entry
from capqa.glossary.matching import How
from capqa.glossary.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Callable

    Mistake = Callable[[str, int], str]


def left_out(word: str, at: int) -> str:
    return word[:at] + word[at + 1 :]


def doubled(word: str, at: int) -> str:
    return word[:at] + word[at] + word[at:]


def swapped(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def replaced(word: str, at: int) -> str:
    return word[:at] + ("x" if word[at] != "x" else "q") + word[at + 1 :]


def share_recognised(termbase: Termbase, shortest: int, *mistakes: Mistake) -> float:
    """Return the share of terms recognised by a whole match after mistakes at random places."""
    choose = random.Random(7)
    sources = {entry.source for entry in termbase.entries}
    terms = sorted(each for each in sources if each.isalpha() and len(each) >= shortest)
    recognised = 0
    for term in terms:
        word = term
        for mistake in mistakes:
            word = mistake(word, choose.randrange(1, len(word) - 1))
        matches = termbase.find(word)
        recognised += [match.span.of(word) for match in matches] == [word] and (
            matches[0].meant == term or matches[0].entry.source == term
        )
    return recognised / len(terms)


@pytest.mark.parametrize("mistake", [left_out, doubled, swapped, replaced])
def test_one_mistake_in_a_long_word(german: Termbase, mistake: Mistake) -> None:
    assert share_recognised(german, 11, mistake) > 0.9


@pytest.mark.parametrize(
    "mistakes", [(left_out, doubled), (swapped, swapped), (replaced, doubled), (left_out, swapped)]
)
def test_two_mistakes_in_a_longer_word(german: Termbase, mistakes: tuple[Mistake, Mistake]) -> None:
    assert share_recognised(german, 13, *mistakes) > 0.85


LONG = "Regierungstruppen"


@given(
    st.sampled_from([left_out, doubled, swapped, replaced]),
    st.integers(1, len(LONG) - 2),
    st.text(alphabet="ab 🇮🇶\u0308|-.", max_size=6),
)
@settings(max_examples=150, deadline=None)
def test_a_mistake_is_found_exactly_where_it_stands(mistake: Mistake, at: int, before: str) -> None:
    termbase = Termbase([[Entry(LONG, "government troops", "noun", "p")]])
    word = mistake(LONG, at)
    text = f"{before} | {word}, heute"
    (match,) = termbase.find(text)
    assert match.span.of(text) == word
    assert match.span.start == len(before) + 3
    if word != LONG:
        assert (match.how, match.meant) == (How.TYPO, LONG)


def test_a_first_letter_is_no_mistake() -> None:
    termbase = Termbase([[Entry("Sanktionen", "sanctions", "noun", "p")]])
    assert termbase.find("Xanktionen") == []
