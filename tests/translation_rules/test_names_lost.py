"""Names that the translation lacks, and when it cannot be told."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Dirigent Daniel Barenboim", "The conductor"),
        ("de-fr", "Die Richterin Susanne Baer vor der Presse", "La juge devant la presse"),
        ("fr-en", "Le cinéaste Robert Guédiguian présente un film", "The director presents a film"),
        ("ru-en", "Канцлер Ангела Меркель", "The chancellor"),
        ("en-de", "The physicist Laura Dahlmeier at her desk", "Die Physikerin am Schreibtisch"),
        ("fr-en", "Le pont de Cherbourg", "The bridge of Brest"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("names-lost", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Dirigent Daniel Barenboim", "Conductor Barenboim"),
        ("de-en", "Angela Merkels Rede", "Merkel's speech"),
        ("ru-en", "Ангела Меркель и Михаил Горбачёв", "Angela Merkel and Mikhail Gorbachev"),
        ("en-pl", "The trial of Robert Fowler has begun", "Proces Roberta Fowlera"),
        ("de-uk", "Trainer Daniel Hope", "Тренер Даніел Гоуп"),
        ("en-ar", "Angela Merkel in Munich", "أنغيلا ميركل في ميونيخ"),
        ("de-en", "Essen und Trinken", "Food and drink"),
        ("en-de", "Select Date", "Datum wählen"),
        ("en-de", "Server Error", "Serverfehler"),
        ("de-de", "Daniel Barenboim", "Der Dirigent"),
        ("ar-en", "أنغيلا ميركل", "The chancellor"),
        ("de-en", "FLUGHAFEN MÜNCHEN GESPERRT", "Airport closed"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("names-lost", source, text, languages) == []


def test_without_a_source_language_nothing_is_told() -> None:
    assert problems("names-lost", "Dirigent Daniel Barenboim", "The conductor", "-en") == []
