"""Control characters while a text is edited."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from capqa.tui.stand_ins import restored, with_stand_ins
from capqa.visible import visible


def test_symbols_stand_in_and_are_restored() -> None:
    text = "a\u202eb\x1bc\u00add"
    shown = with_stand_ins(text)
    assert shown == "a<U+202E>b␛c<U+00AD>d"
    assert restored(shown.replace("b", "B"), text) == text.replace("b", "B")
    assert restored("a b c d", text) == "a b c d"


def test_a_symbol_the_text_never_stood_for_stays_a_symbol() -> None:
    assert restored("␛", "plain") == "␛"


@given(st.text())
def test_an_unchanged_text_comes_back_unless_it_held_the_symbols_themselves(text: str) -> None:
    if not any(visible(character) in text.replace(character, "") for character in set(text)):
        assert restored(with_stand_ins(text), text) == text
    assert "\x1b" not in with_stand_ins(text)
    assert "\u202e" not in with_stand_ins(text)
