from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.visible import display_width, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [MUSIC] [/x]", "plain [MUSIC] [/x]"),
        ("a\x1b[2Jb", "a␛[2Jb"),
        ("a\tb", "a b"),
        ("two\nlines", "two␊lines"),
        ("\x7f\x9b", "␡<U+009B>"),
        ("\u202eevil", "<U+202E>evil"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("\ud800", "<U+D800>"),
    ],
)
def test_what_acts_is_shown_and_the_rest_is_kept(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_shown_acts_on_a_terminal(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp") for each in shown)
    overrides = ("RLO", "LRO", "RLE", "LRE", "RLI", "LRI", "FSI", "PDF", "PDI")
    assert not any(unicodedata.bidirectional(each) in overrides for each in shown)
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("é", 1), ("e\u0301", 1), ("東京", 4), ("Mossul 🙂", 9)],
)
def test_display_width_counts_cells(text: str, cells: int) -> None:
    assert display_width(text) == cells
