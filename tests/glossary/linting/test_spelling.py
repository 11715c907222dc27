from __future__ import annotations

import doctest

import pytest

from capqa.glossary.linting import spelling as module
from capqa.glossary.linting.spelling import Spelling


def test_the_examples_hold() -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        *[("Flüchtling", "Fluechtling", True), ("Straße", "Strasse", True)],
        *[("gedenken", "Gedenken", False), ("IS", "is", False), ("-bund", "bund", False)],
    ],
)
def test_case_makes_a_difference_and_umlauts_make_none(one: str, other: str, same: bool) -> None:
    assert (Spelling.of(one) == Spelling.of(other)) is same
