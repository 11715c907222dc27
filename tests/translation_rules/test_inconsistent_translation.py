"""Sources that a document translates in different ways."""

from __future__ import annotations

import pytest

from capqa.translation_rules import Translation
from tests.translation_rules.asking import context, rule


def messages(source: str, text: str, known: dict[str, int], form: int | None = None) -> list[str]:
    translation = Translation(source, text, "de", "en", plural_form=form)
    checked = rule("inconsistent-translation").check(translation, context({source: known}))
    return [problem.message for problem in checked]


def test_the_most_frequent_one_is_named() -> None:
    known = {"The town": 2, "The city": 1}
    assert messages("Die Stadt", "The city", known) == ["elsewhere 2 times 'The town'"]
    assert messages("Die Stadt", "The town", known) == []


def test_of_equally_frequent_ones_the_first_counts() -> None:
    known = {"The city": 1, "The town": 1}
    assert messages("Die Stadt", "The town", known) == ["elsewhere 'The city'"]
    assert messages("Die Stadt", "The city", known) == []


@pytest.mark.parametrize(
    "other", ["the town", "The town.", "The  town", "The towns", "THE TOWN!", '"The town"']
)
def test_case_marks_and_endings_are_no_difference(other: str) -> None:
    assert messages("Die Stadt", other, {"The town": 5, other: 1}) == []


def test_short_sources_and_plurals_are_left_alone() -> None:
    assert messages("M", "Mo", {"Mo": 1, "Mi": 3}) == []
    assert messages("Tage", "Days", {"Days": 1, "Times": 3}, form=1) == []


def test_a_source_with_very_many_translations_is_looked_through_once() -> None:
    known = {f"text number {at}": 1 for at in range(20_000)}
    assert messages("Foto", "text number 19999", known) != []


def test_a_long_text_is_cut_in_the_message() -> None:
    long = "word " * 100
    (message,) = messages("Die Stadt", "other", {long: 2, "other": 1})
    assert len(message) < 120
