"""What an English page holds in other languages without being left untranslated."""

from __future__ import annotations

import pytest

from capqa.language.detection import Detector
from capqa.model import Role


@pytest.fixture(scope="module")
def english() -> Detector:
    return Detector("en")


@pytest.mark.parametrize(
    "text",
    [
        # Credits, whatever the source is called.
        "Image: Landesamt für geheime Dienste",
        "Photo: Office français des réfugiés",
        "© Atelier graphique de la Ville de Lyon",
        "Handout/Landeskriminalamt/dpa",
        # Services in other languages.
        "DW auf Deutsch",
        "BBC News Türkçe",
        "RFI Español",
        "中文 (繁體)",
        # What English has taken over whole.
        "A coup d'état in Niamey",
        "Persona non grata",
        "Coq au vin",
        "Sturm und Drang",
        "Deutsche Welle's correspondent in Kyiv",
        # Names of people and places in the shapes lists have.
        "B. Horák, I. Lindström and A. Sousa",
        "Gregorič vs. Ferreira: who will win?",
        "Kőszeg 2-1 Hillerød (Tóth 10', Acuña 70')",
        "Elon Musk in Hohenwaldeck",
        "Merz in Ankara: A balancing act with Erdogan",
        # Institutions and parties that stand alone.
        "Bayerisches Landesmuseum",
        "Landesagentur für Umwelt",
        "Conseil constitutionnel",
        "Parti populaire",
        "Sosyal Demokrat Halk Partisi",
    ],
)
def test_it_is_left_alone(english: Detector, text: str) -> None:
    spans = english.foreign_spans(text, role=Role.CAPTION)
    assert [each for each in spans if each.confidence >= Detector.threshold] == []


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("Map: Vormarsch der Truppen auf Aleppo", "Vormarsch der Truppen auf Aleppo"),
        ("Moscow: автобус у вокзала", "автобус у вокзала"),
        ("Alexei Navalny в зале суда in 2021", "в зале суда"),
        ("The show in Deutschen Historischen Museum opened", "Deutschen Historischen Museum"),
        ("Supporters of Morales bloquean carreteras in Cochabamba", "bloquean carreteras"),
        # What English spells alike needs no translation; within the fragment it belongs to it.
        ("China | Überwachungskameras in Xinjiang", "Überwachungskameras in Xinjiang"),
        ("Syrien | Flüchtlinge | Idlib", "Syrien | Flüchtlinge"),
        ("Pilgrims auf dem Petersplatz", "auf dem Petersplatz"),
    ],
)
def test_the_fragment_ends_where_english_begins(
    english: Detector, text: str, fragment: str
) -> None:
    spans = english.foreign_spans(text, role=Role.CAPTION)
    assert [each.span.of(text) for each in spans if each.confidence >= Detector.threshold] == [
        fragment
    ]
