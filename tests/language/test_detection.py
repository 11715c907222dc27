from __future__ import annotations

from pathlib import Path

import pytest

from capqa.errors import CapqaError, ConfigurationError
from capqa.language.detection import Detector
from capqa.language.lexicon import Lexicon
from capqa.model import Role

SEED = Path(__file__).parents[2] / "seeds" / "dw-mosul.txt"


@pytest.fixture(scope="module")
def english() -> Detector:
    return Detector("en")


def found(detector: Detector, text: str, role: Role = Role.BODY) -> list[tuple[str, str]]:
    spans = detector.foreign_spans(text, role=role)
    return [
        (span.span.of(text), span.language)
        for span in spans
        if span.confidence >= Detector.threshold
    ]


def test_the_seed_page_holds_exactly_its_two_captions(english: Detector) -> None:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    assert [hit for line in lines for hit in found(english, line)] == [
        ("Irak | Befreiungsaktion Mossul", "de"),
        ("Irak Mossul Offensive der Regierungstrupen gegen IS", "de"),
    ]


@pytest.mark.parametrize(
    ("text", "fragment", "language"),
    [
        (
            "07.03.2021+++Mossul, Irak+++ Pope Francis releases a white dove",
            "Mossul, Irak",
            "de",
        ),
        (
            "exhibition in Deutschen Historischen Museum",
            "Deutschen Historischen Museum",
            "de",
        ),
        ("Deutsch-Neuguinea | German New Guinea", "Deutsch-Neuguinea", "de"),
        (
            "Libanon Beirut Explosion Hafen Image: Getty Images/AFP",
            "Libanon Beirut Explosion Hafen",
            "de",
        ),
        ("Deutsche Soldaten in Mali (Symbolbild)", "Deutsche Soldaten in Mali (Symbolbild)", "de"),
        ("Archiv Fall der Mauer 1989", "Archiv Fall der Mauer 1989", "de"),
        ("Última hora", "Última hora", "es"),
        ("Haïti : séisme à Port-au-Prince.", "Haïti : séisme à Port-au-Prince", "fr"),
    ],
)
def test_spans_are_what_a_reviewer_would_replace(
    english: Detector, text: str, fragment: str, language: str
) -> None:
    assert found(english, text) == [(fragment, language)]


@pytest.mark.parametrize(
    "text",
    [
        "Image: Sefa Karacan/Anadolu Agency/picture alliance",
        "jbh/jr (AP, AFP)",
        "Ursula von der Leyen",
        "Frankfurter Allgemeine Zeitung",
        "Bündnis 90/Die Grünen",
        "Fratelli d'Italia",
        '"Wir schaffen das," Merkel said in 2015.',
        "Schadenfreude over Brexit",
        "Deutsch lernen",
        "English | Deutsch | Français | Español",
        "Volodymyr Zelenskyy (Ukrainian: Володимир Зеленський) was born in Kryvyi Rih",
        "Bundesverfassungsgericht",
        "Berlin Merkel",
        "https://p.dw.com/p/2RTTF",
        "",
    ],
)
def test_names_credits_and_quotations_are_silent(english: Detector, text: str) -> None:
    assert found(english, text) == []


def test_each_word_of_a_span_has_its_evidence(english: Detector) -> None:
    text = "Irak | Befreiungsaktion Mossul"
    (span,) = english.foreign_spans(text)
    assert [word.text for word in span.evidence] == ["Irak", "Befreiungsaktion", "Mossul"]
    assert all(word.span.of(text) == word.text and word.weight > 0 for word in span.evidence)


def test_credits_are_less_likely_fragments_than_captions(english: Detector) -> None:
    text = "Polizei Einsatz"
    caption = english.foreign_spans(text, role=Role.CAPTION)
    credit = english.foreign_spans(text, role=Role.CREDIT)
    assert caption[0].confidence > max([span.confidence for span in credit], default=0.0)


def test_names_of_the_page_are_neutral(english: Detector) -> None:
    text = "Zvonko Prstojević"
    named = english.foreign_spans(text, page_names=frozenset({"Zvonko", "Prstojević"}))
    assert not [span for span in named if span.confidence >= Detector.threshold]


def test_the_users_terms_are_evidence() -> None:
    text = "Quarkfladen Blorbo"
    assert found(Detector("en"), text) == []
    vocabulary = {"quarkfladen": frozenset({"de"}), "blorbo": frozenset({"de"})}
    assert found(Detector("en", vocabulary=vocabulary), text) == [(text, "de")]


@pytest.mark.parametrize(
    "text",
    ["Demonstration in Berlin", "Der Bundestag stimmt über das Gesetz ab", "Flüchtlinge in Idlib"],
)
def test_a_page_in_the_target_language_is_clean(text: str) -> None:
    assert found(Detector("de"), text) == []


@pytest.mark.parametrize(
    "text", ["Read more", "Read more about migration in Germany", "Protesters in Minsk, Belarus"]
)
def test_english_left_on_a_german_page_is_found(text: str) -> None:
    assert found(Detector("de-AT"), text) == [(text, "en")]


def test_explanations_cover_silent_words(english: Detector) -> None:
    explanation = english.explain("Image: Stadt Köln")
    assert explanation.spans == ()
    assert [word.text for word in explanation.evidence] == ["Image", "Stadt", "Köln"]
    assert "credit" in explanation.reason


def test_unknown_targets_are_a_users_error() -> None:
    with pytest.raises(ConfigurationError, match="choose from"):
        Detector("tlh")


def test_missing_data_say_how_to_mend(tmp_path: Path) -> None:
    with pytest.raises(CapqaError, match=r"pip install \."):
        Lexicon(tmp_path)
