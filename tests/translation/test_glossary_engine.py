from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.translation.engine import TranslationRequest
from tests.translation.worlds import engine

if TYPE_CHECKING:
    from capqa.glossary.entry import Entry


def translated(
    text: str, *more: Entry, language: str = "de", names: frozenset[str] = frozenset()
) -> str:
    (candidate,) = engine(*more).translate([TranslationRequest(text, language, "en", names=names)])
    assert candidate is not None
    return candidate.text


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Irak | Befreiungsaktion Mossul", "Iraq | Liberation operation Mosul"),
        (
            "Irak Mossul Offensive der Regierungstrupen gegen IS",
            "Iraq Mosul offensive by government troops against IS",
        ),
        ("Regierungsoffensive in Aleppo", "Government offensive in Aleppo"),
        ("Befreiungsaktionen", "Liberation operations"),
        ("Soldaten der irakischen Regierung", "Soldiers of the Iraqi government"),
        ("Krieg in der Türkei", "War in Turkey"),
        ("Offensive in den Niederlanden", "Offensive in the Netherlands"),
        ("Anschlag am 07. März 2021", "Attack on March 7 2021"),
        ("Zerstörte Moscheen", "Destroyed mosques"),
    ],
)
def test_captions_become_telegraphic_english(german: str, english: str) -> None:
    assert translated(german) == english


def test_what_nobody_knows_stays_visible_and_is_said_to_be_unknown() -> None:
    (candidate,) = engine().translate([TranslationRequest("Krieg um Minarett", "de", "en")])
    assert candidate is not None
    assert candidate.text == "War around Minarett"
    assert [part.target for part in candidate.parts if part.origin == "unknown"] == ["Minarett"]


def test_nothing_known_is_no_candidate() -> None:
    assert engine().translate([TranslationRequest("Xyzzy", "de", "en")]) == [None]
