"""What the memory says beside the other engines: when it wins, and what it is never called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.translation.engines.memory import MemoryEngine
from capqa.translation.memory.pairs import TranslatedPair
from capqa.translation.suggestions import Suggester
from tests.translation.worlds import engine, finding, lexicons, termbase

if TYPE_CHECKING:
    from capqa.model import Suggestion
    from capqa.translation.engine import Engine

PAGE = "Offensive der Regierungstruppen in Mossul"
DECIDED = TranslatedPair(PAGE, "Government troops on the offensive in Mosul", "anna", "2026-01-01")


def suggest(text: str, *pairs: TranslatedPair, memory_alone: bool = False) -> Suggestion:
    engines: list[Engine] = [MemoryEngine(lambda: pairs)]
    if not memory_alone:
        engines.append(engine())
    (found,) = Suggester(termbase(), engines, lexicons=lexicons()).suggest([finding(text)])
    assert found is not None
    return found


def failed(suggestion: Suggestion) -> dict[str, str]:
    return {check.name: check.message for check in suggestion.checks if not check.passed}


def test_what_was_decided_on_the_text_wins_and_says_who_decided() -> None:
    found = suggest(PAGE, DECIDED)
    assert (found.text, found.origin) == (DECIDED.target, "memory")
    assert found.compliant
    assert [(part.origin, part.detail) for part in found.parts] == [
        ("memory", "decided by anna on 2026-01-01")
    ]


def test_a_decision_stands_before_a_flawless_translation_though_a_check_fails() -> None:
    kept = TranslatedPair("Krieg in Aleppo", "Aleppo at war - again")
    found = suggest("Krieg in Aleppo", kept)
    assert found.text == kept.target
    assert "separators" in failed(found)
    assert not found.compliant
    assert found.alternatives == ("War in Aleppo",)


def test_a_decision_against_the_glossary_is_an_alternative() -> None:
    found = suggest("Krieg in Aleppo", TranslatedPair("Krieg in Aleppo", "Conflict in Aleppo"))
    assert (found.text, found.alternatives) == ("War in Aleppo", ("Conflict in Aleppo",))


def test_what_the_glossary_forbids_is_not_offered_whoever_decided_it() -> None:
    said = TranslatedPair("Krieg gegen Hisbollah", "War on Hisbollah")
    found = suggest(said.source, said)
    assert found.text == "War against Hezbollah"
    assert found.alternatives == ()


@pytest.mark.parametrize(
    "text",
    [
        "Offensive der Regierungstruppen in Aleppo",
        "Offensive der Regierungstruppen in Mosul",
        "offensive der Regierungstruppen in Mossul",
        "Offensive der Regierungstruppen nicht in Mossul",
        "Offensive der Regierungstruppen in Mossul.",
    ],
)
def test_what_was_decided_on_a_like_text_is_never_called_compliant(text: str) -> None:
    found = suggest(text, DECIDED, memory_alone=True)
    assert found.text == DECIDED.target
    assert found.origin.startswith("memory ")
    assert not found.compliant
    assert "like what was decided by anna on 2026-01-01: there " in failed(found)["same source"]


def test_a_like_text_comes_after_its_equals_and_is_no_alternative() -> None:
    other = "Offensive der Regierungstruppen in Aleppo"
    found = suggest(other, DECIDED)
    assert found.text == "Offensive by government troops in Aleppo"
    assert found.compliant
    assert DECIDED.target not in found.alternatives


def test_a_like_text_is_offered_where_less_is_to_be_mended_in_it() -> None:
    decided = TranslatedPair(
        "Krieg um Minarett und Schlüsselblume", "War over minaret and primrose"
    )
    found = suggest("Krieg um Minarett und Schlüsselblumen", decided)
    assert (found.text, found.origin) == (decided.target, "memory 96 %")
    assert not found.compliant
    assert "there “Schlüsselblume”, here “Schlüsselblumen”" in failed(found)["same source"]
    # What the glossary makes of it is there to be taken.
    assert found.alternatives == ("War around Minarett and Schlüsselblumen",)


def test_the_page_s_other_texts_are_not_touched_by_the_memory() -> None:
    found = suggest("Krieg in Syrien", DECIDED)
    assert (found.text, found.origin.split()[0]) == ("War in Syria", "glossary")
