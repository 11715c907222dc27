"""The cost of mistakes, beside the plain recurrence it must agree with."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.glossary.typos import REPLACEMENT, SLIP, distance

few_letters = st.text(alphabet="abc", max_size=10)


def recurrence(left: str, right: str) -> int:
    """Return the cost after the textbook: optimal string alignment with our costs."""

    @cache
    def cost(i: int, j: int) -> int:
        if i == 0 or j == 0:
            return SLIP * (i + j)
        costs = [
            cost(i - 1, j) + SLIP,
            cost(i, j - 1) + SLIP,
            cost(i - 1, j - 1) + (REPLACEMENT if left[i - 1] != right[j - 1] else 0),
        ]
        if i > 1 and j > 1 and left[i - 1] == right[j - 2] and left[i - 2] == right[j - 1]:
            costs.append(cost(i - 2, j - 2) + SLIP)
        return min(costs)

    return cost(len(left), len(right))


@given(few_letters, few_letters, st.integers(0, REPLACEMENT + SLIP))
@settings(max_examples=500, deadline=None)
def test_agrees_with_the_recurrence(left: str, right: str, limit: int) -> None:
    assert distance(left, right, limit) == min(recurrence(left, right), limit + 1)


@given(few_letters, st.integers(0, 9), st.sampled_from("abc"), st.integers(SLIP, 5))
@settings(max_examples=200, deadline=None)
def test_one_letter_more_is_a_slip(word: str, at: int, letter: str, limit: int) -> None:
    longer = word[:at] + letter + word[at:]
    assert distance(word, longer, limit) == distance(longer, word, limit) == SLIP


@pytest.mark.parametrize(
    ("left", "right", "limit", "cost"),
    [
        ("offensive", "offensive", 5, 0),
        ("ofensive", "offensive", 5, SLIP),
        ("offesnive", "offensive", 5, SLIP),
        ("offansive", "offensive", 5, REPLACEMENT),
        ("ofensieve", "offensive", 5, 2 * SLIP),
        ("offansieve", "offensive", 5, SLIP + REPLACEMENT),
        ("offansiva", "offensive", 5, 6),
        ("offansive", "offensive", 2, 3),
        ("", "ab", 5, 2 * SLIP),
    ],
)
def test_cost(left: str, right: str, limit: int, cost: int) -> None:
    assert distance(left, right, limit) == cost
