from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.translation.memory.similarity import LONGEST, Words, at_most, changes, similarity

TEXTS = st.text(alphabet="abÄß .|,é", max_size=30)


def alike(one: str, other: str) -> float:
    return similarity(Words.of(one), Words.of(other))


def changed(one: str, other: str) -> list[tuple[str, str]]:
    return [(each.before, each.after) for each in changes(Words.of(one), Words.of(other))]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Soldaten in Rom", "Soldaten in Rom", 1.0),
        ("Soldaten in Rom", "Soldaten  in\tRom", 1.0),
        # 1 letter of 17 added.
        ("Regierungstrupen", "Regierungstruppen", 1 - 1 / 17),
        # A word of 6 letters replaced, 23 characters without white space.
        ("Irak | Offensive auf Mossul", "Irak | Offensive auf Kirkuk", 1 - 6 / 23),
        # A word of 5 letters added to 13.
        ("Soldaten in Rom", "Keine Soldaten in Rom", 1 - 5 / 18),
        # The case of 2 letters.
        ("irak mossul", "Irak Mossul", 1 - 0.2 / 10),
        ("Straße", "Strasse", 1 - 0.1 / 7),
        ("abc", "xyz", 0.0),
        ("", "abc", 0.0),
        ("", " ", 1.0),
    ],
)
def test_similarity_is_what_the_module_says(one: str, other: str, expected: float) -> None:
    assert alike(one, other) == pytest.approx(expected)
    assert alike(other, one) == pytest.approx(expected)


def test_texts_longer_than_is_compared_are_like_nothing() -> None:
    long = "wort " * LONGEST
    assert alike(long, long) == 0


def test_changes_name_the_words_of_both_sides() -> None:
    assert changed("Offensive auf Mossul", "Offensive auf Kirkuk") == [("Mossul", "Kirkuk")]
    assert changed("Soldaten in Rom", "Keine Soldaten in Rom") == [("", "Keine")]
    assert changed("Am 3. Mai in Rom", "Am 3. Juni in Rom heute") == [
        ("Mai", "Juni"),
        ("", "heute"),
    ]
    assert changed("Soldaten in Rom", "Soldaten in Rom") == []


@given(TEXTS, TEXTS)
def test_changes_put_into_the_one_text_give_the_other(one: str, other: str) -> None:
    words, beside = Words.of(one), Words.of(other)
    undone = other
    for change in reversed(changes(words, beside)):
        assert change.span.of(other) == change.after
        undone = f"{undone[: change.span.start]} {change.before} {undone[change.span.end :]}"
    assert Words.of(undone).words == words.words


@given(TEXTS, TEXTS)
def test_the_bound_holds_and_the_similarity_is_a_share(one: str, other: str) -> None:
    words, beside = Words.of(one), Words.of(other)
    found = similarity(words, beside)
    assert -1e-9 <= found <= 1
    assert found <= at_most(words, beside) + 1e-9
    assert found == pytest.approx(similarity(beside, words))
