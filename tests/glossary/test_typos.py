"""Misspelt terms are recognised; words that are spelt right but look alike are left alone."""

from __future__ import annotations

import pytest

from capqa.glossary.entry import Entry
from capqa.glossary.matching import How
from capqa.glossary.termbase import Termbase
from tests.glossary.typo_tables import MISSPELT_COMPOUNDS, NEEDS_A_WORD_LIST, RIGHT_WORDS, TYPOS


@pytest.mark.parametrize(("word", "meant"), TYPOS.items())
def test_typo_is_recognised(german: Termbase, word: str, meant: str) -> None:
    text = f"In {word}, gestern"
    match = next(m for m in german.find(text) if m.how is How.TYPO)
    assert match.span.of(text) == word
    assert (match.entry.source, match.meant) == (meant, meant)


@pytest.mark.parametrize("word", TYPOS)
def test_typos_are_only_guessed_at_when_asked(german: Termbase, word: str) -> None:
    assert all(match.how is not How.TYPO for match in german.find(word, typos=False))


@pytest.mark.parametrize(("word", "parts"), MISSPELT_COMPOUNDS.items())
def test_misspelt_compound(german: Termbase, word: str, parts: list[str]) -> None:
    (match,) = german.find(word)
    assert match.how is How.TYPO
    assert [part.target for part in match.parts] == parts
    assert match.span.of(word) == word
    assert match.parts[0].span.start == 0
    assert match.parts[-1].span.end == len(word)


def test_the_mended_spelling_is_shown(german: Termbase) -> None:
    (match,) = german.find("Flüchlingsdemonstration")
    assert match.meant == "Flüchtlingsdemonstration"
    (match,) = german.find("Raketenoffensieve")
    assert match.meant == "Raketenoffensive"


def test_enough_of_both() -> None:
    assert len(TYPOS) >= 60
    assert len(RIGHT_WORDS) >= 60


@pytest.mark.parametrize("word", RIGHT_WORDS)
def test_right_word_is_no_typo(german: Termbase, word: str) -> None:
    assert all(match.how is not How.TYPO for match in german.find(word))


@pytest.mark.parametrize("word", NEEDS_A_WORD_LIST)
def test_a_word_list_keeps_right_words(word: str) -> None:
    entries = [
        Entry("Entschädigung", "compensation", "noun", "f"),
        Entry("Entführung", "abduction", "noun", "f"),
        Entry("Redaktion", "newsroom", "noun", "f"),
        Entry("Leitung", "management", "noun", "f"),
    ]
    termbase = Termbase([entries], is_word=NEEDS_A_WORD_LIST.__contains__)
    assert termbase.find(word) == []


def test_without_a_word_list_the_near_one_is_taken() -> None:
    termbase = Termbase([[Entry("Leitung", "management", "noun", "f")]])
    assert [match.meant for match in termbase.find("Leistung")] == ["Leitung"]


def test_two_equally_near_terms_are_no_answer() -> None:
    entries = [Entry("Abstimmung", "vote", "noun", "f"), Entry("Einstimmung", "mood", "noun", "f")]
    termbase = Termbase([[*entries, Entry("Abstammung", "descent", "noun", "f")]])
    assert termbase.find("Abstmmung") == []
    assert [match.meant for match in Termbase([entries]).find("Abstmmung")] == ["Abstimmung"]


@pytest.mark.parametrize("word", ["Irka", "Kreig", "Mosul", "IIS", "NATTO"])
def test_short_words_are_not_guessed_at(word: str) -> None:
    entries = [Entry("Irak", "Iraq"), Entry("Krieg", "war"), Entry("IS", "IS"), Entry("NATO", "x")]
    assert Termbase([entries]).find(word) == []


def test_an_endless_word_takes_no_time(german: Termbase) -> None:
    assert german.find("Regierungstrupen" * 700) == []
