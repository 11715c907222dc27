from __future__ import annotations

import pytest

from capqa.translation.engine import TranslationRequest
from tests.translation.worlds import engine


@pytest.mark.parametrize(
    ("language", "text", "english"),
    [
        ("fr", "Syrie : frappes aériennes sur Alep", "Syria: Airstrikes on Aleppo"),
        ("fr", "Soldats français en Syrie", "French soldiers in Syria"),
        ("fr", "Conférence de presse d'Emmanuel Macron", "Press conference of Emmanuel Macron"),
        ("es", "Refugiados sirios en Caracas", "Syrian refugees in Caracas"),
        ("it", "Terremoto in Turchia", "Earthquake in Turkey"),
        ("pt", "Ataque em Cabo Delgado", "Attack in Cabo Delgado"),
        ("nl", "Boze boeren blokkeren snelweg", "Angry farmers block highway"),
        ("pl", "Wojna w Syrii", "War in Syria"),
        ("ru", "Война в Сирии", "War in Syria"),
        ("uk", "Війна", "War"),
        ("ar", "مظاهرات في بغداد", "Demonstrations in Baghdad"),
        ("tr", "Irak'ta Musul operasyonu", "In Iraq Mosul operation"),
    ],
)
def test_terms_places_and_word_order(language: str, text: str, english: str) -> None:
    (candidate,) = engine().translate([TranslationRequest(text, language, "en")])
    assert candidate is not None
    assert candidate.text == english


def test_a_language_without_any_grammar_still_gives_its_places() -> None:
    (candidate,) = engine().translate([TranslationRequest("Irak Xyz", "sv", "en")])
    assert candidate is not None
    assert candidate.text == "Iraq Xyz"


def test_only_english_is_a_target() -> None:
    assert engine().supports("sv", "en")
    assert not engine().supports("en", "en")
    assert not engine().supports("de", "fr")
