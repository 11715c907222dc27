from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.translation.engine import TranslationRequest
from capqa.translation.suggestions import Suggester
from tests.translation.worlds import engine, finding, lexicons, termbase

TOKENS = (
    "Irak Mossul Krieg der des Offensive Truppen wurde zerstört in am im von nach Merkel "
    "Merkels und 3. Oktober | : +++ ( ) „ “ ' - 1.500 20 Uhr @dw_sport https://dw.com "
    "[MUSIC] [/x] \u202e \x1b[31m \0 Befreiungsaktion x kämpfen vor verletzt Syriens . , ihrer"
)
WORDS = st.sampled_from(TOKENS.split(" "))
CAPTION = st.lists(WORDS, max_size=12).map(" ".join)
ENGINE = engine()
SUGGESTER = Suggester(termbase(), [ENGINE], lexicons=lexicons())


@given(CAPTION | st.text(max_size=60))
def test_any_text_is_translated_or_not_but_never_crashes(text: str) -> None:
    (candidate,) = ENGINE.translate([TranslationRequest(text, "de", "en")])
    if candidate is not None:
        for part in candidate.parts:
            assert 0 <= part.span.start <= part.span.end <= len(text)


@given(CAPTION)
def test_every_source_character_of_a_word_belongs_to_exactly_one_part(text: str) -> None:
    (candidate,) = ENGINE.translate([TranslationRequest(text, "de", "en")])
    if candidate is not None:
        spans = sorted(part.span for part in candidate.parts)
        assert all(left.end <= right.start for left, right in itertools.pairwise(spans))


@given(CAPTION)
def test_figures_addresses_and_separators_of_our_own_translations_are_kept(text: str) -> None:
    (suggestion,) = SUGGESTER.suggest([finding(text)]) if text else [None]
    if suggestion is not None:
        ours = {"numbers", "addresses", "separators", "credits", "quotation marks", "names"}
        failed = [check for check in suggestion.checks if check.name in ours and not check.passed]
        assert failed == []


@pytest.mark.parametrize(
    "text",
    [
        "Krieg " * 2_000,
        "Krieg" * 2_000,
        "a" * 10_000,
        "1.000" * 2_000,
        "| " * 5_000,
        "„" * 10_000,
        "der " * 2_500,
        "Krieg-" * 1_500,
        "'" * 10_000,
        "@" * 10_000,
        "a." * 5_000,
        "x@" * 5_000,
    ],
    ids=lambda text: text[:6],
)
def test_long_captions_are_no_trouble(text: str) -> None:
    # Quadratic time would show: the whole list takes a second.
    found = ENGINE.translate([TranslationRequest(text, "de", "en")])
    assert len(found) == 1
