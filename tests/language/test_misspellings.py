from __future__ import annotations

import pytest

from capqa.language.detection import Detector
from capqa.language.misspellings import LONGEST, meant
from capqa.model import Role

LISTED = {"flüchtling", "regierung", "rebellen"}


def begins_any(letters: str) -> bool:
    return any(word.startswith(letters) for word in LISTED)


@pytest.mark.parametrize(
    "written", ["flüchting", "flüchtlling", "flüchtlign", "flüchtlang", "flüchtlinge"]
)
def test_a_word_one_slip_away_is_found(written: str) -> None:
    assert meant(written, LISTED.__contains__, begins_any) == ["flüchtling"]


@pytest.mark.parametrize(
    "written", ["slüchtling", "flchtlng", "rebelen"[:6], "regierung" * 3, "x" * (LONGEST + 1), ""]
)
def test_no_word_further_away_or_too_short_or_too_long_is_guessed(written: str) -> None:
    assert meant(written, LISTED.__contains__, begins_any) == []


@pytest.mark.parametrize(
    "text",
    [
        "Flüchtinge auf der Balkanruote",
        "Regierungserklärnug Haushaltt",
        "Manifestacion contra el gobiermo",
        "Zerstroete Haeuser in Homs",
    ],
)
def test_misspelt_captions_are_found(text: str) -> None:
    (span,) = Detector("en").foreign_spans(text, role=Role.CAPTION)
    assert span.span.of(text) == text
    assert span.confidence >= Detector.threshold


@pytest.mark.parametrize(
    "text",
    ["Protestors gather outisde parliment", "Zelensky meets Selenskyj", "Goverment shutdwon"],
)
def test_misspelt_english_and_names_are_left_alone(text: str) -> None:
    spans = Detector("en").foreign_spans(text, role=Role.CAPTION)
    assert [each for each in spans if each.confidence >= Detector.threshold] == []


def test_the_evidence_says_it_is_a_guess() -> None:
    evidence = Detector("en").explain("Flüchtinge im Hauptbahnof").evidence
    assert [each.kind for each in evidence] == ["misspelt", "word", "misspelt"]
