"""Texts made searchable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.tui.searching import plain, searchable, spellings


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("fluchtlinge", "Flüchtlinge"),
        ("fluechtlinge", "Flüchtlinge"),
        ("Flüchtlinge", "FLUECHTLINGE"),
        ("strasse", "Straße"),
        ("lodz", "Łódź"),
        ("kobenhavn", "København"),
        ("fluchtling", "Flücht\xadling"),
        ("[/x]", "[MUSIC] [/X]"),
        ("file", "ﬁle"),
        ("e\u0301tat", "État"),
    ],
)
def test_words_are_found_without_case_and_accents(word: str, text: str) -> None:
    assert any(spelling in searchable([text]) for spelling in spellings(word))


@given(st.text())
def test_every_word_of_a_text_is_found_in_it(text: str) -> None:
    searched = searchable([text])
    for word in text.split():
        assert any(spelling in searched for spelling in spellings(word))


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_accents_do_not_matter(text: str) -> None:
    accented = "".join(f"{each}\u0301" if each.isalpha() else each for each in text)
    assert plain(accented) == plain(text)
