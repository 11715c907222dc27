from __future__ import annotations

import pytest

from capqa.model import Span, Verdict
from capqa.translation.enforcement.terms import RequiredTerm, required_terms
from capqa.translation.enforcement.verification import verdicts
from tests.translation.worlds import lexicons


def term(
    *allowed: str, refused: tuple[str, ...] = (), is_verb: bool = False, is_proper: bool = False
) -> RequiredTerm:
    return RequiredTerm(Span(0, 4), "Wort", allowed, refused, is_verb=is_verb, is_proper=is_proper)


def verdict(text: str, required: RequiredTerm) -> Verdict:
    return verdicts([required], text)[0].verdict


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Soldiers in Mosul", "soldier"),
        ("The armies advance", "army"),
        ("Women at the border", "woman"),
        ("the army's advance", "army"),
        ("Members of parliament", "member of parliament"),
        ("Airstrike on Aleppo", "airstrike"),
    ],
)
def test_inflection_and_sentence_case_are_allowed(text: str, target: str) -> None:
    assert verdict(text, term(target)) is Verdict.KEPT


@pytest.mark.parametrize(
    ("text", "target"),
    [("Armyworms", "army"), ("Warsaw", "war"), ("this is it", "IS"), ("", "war")],
)
def test_parts_of_words_and_small_acronyms_do_not_count(text: str, target: str) -> None:
    assert verdict(text, term(target)) is Verdict.MISSING


@pytest.mark.parametrize("text", ["They flee", "He flees", "fled Mosul", "people fleeing"])
def test_verbs_count_in_every_form(text: str) -> None:
    assert verdict(text, term("flee", is_verb=True)) is Verdict.KEPT


def test_an_admitted_target_is_kept_and_named() -> None:
    (found,) = verdicts([term("liberation operation", "rescue operation")], "Rescue operations")
    assert (found.verdict, found.target) == (Verdict.KEPT, "rescue operation")


def test_a_refused_target_is_forbidden_even_beside_the_right_one() -> None:
    required = term("Hezbollah", refused=("Hisbollah",))
    assert verdict("Hezbollah, or Hisbollah", required) is Verdict.FORBIDDEN
    assert verdict("Hezbollah", required) is Verdict.KEPT


def test_a_refused_target_inside_an_allowed_one_is_no_offence() -> None:
    assert verdict("The IS group", term("IS group", refused=("IS",))) is Verdict.KEPT


def test_one_word_does_not_serve_two_terms() -> None:
    army, chief = term("army"), term("army chief")
    assert [each.verdict for each in verdicts([army, chief], "The army chief")] == [
        Verdict.MISSING,
        Verdict.KEPT,
    ]
    both = verdicts([army, chief], "The army chief of an army")
    assert {each.verdict for each in both} == {Verdict.KEPT}


def test_terms_of_a_text_are_the_glossary_s_with_all_their_targets() -> None:
    lexicon = lexicons().of("de", "en")
    found = required_terms("Frau nach Anschlag der Hisbollah in Befreiungsaktion", lexicon)
    assert [(each.source, each.allowed, each.refused) for each in found] == [
        ("Anschlag", ("attack", "bombing"), ()),
        ("Hisbollah", ("Hezbollah",), ("Hisbollah",)),
        ("Befreiungsaktion", ("liberation operation",), ()),
    ]
