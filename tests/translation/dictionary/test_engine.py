from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from capqa.errors import ConfigurationError, EngineError
from capqa.glossary.entry import Entry
from capqa.glossary.termbase import Termbase
from capqa.translation.engine import Candidate, EngineContext, TranslationRequest
from capqa.translation.engines.dictionary import OPTIONS, DictionaryEngine, create
from capqa.translation.engines.glossary import GlossaryEngine
from capqa.translation.lexicon.lexicon import Lexicons
from capqa.translation.options import EngineOptions
from capqa.translation.suggestions import Suggester
from tests.translation import worlds
from tests.translation.dictionary.word_list import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Suggestion
    from capqa.translation.engine import Engine


# Words that only German texts use; others with a capital could be names.
GERMAN = frozenset({"bach", "forellen", "netz", "netze", "kaputte", *worlds.GERMAN_WORDS})
KNOWLEDGE = replace(
    worlds.KNOWLEDGE,
    frequency=lambda word, language: 1e-5 * (language == "de" and word.lower() in GERMAN),
    is_compound=lambda word, _language: word == "Forellenbach",
)


def lexicons(*entries: Entry) -> Lexicons:
    return Lexicons(worlds.termbase(*entries), KNOWLEDGE)


@pytest.fixture
def engine(tmp_path: Path) -> DictionaryEngine:
    return made(tmp_path)


def made(folder: Path, *entries: Entry) -> DictionaryEngine:
    return DictionaryEngine(lexicons(*entries), KNOWLEDGE, write(folder), folder / "cache")


def translate(engine: DictionaryEngine, text: str) -> Candidate | None:
    (found,) = engine.translate([TranslationRequest(text, "de", "en")])
    return found


def suggested(*texts: str, engine: DictionaryEngine) -> list[Suggestion | None]:
    engines: list[Engine] = [GlossaryEngine(lexicons()), engine]
    asked = Suggester(worlds.termbase(), engines, lexicons=lexicons())
    found = asked.suggest([worlds.finding(text) for text in texts])
    assert asked.notes == ()
    return found


def test_only_what_the_glossary_does_not_know_is_glossed(engine: DictionaryEngine) -> None:
    found = translate(engine, "Forellen im Irak")
    assert found is not None
    assert found.text == "Trouts in Iraq"
    origins = [(part.target, part.origin) for part in found.parts]
    assert origins == [("trouts", "gloss"), ("in", "function"), ("Iraq", "exonym")]
    assert found.version == "tests 2024-02-29"


def test_a_term_goes_before_the_dictionary(engine: DictionaryEngine, tmp_path: Path) -> None:
    found = translate(engine, "Anschlag am Bach")
    assert found is not None
    assert [part.origin for part in found.parts if part.target == "attack"] == ["glossary"]
    binding = made(tmp_path, Entry("Bach", "rivulet", "noun", "m"))
    assert translate(binding, "Anschlag am Bach") is None


def test_the_senses_and_the_parts_of_a_compound_are_told(engine: DictionaryEngine) -> None:
    found = translate(engine, "Forellenbach | Bach")
    assert found is not None
    details = [part.detail for part in found.parts if part.origin == "gloss"]
    assert details == ["dictionary: trout + brook", "dictionary: brook, stream"]


def test_other_senses_are_alternatives(engine: DictionaryEngine) -> None:
    found = translate(engine, "Bach in Syrien")
    assert found is not None
    assert (found.text, found.alternatives) == ("Brook in Syria", ("Stream in Syria",))


def test_the_grammar_of_the_glossary_engine_holds_for_glosses(engine: DictionaryEngine) -> None:
    found = translate(engine, "Kaputte Netze der Truppen")
    assert found is not None
    assert found.text == "Broken nets of troops"


def test_a_gloss_is_labelled_as_one_and_never_compliant(engine: DictionaryEngine) -> None:
    (found,) = suggested("Forellen im Irak", engine=engine)
    assert found is not None
    assert found.origin == "dictionary gloss tests 2024-02-29"
    assert not found.compliant
    (failed,) = (check for check in found.checks if not check.passed)
    assert failed.message == "from a dictionary, sense not verified: trouts"


def test_what_the_glossary_translates_in_full_is_never_glossed(engine: DictionaryEngine) -> None:
    (found,) = suggested("Krieg im Irak", engine=engine)
    assert found is not None
    assert found.origin.startswith("glossary")
    assert found.compliant


def test_a_gloss_never_hides_among_the_alternatives_of_another_proposal(
    engine: DictionaryEngine,
) -> None:
    class Model:
        label = "model"

        def supports(self, _source: str, _target: str) -> bool:
            return True

        def translate(self, requests: Sequence[TranslationRequest]) -> list[Candidate | None]:
            return [Candidate("Trout in Iraq") for _ in requests]

    asked = Suggester(worlds.termbase(), [engine, Model()], lexicons=lexicons())
    (found,) = asked.suggest([worlds.finding("Forellen im Irak")])
    assert found is not None
    assert (found.origin, found.alternatives) == ("model", ())


def test_an_answer_does_not_depend_on_what_else_is_asked(engine: DictionaryEngine) -> None:
    texts = ["Forellen im Irak", "Netz", "Bach in Syrien"]
    requests = [TranslationRequest(text, "de", "en") for text in texts]
    together = engine.translate(requests)
    assert together == [engine.translate([request])[0] for request in reversed(requests)][::-1]


def test_without_a_dictionary_the_engine_keeps_out_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "none"
    asked = DictionaryEngine(lexicons(), KNOWLEDGE, path, tmp_path / "cache")
    assert not asked.supports("de", "en")
    (note,) = asked.notes
    assert note.startswith(f"{path}: there is no dictionary; install Debian's trans-de-en")


def test_it_is_german_and_english_only(engine: DictionaryEngine) -> None:
    assert engine.supports("de", "en")
    assert not engine.supports("en", "de")
    assert not engine.supports("fr", "en")
    assert engine.translate([TranslationRequest("Forelle", "fr", "en")]) == [None]


def test_a_broken_dictionary_is_an_error_of_one_line(tmp_path: Path) -> None:
    path = write(tmp_path, "nothing of the kind\n")
    asked = DictionaryEngine(lexicons(), KNOWLEDGE, path, tmp_path / "cache")
    with pytest.raises(EngineError, match="no line explains a word") as error:
        translate(asked, "Forellen im Irak")
    assert "\n" not in str(error.value)


def test_the_path_is_an_option(tmp_path: Path) -> None:
    options = EngineOptions("dictionary", {"path": str(write(tmp_path))}, OPTIONS)
    assert create(EngineContext(Termbase(), options=options)).supports("de", "en")
    with pytest.raises(ConfigurationError, match="did you mean 'path'"):
        EngineOptions("dictionary", {"paths": "x"}, OPTIONS)


@pytest.mark.parametrize(
    "text", ["", " | ", "\0\x1b[31m", "A" * 10_000, "Bach " * 2_000, "[MUSIC] \u202eabc", "\n"]
)
def test_hostile_text_gives_a_candidate_or_none_but_no_crash(
    text: str, engine: DictionaryEngine
) -> None:
    found = translate(engine, text)
    assert found is None or found.text


def test_creating_the_engine_reads_and_loads_nothing() -> None:
    program = (
        "import sys\n"
        "from capqa.glossary.termbase import Termbase\n"
        "from capqa.translation.engine import EngineContext\n"
        "from capqa.translation.engines.dictionary import create\n"
        "create(EngineContext(Termbase())).supports('de', 'en')\n"
        "print(*{'platformdirs', 'capqa.translation.dictionary.index'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ""
