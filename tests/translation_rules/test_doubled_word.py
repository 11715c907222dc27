"""Words that stand twice, and pairs that a language has."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import corrected, problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "x", "in the the town"),
        ("en-de", "x", "Das Haus ist ist alt"),
        ("de-en", "x", "It was\nwas done"),
        ("en-fr", "x", "il est est là"),
        ("en-ru", "x", "он и и она"),
        ("de-en", "x", "We don't don't know"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("doubled-word", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "x", "He had had it"),
        ("en-de", "x", "jene, die die Frau kennt"),
        ("en-fr", "x", "Nous nous levons"),
        ("de-en", "x", "Walla Walla"),
        ("de-en", "x", "1 1"),
        ("de-en", "x", "A A battery"),
        ("de-en", "x", "day-to-to-day"),
        ("de-en", "x", "the, the"),
        ("en-id", "x", "orang orang"),
        ("de-en", "in in", "in in the"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("doubled-word", source, text, languages) == []


def test_one_of_the_two_is_proposed() -> None:
    (problem,) = problems("doubled-word", "", "Soldiers in the  the town")
    assert (problem.span.start, problem.span.end, problem.replacement) == (12, 20, "the")


def test_a_word_that_stands_often_is_one_problem() -> None:
    (problem,) = problems("doubled-word", "", "Soldiers in the the  the town")
    assert problem.message == "'the' stands 3 times"
    assert corrected("doubled-word", "Soldiers in the the  the town") == "Soldiers in the town"
    assert corrected("doubled-word", "In the the theatre") == "In the theatre"
