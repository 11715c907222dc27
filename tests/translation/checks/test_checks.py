from __future__ import annotations

import pytest

from capqa.model import Part, Span
from capqa.translation import checks
from capqa.translation.checks.subject import Subject


def failed(source: str, text: str, *reading: Part, parts: tuple[Part, ...] = ()) -> set[str]:
    subject = Subject(source, text, reading, parts, lambda word: word.lower() == "krieg")
    return {check.name for check in checks.run(subject) if not check.passed}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("1.500 Tote am 07. März", "1,500 dead on March 7"),
        ("3,5 Millionen", "3.5 million"),
        ("um 20 Uhr", "at 20:00"),
        ("Irak | Krise: Mossul\nAleppo", "Iraq | Crisis: Mosul\nAleppo"),
        ("„Zitat“ (Archivbild)", '"Quote" (file photo)'),
        ("Foto: X/AFP @dw_sport https://dw.com/a_b", "Photo: X/AFP @dw_sport https://dw.com/a_b"),
        ("Rede der Regierung", "The government's speech"),
    ],
)
def test_a_good_suggestion_passes_every_check(source: str, text: str) -> None:
    assert failed(source, text) == set()


@pytest.mark.parametrize(
    ("source", "text", "name"),
    [
        ("3 Tote", "Dead", "numbers"),
        ("Tote", "3 dead", "numbers"),
        ("@dw_sport", "@dw sport", "addresses"),
        ("https://dw.com/x", "https://dw.com", "addresses"),
        ("Irak | Mossul", "Iraq: Mosul", "separators"),
        ("a\nb", "a b", "separators"),
        ("Bild: AFP", "Picture: agency", "credits"),
        ("„Zitat“", "Quote", "quotation marks"),
        ("(Archiv)", "archive", "quotation marks"),
        ("Krieg heute", "Krieg today", "untranslated"),
        ("Irak", " ", "plausibility"),
        ("Irak", "Iraq Iraq Iraq", "plausibility"),
        ("Irak", "Iraq " + "and so on, as told at length " * 3, "plausibility"),
        ("Irak", "Iraq\x1b[31m", "plausibility"),
    ],
)
def test_what_gets_lost_fails_its_check(source: str, text: str, name: str) -> None:
    assert name in failed(source, text)


def test_lost_names_fail_unless_only_taken_for_names() -> None:
    merkel = Part(Span(0, 6), "Merkel", "name")
    guess = Part(Span(0, 6), "Merkel", "name", "taken for a name")
    assert failed("Merkel", "The chancellor", merkel) == {"names"}
    assert failed("Merkel", "The chancellor", guess) == set()


def test_a_figure_inside_a_glossary_term_may_become_a_word() -> None:
    war = Part(Span(0, 12), "World War I", "glossary")
    assert failed("1. Weltkrieg", "World War I", war) == set()


def test_unknown_parts_fail() -> None:
    unknown = Part(Span(0, 4), "Dings", "unknown")
    assert failed("Dings", "Dings", parts=(unknown,)) == {"untranslated"}


def test_every_failure_says_what_was_wrong_in_one_line() -> None:
    subject = Subject("3 Tote | AFP", "Dead")
    messages = [check.message for check in checks.run(subject) if not check.passed]
    assert messages == [
        "numbers differ: 3 is lost",
        "separators differ: '|' became ",
        "credits lost: AFP",
    ]


def test_a_sentence_put_in_word_by_word_fails_unless_a_model_spoke() -> None:
    source, text = "eins " * 13, "one two three " * 4 + "one"
    words = tuple(Part(Span(at, at + 4), "one", "glossary") for at in range(0, 65, 5))
    model = (Part(Span(0, 65), text, "engine"),)
    assert "running text" in failed(source, text, parts=words)
    assert "running text" not in failed(source, text, parts=model)
    assert "running text" not in failed("eins " * 12, text, parts=words[:12])


def test_letters_of_another_script_are_left_untranslated_whatever_they_are_taken_for() -> None:
    text = "Fighting near Мосул"
    name = Part(Span(0, 5), "Мосул", "name", "taken for a name")
    subject = Subject("Бои у Мосул", text, (name,), (name,), into_latin=True)
    (untranslated,) = (each for each in checks.run(subject) if each.name == "untranslated")
    assert not untranslated.passed
    assert "Мосул" in untranslated.message


def test_a_word_from_a_dictionary_is_named() -> None:
    parts = (Part(Span(0, 4), "brook", "gloss"), Part(Span(5, 9), "Rome", "exonym"))
    assert failed("Bach Rom", "Brook Rome", parts=parts) == {"glosses"}
