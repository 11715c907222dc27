from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import CapqaError, ConfigurationError
from capqa.translation.engine import Candidate, EngineContext, TranslationRequest
from capqa.translation.engines import memory
from capqa.translation.engines.memory import MemoryEngine
from capqa.translation.memory.pairs import TranslatedPair
from capqa.translation.options import EngineOptions, OptionValue
from tests.translation.worlds import termbase

if TYPE_CHECKING:
    from collections.abc import Sequence


def pair(
    source: str, target: str, time: str = "2026-01-01T10:00:00.000+00:00", *, to: str = "en"
) -> TranslatedPair:
    return TranslatedPair(source, target, "anna", time, target_language=to)


OFFENSIVE = pair("Offensive der irakischen Armee auf Mossul", "Iraqi army offensive on Mosul")


def ask(text: str, *pairs: TranslatedPair, target: str = "en") -> Candidate | None:
    (found,) = MemoryEngine(lambda: pairs).translate([TranslationRequest(text, "de", target)])
    return found


def test_the_same_text_gets_what_was_decided_on_it() -> None:
    found = ask(OFFENSIVE.source, OFFENSIVE)
    assert found is not None
    assert (found.text, found.version, found.alternatives) == (OFFENSIVE.target, "", ())
    (part,) = found.parts
    assert (part.origin, part.detail) == ("memory", "decided by anna on 2026-01-01")
    assert part.span.of(OFFENSIVE.source) == OFFENSIVE.source


def test_the_newest_decision_wins_and_older_ones_are_alternatives() -> None:
    old, new = pair("Krieg", "war", "2026-01-01"), pair("Krieg", "conflict", "2026-02-01")
    for pairs in ((old, new), (new, old)):
        found = ask("Krieg", *pairs)
        assert found is not None
        assert (found.text, found.alternatives) == ("conflict", ("war",))
    again = ask("Krieg", pair("Krieg", "a"), pair("Krieg", "b"))
    assert again is not None
    assert again.text == "b"


def test_white_space_and_composition_do_not_matter_but_case_does() -> None:
    found = ask("Blick auf Ko\u0308ln", pair("Blick  auf\u00a0Köln", "View of Cologne"))
    assert found is not None
    assert found.version == ""
    other = ask("blick auf Köln", pair("Blick auf Köln", "View of Cologne"))
    assert other is not None
    assert other.version == "99 %"


def test_a_text_like_another_shows_what_differs_and_how_alike_they_are() -> None:
    found = ask("Offensive der irakischen Armee auf Kirkuk", OFFENSIVE)
    assert found is not None
    assert (found.text, found.version) == (OFFENSIVE.target, "83 %")
    (part,) = found.parts
    # Not "memory": what is only like another text is never verified.
    assert part.origin == "similar"
    assert part.detail == (
        "83 % like what was decided by anna on 2026-01-01: there “Mossul”, here “Kirkuk”"
    )


def test_a_text_less_alike_than_asked_for_is_not_offered() -> None:
    assert ask("Offensive auf Kirkuk", OFFENSIVE) is None
    strict = MemoryEngine(lambda: [OFFENSIVE], 0.9)
    asked = TranslationRequest("Offensive der irakischen Armee auf Kirkuk", "de", "en")
    assert strict.translate([asked]) == [None]


def test_the_likest_text_wins_over_the_newest() -> None:
    near = pair("Offensive der irakischen Armee auf Mosul", "near", "2025-01-01")
    found = ask("Offensive der irakischen Armee auf Mossull", near, OFFENSIVE)
    assert found is not None
    # The other could not say as an alternative in what its source differed.
    assert (found.text, found.alternatives) == (OFFENSIVE.target, ())


def test_a_pair_of_another_target_language_is_not_offered() -> None:
    french = pair("Krieg", "guerre", to="fr")
    assert ask("Krieg", french) is None
    assert ask("Krieg", french, target="fr") is not None
    assert ask("Kriege heute", pair("Kriege heut", "guerre", to="fr")) is None


def test_decisions_taken_meanwhile_count() -> None:
    known: list[TranslatedPair] = []
    engine = MemoryEngine(lambda: list(known))
    asked = [TranslationRequest("Krieg", "de", "en")]
    assert engine.translate(asked) == [None]
    known.append(pair("Krieg", "war"))
    assert engine.translate(asked) != [None]


def test_without_decisions_the_engine_keeps_out() -> None:
    assert not memory.create(EngineContext(termbase())).supports("de", "en")
    with_pairs = EngineContext(termbase(), read_pairs=lambda: [OFFENSIVE])
    assert memory.create(with_pairs).supports("de", "en")
    assert not memory.create(with_pairs).supports("en", "en")


def test_a_log_that_cannot_be_read_is_an_error_of_one_line() -> None:
    def fail() -> Sequence[TranslatedPair]:
        raise CapqaError("is damaged", where="review.sqlite3")

    engine = MemoryEngine(fail)
    assert engine.supports("de", "en")
    with pytest.raises(CapqaError, match="is damaged"):
        engine.translate([TranslationRequest("Krieg", "de", "en")])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"least-similarity": 0.2}, "a number from 0.5 to 1"),
        ({"least-similarity": True}, "a number from 0.5 to 1"),
        ({"least-similarity": "much"}, "a number from 0.5 to 1"),
        ({"least-similarty": 0.9}, "did you mean 'least-similarity'"),
    ],
)
def test_options_that_cannot_be_meant_are_told(options: dict[str, OptionValue], told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        memory.create(
            EngineContext(termbase(), options=EngineOptions("memory", options, memory.OPTIONS))
        )


@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=10)), max_size=6), st.text())
def test_any_text_gives_a_candidate_from_the_memory_or_none(
    known: list[tuple[str, str]], text: str
) -> None:
    found = ask(text, *(pair(source, target) for source, target in known))
    assert found is None or found.text in {target for _, target in known}


def test_texts_of_ten_thousand_characters_are_found_when_the_same() -> None:
    long = "Soldaten " * 1_200
    found = ask(long, pair(long, "soldiers"), pair(long + "!", "other"))
    assert found is not None
    assert found.text == "soldiers"
    assert ask(long + "?", pair(long, "soldiers")) is None
