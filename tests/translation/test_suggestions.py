from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.errors import EngineError
from capqa.glossary.entry import Status
from capqa.translation.engine import Candidate
from capqa.translation.suggestions import Suggester
from tests.translation.worlds import engine, finding, lexicons, noun, termbase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.engine import Engine, TranslationRequest


class Parrot:
    """An engine that always says the same, or fails."""

    label = "parrot 1"

    def __init__(self, answer: str | None = None, *, languages: str = "de") -> None:
        self.answer = answer
        self.languages = languages
        self.asked: list[str] = []

    def supports(self, source_language: str, target_language: str) -> bool:
        return source_language in self.languages

    def translate(self, requests: Sequence[TranslationRequest]) -> list[Candidate | None]:
        self.asked += [request.text for request in requests]
        if self.answer is None:
            raise EngineError("the model is broken", where="model.bin", mend="reinstall it")
        return [Candidate(self.answer) for _ in requests]


def suggester(*engines: Engine) -> Suggester:
    return Suggester(termbase(), engines, lexicons=lexicons())


def test_a_complete_glossary_translation_wins_and_nobody_else_is_asked() -> None:
    parrot = Parrot("nonsense")
    (suggestion,) = suggester(engine(), parrot).suggest([finding("Irak | Befreiungsaktion Mossul")])
    assert suggestion is not None
    assert suggestion.text == "Iraq | Liberation operation Mosul"
    assert suggestion.compliant
    assert parrot.asked == []


def test_a_model_steps_in_where_the_glossary_is_incomplete() -> None:
    parrot = Parrot("War over minaret")
    (suggestion,) = suggester(engine(), parrot).suggest([finding("Krieg um Minarett")])
    assert suggestion is not None
    assert (suggestion.text, suggestion.origin) == ("War over minaret", "parrot 1")
    assert suggestion.compliant
    assert suggestion.alternatives == ("War around Minarett",)


def test_a_model_that_breaks_a_term_is_never_called_compliant() -> None:
    parrot = Parrot("Conflict over minaret")
    (suggestion,) = suggester(engine(), parrot).suggest([finding("Krieg um Minarett")])
    assert suggestion is not None
    assert not suggestion.compliant
    assert suggestion.unknown == () or suggestion.text == "War around Minarett"


def test_a_forbidden_target_is_never_suggested() -> None:
    parrot = Parrot("War against Hisbollah")
    asked = suggester(parrot)
    assert asked.suggest([finding("Krieg gegen Hisbollah")]) == [None]
    assert asked.notes == ("parrot 1: said 'Hisbollah', which the glossary forbids",)
    (suggestion,) = suggester(parrot, engine()).suggest([finding("Krieg gegen Hisbollah")])
    assert suggestion is not None
    assert suggestion.text == "War against Hezbollah"
    assert suggestion.alternatives == ()


def test_admitted_targets_are_alternatives_and_forbidden_ones_are_not() -> None:
    (suggestion,) = suggester(engine()).suggest([finding("Anschlag der Hisbollah in Aleppo")])
    assert suggestion is not None
    assert suggestion.text == "Attack by Hezbollah in Aleppo"
    assert suggestion.alternatives == ("Bombing by Hezbollah in Aleppo",)


def test_a_term_the_glossary_only_forbids_is_left_visible_as_unknown() -> None:
    forbidden = noun("Blitzkrieg", "Blitzkrieg", "m", Status.FORBIDDEN)
    (suggestion,) = Suggester(
        termbase(forbidden), [engine(forbidden)], lexicons=lexicons(forbidden)
    ).suggest([finding("Krieg und Blitzkrieg")])
    assert suggestion is None or not suggestion.compliant


def test_any_error_of_an_engine_is_noted_and_the_review_goes_on() -> None:
    class Broken(Parrot):
        def translate(self, requests: Sequence[TranslationRequest]) -> list[Candidate | None]:
            raise ValueError("first line\nsecond line")

    asked = suggester(Broken(), engine())
    (suggestion,) = asked.suggest([finding("Krieg in Aleppo")])
    assert suggestion is not None
    assert asked.notes == ("parrot 1: ValueError: first line",)


def test_a_failing_engine_is_noted_in_one_line_and_the_next_asked() -> None:
    asked = suggester(Parrot(None), engine())
    (suggestion,) = asked.suggest([finding("Krieg in Aleppo")])
    assert suggestion is not None
    assert suggestion.text == "War in Aleppo"
    assert asked.notes == ("parrot 1: model.bin: the model is broken; reinstall it",)


def test_engines_are_asked_only_for_languages_they_support() -> None:
    parrot = Parrot("something", languages="fr")
    assert suggester(parrot).suggest([finding("Krieg")]) == [None]
    assert parrot.asked == []


def test_a_fragment_inside_a_line_takes_no_capital() -> None:
    inside = finding("Krieg in Aleppo", before="The exhibition on ")
    after_separator = finding("Krieg in Aleppo", before="Syria | ")
    texts = [each.text for each in suggester(engine()).suggest([inside, after_separator]) if each]
    assert texts == ["war in Aleppo", "War in Aleppo"]


def test_names_are_spelt_as_the_page_spells_them() -> None:
    names = frozenset({"Zelenskyy", "Kyiv"})
    (suggestion,) = suggester(engine()).suggest([finding("Krieg Selenskyj")], page_names=names)
    assert suggestion is not None
    assert suggestion.text == "War Zelenskyy"


def test_a_place_is_spelt_as_the_page_spells_it_unless_the_glossary_says_otherwise() -> None:
    names = frozenset({"Mossul", "Syria", "Alepo"})
    (suggestion,) = suggester(engine()).suggest([finding("Krieg in Aleppo")], page_names=names)
    assert suggestion is not None
    assert suggestion.text == "War in Alepo"


def test_capitals_of_a_name_inside_a_line_stay_capitals() -> None:
    museum = noun("Museum", "museum", "n")
    inside = finding("Irakischen Museum", before="The exhibition in the ")
    (suggestion,) = Suggester(
        termbase(museum), [engine(museum)], lexicons=lexicons(museum)
    ).suggest([inside])
    assert suggestion is not None
    assert suggestion.text == "Iraqi Museum"
