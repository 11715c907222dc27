"""A term is found in every form a text may give it: case, umlauts spelt out, inflection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.glossary.entry import Entry, Status
from capqa.glossary.matching import How
from capqa.glossary.termbase import Termbase

if TYPE_CHECKING:
    from capqa.glossary.matching import TermMatch

FORMS = [
    ("Befreiungsaktion", "Befreiungsaktion", "liberation operation"),
    ("Befreiungsaktionen", "Befreiungsaktion", "liberation operation"),
    ("Regierungstruppen", "Regierungstruppen", "government troops"),
    ("Offensive", "Offensive", "offensive"),
    ("Fluechtlinge", "Flüchtling", "refugee"),
    ("FLÜCHTLINGE", "Flüchtling", "refugee"),
    ("FLUECHTLINGEN", "Flüchtling", "refugee"),
    ("Flu\u0308chtlinge", "Flüchtling", "refugee"),
    ("Flücht\u00adlinge", "Flüchtling", "refugee"),
    ("MOSSUL", "Mossul", "Mosul"),
    ("SPO\u0308", "SPÖ", "SPÖ"),
    ("Soldatinnen", "Soldat", "soldier"),
    ("Präsidenten", "Präsident", "president"),
    ("Praesidentin", "Präsident", "president"),
    ("Städte", "Stadt", "city"),
    ("Wälder", "Wald", "forest"),
    ("Häusern", "Haus", "house"),
    ("Museen", "Museum", "museum"),
    ("Viren", "Virus", "virus"),
    ("Firmen", "Firma", "company"),
    ("Gefängnissen", "Gefängnis", "prison"),
    ("Denkmäler", "Denkmal", "monument"),
    ("Armeen", "Armee", "army"),
    ("Kameras", "Kamera", "camera"),
    ("Christen", "Christ", "Christian"),
    ("Herzens", "Herz", "heart"),
    ("Verletzten", "Verletzte", "injured people"),
    ("Toten", "Tote", "dead"),
    ("zerstörter", "zerstört", "destroyed"),
    ("zerstoertes", "zerstört", "destroyed"),
    ("irakischen", "irakisch", "Iraqi"),
    ("Syrische", "syrisch", "Syrian"),
    ("protestierten", "protestieren", "protest"),
    ("jubelt", "jubeln", "cheer"),
    ("kämpft", "kämpfen", "fight"),
    ("fordert", "fordern", "demand"),
    ("präsentiert", "präsentieren", "present"),
    ("Iraks", "Irak", "Iraq"),
    ("Kiews", "Kiew", "Kyiv"),
    ("Grossbritannien", "Großbritannien", "United Kingdom"),
    ("STRASSE", "Straße", "street"),
    ("deutsche", "deutsch", "German"),
    ("Deutschen", "Deutsche", "Germans"),
    ("Tagen", "Tag", "day"),
    ("tagen", "tagen", "meet"),
]


def only(matches: list[TermMatch]) -> TermMatch:
    (match,) = matches
    return match


@pytest.mark.parametrize(("word", "source", "target"), FORMS)
def test_form_is_found(german: Termbase, word: str, source: str, target: str) -> None:
    match = only(german.find(word, typos=False))
    assert (match.entry.source, match.target) == (source, target)
    assert match.span.of(word) == word


@pytest.mark.parametrize(
    ("word", "how"),
    [
        ("Mossul", How.EXACT),
        ("MOSSUL", How.EXACT),
        ("Fluechtling", How.FOLDED),
        ("Flüchtlinge", How.INFLECTED),
        ("Kirgisistan", How.VARIANT),
        ("Regierungsoffensive", How.COMPOUND),
        ("Regierungstrupen", How.TYPO),
    ],
)
def test_says_how_it_was_found(german: Termbase, word: str, how: How) -> None:
    assert only(german.find(word)).how is how


@pytest.mark.parametrize(
    "word",
    ["is", "Is", "eu", "un", "ss", "macht", "rom", "nil", "flüchtlinge", "usa", "nato", "Who"],
)
def test_case_keeps_other_words_apart(german: Termbase, word: str) -> None:
    assert german.find(word, typos=False) == []


@pytest.mark.parametrize(
    ("lemma", "gender", "word"),
    [
        ("Krieg", "m", "Krieger"),
        ("Wache", "f", "Waches"),
        ("Truppen", "p", "Truppens"),
        ("Grenze", "f", "Grenzer"),
        ("Haus", "n", "Hausin"),
        ("Kanzler", "m", "Kanzleren"),
    ],
)
def test_forms_the_gender_rules_out(lemma: str, gender: str, word: str) -> None:
    termbase = Termbase([[Entry(lemma, "x", "noun", gender)]])
    assert termbase.find(word, typos=False) == []


def test_inflection_is_reported(german: Termbase) -> None:
    match = only(german.find("Städten"))
    assert match.inflection is not None
    assert (match.inflection.lemma, match.inflection.ending) == ("stadt", "en")
    assert match.inflection.umlaut
    assert only(german.find("Stadt")).inflection is None


def test_a_language_without_morphology_is_matched_as_written() -> None:
    termbase = Termbase([[Entry("guerre", "war", "noun", "f")]], source_language="fr")
    assert [match.target for match in termbase.find("la guerre")] == ["war"]
    assert termbase.find("les guerres", typos=False) == []


def test_other_entries_come_best_first() -> None:
    entries = [
        Entry("Kiew", "Kiev", status=Status.FORBIDDEN),
        Entry("Kiew", "Kyiv"),
        Entry("Kiew", "Kyyiv", status=Status.ADMITTED),
    ]
    match = only(Termbase([entries]).find("Kiew"))
    assert match.target == "Kyiv"
    assert [entry.target for entry in match.others] == ["Kyyiv", "Kiev"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Deutsche Soldaten in Kabul", ["German", "soldier", "Kabul"]),
        ("Die Deutschen", ["Germans"]),
        ("Verletzte in Aleppo", ["injured people", "Aleppo"]),
        ("Verletzte Zivilisten", ["injured", "civilian"]),
        ("Tote Fische", ["dead", "fish"]),
        ("Bewaffnete, Kämpfer", ["gunmen", "fighter"]),
    ],
)
def test_attribute_before_a_noun(german: Termbase, text: str, targets: list[str]) -> None:
    assert [match.target for match in german.find(text)] == targets
