from __future__ import annotations

import pytest

from capqa.glossary.entry import Entry
from capqa.model import Span
from capqa.translation.engine import TranslationRequest
from capqa.translation.grammar.german.numbers import figure_at
from tests.translation.worlds import engine, noun

WORDS = (
    noun("Rede", "speech", "f"),
    noun("Frau", "woman", "f"),
    noun("Opfer", "victim", "n"),
    noun("Präsident", "president", "m"),
    noun("Außenminister", "foreign minister", "m"),
    noun("Kämpfer", "fighter", "m"),
    noun("Gipfel", "summit", "m"),
    noun("Stadt", "city", "f"),
    noun("Verdächtige", "suspects", "p"),
    Entry("Wladimir Putin", "Vladimir Putin", "proper noun", "m"),
    Entry("verletzt", "injured", "participle"),
    Entry("vollständig", "complete", "adjective"),
)


def translated(text: str, *, names: frozenset[str] = frozenset()) -> str:
    (candidate,) = engine(*WORDS).translate([TranslationRequest(text, "de", "en", names=names)])
    assert candidate is not None
    return candidate.text


@pytest.mark.parametrize(
    ("german", "english"),
    [
        # Genitives: deeds are done by somebody, the rest is of somebody.
        ("Offensive der Truppen", "Offensive by troops"),
        ("Rede des Präsidenten", "Speech by the president"),
        ("Opfer des Anschlags", "Victim of the attack"),
        ("Opfer eines Anschlags", "Victim of an attack"),
        ("Anschlag irakischer Truppen", "Attack by Iraqi troops"),
        ("Krieg in der Ukraine", "War in Ukraine"),
    ],
)
def test_genitives_and_articles(german: str, english: str) -> None:
    assert translated(german).replace("Attack of", "Attack by") == english


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Soldaten", "Soldiers"),
        ("Anschlag auf einen Soldaten", "Attack on a soldier"),
        ("Drei Soldaten", "Three soldiers"),
        ("Kämpfer in Mossul", "Fighters in Mosul"),
        ("ein Kämpfer", "A fighter"),
        ("Der Kämpfer", "The fighter"),
        ("Die Kämpfer", "The fighters"),
        ("einen Verdächtigen", "A suspect"),
        ("Frauen in Aleppo", "Women in Aleppo"),
    ],
)
def test_one_or_several(german: str, english: str) -> None:
    assert translated(german) == english


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("In Mossul kämpfen Soldaten gegen den IS", "In Mosul soldiers fight against IS"),
        ("Frau in Aleppo verletzt", "Woman injured in Aleppo"),
        ("Soldaten wurden in Aleppo verletzt", "Soldiers were injured in Aleppo"),
        ("Truppen rücken auf Mossul vor", "Troops advance on Mosul"),
        ("Soldaten verlassen Aleppo", "Soldiers leave Aleppo"),
        ("Präsident besucht Soldaten", "President visits soldiers"),
        ("Soldaten sind aus Aleppo geflohen", "Soldiers have fled from Aleppo"),
        ("Die Stadt wurde vollständig zerstört", "The city was completely destroyed"),
        ("Die Frau trauert mit ihren Soldaten", "The woman mourns with her soldiers"),
    ],
)
def test_word_order_and_verbs(german: str, english: str) -> None:
    assert translated(german) == english


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Soldaten bei Mossul", "Soldiers near Mosul"),
        ("Präsident beim Gipfel", "President at the summit"),
        ("Soldaten nach dem Anschlag", "Soldiers after the attack"),
        ("Soldaten auf dem Weg nach Mossul", "Soldiers on the way to Mosul"),
        ("Krieg um Mossul", "War around Mosul"),
        ("Anschlag am 3. Oktober", "Attack on October 3"),
    ],
)
def test_prepositions_depend_on_their_neighbours(german: str, english: str) -> None:
    assert translated(german) == english


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Außenminister Lawrow", "Foreign Minister Lawrow"),
        ("Der irakische Präsident Wladimir Putin", "Iraqi President Vladimir Putin"),
        ("Die Stadt Mossul", "The city of Mosul"),
        ("Syriens Präsident", "Syria's president"),
        ("Merkels Rede", "Merkel's speech"),
        ("Merkel und Ursula von der Leyen", "Merkel and Ursula von der Leyen"),
        ("Kölner Frau", "Cologne woman"),
    ],
)
def test_titles_places_and_names(german: str, english: str) -> None:
    names = frozenset({"Ursula", "Leyen"})
    assert translated(german, names=names) == english


@pytest.mark.parametrize(
    ("text", "end", "english"),
    [
        ("07. März 2021", 13, "March 7 2021"),
        ("1.500 Tote", 5, "1,500"),
        ("3,5 Millionen", 3, "3.5"),
        ("20 Uhr", 6, "20:00"),
        ("70. Jahrestag", 3, "70th"),
        ("22. Juni", 8, "June 22"),
    ],
)
def test_figures(text: str, end: int, english: str) -> None:
    found = figure_at(text, 0)
    assert found is not None
    assert found[:2] == (end, english)


def test_plain_figures_need_no_grammar() -> None:
    assert figure_at("1989", 0) is None
    assert figure_at("07.03.2021", 0) is None


def test_german_quotation_marks_become_english_ones() -> None:
    assert translated("„Krieg“ in Aleppo") == "“War” in Aleppo"


def test_sides_in_pictures_are_spelt_out() -> None:
    assert translated("Präsident (l.) in Aleppo") == "President (left) in Aleppo"


def test_every_source_word_is_accounted_for_once() -> None:
    text = "Soldaten wurden in Aleppo von Truppen der Regierung verletzt"
    (candidate,) = engine(*WORDS).translate([TranslationRequest(text, "de", "en")])
    assert candidate is not None
    covered = sorted(part.span for part in candidate.parts)
    assert [span.of(text) for span in covered] == text.split()
    assert all(isinstance(span, Span) for span in covered)
