"""The words of a line, their gaps and their places are those of the text."""

from __future__ import annotations

from itertools import chain, zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.glossary.words import Line, hyphenated_parts, is_hyphenated, words
from capqa.model import Span

texts = st.one_of(st.text(max_size=40), st.text("aZé9_-‐‑\xad\u0301 .–„北ก\u200dß'", max_size=40))

UNSPACED = (
    ("\u0e00", "\u0e7f"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
)


def is_unspaced(word: str) -> bool:
    # In scripts without spaces whatever stands there is a word, a mark or a sign too.
    return len(word) == 1 and any(first <= word <= last for first, last in UNSPACED)


@given(texts)
@settings(max_examples=500, deadline=None)
def test_words_and_gaps_are_the_text(text: str) -> None:
    line = Line(text)
    pieces = chain.from_iterable(zip_longest(line.gaps, line.words, fillvalue=""))
    assert "".join(pieces) == text
    assert [text[start:end] for start, end in line.places] == line.words
    assert [span.of(text) for span in words(text)] == line.words
    assert all(word[0].isalnum() or is_unspaced(word) for word in line.words)
    assert not any(letter.isalnum() for gap in line.gaps for letter in gap)


@given(st.text("aZé9_-‐\xad .–„", max_size=30))
@settings(max_examples=300, deadline=None)
def test_a_letter_of_another_script_changes_no_word(text: str) -> None:
    assert Line(f"{text} ж").words == [*Line(text).words, "ж"]


@given(texts)
@settings(max_examples=200, deadline=None)
def test_hyphens_part_words(text: str) -> None:
    parts = hyphenated_parts(text, Span(0, len(text)))
    assert (len(parts) > 1) is is_hyphenated(text)
    assert all(not is_hyphenated(part.of(text)) for part in parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Irak | Befreiungs-Aktion", ["Irak", "Befreiungs-Aktion"]),
        ("Flücht\xadlinge", ["Flücht\xadlinge"]),
        ("Flücht\xadlinge 北京", ["Flücht\xadlinge", "北", "京"]),
        ("v.l.n.r.", ["v", "l", "n", "r"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert Line(text).words == expected
