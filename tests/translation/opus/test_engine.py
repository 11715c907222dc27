from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from capqa.errors import ConfigurationError, EngineError
from capqa.glossary.entry import Entry
from capqa.glossary.termbase import Termbase
from capqa.model import Span
from capqa.translation.engine import EngineContext, TranslationRequest
from capqa.translation.engines.ctranslate2 import OPTIONS, CTranslate2Engine, create
from capqa.translation.lexicon.lexicon import Lexicons
from capqa.translation.options import EngineOptions
from capqa.translation.opus import directory
from capqa.translation.opus.model import ModelSettings, OpusModel
from capqa.translation.suggestions import Suggester
from tests.translation import worlds

if TYPE_CHECKING:
    from capqa.translation.options import OptionValue

CAPTIONS = {
    "Kinder in Köln am Montag": "Children in Cologne on Monday",
    "Soldaten in Bagdad": "Soldiers in Baghdad",
    "Blick auf Rom am Freitag": "View of Rome on Friday",
}


def options(**values: OptionValue) -> EngineOptions:
    named = {name.replace("_", "-"): value for name, value in values.items()}
    return EngineOptions("ctranslate2", named, OPTIONS)


def engine(*entries: Entry, **values: OptionValue) -> CTranslate2Engine:
    lexicons = Lexicons(Termbase([entries]), worlds.KNOWLEDGE)
    return CTranslate2Engine(lexicons, options(**values), ModelSettings())


def requests(*texts: str) -> list[TranslationRequest]:
    return [TranslationRequest(text, "de", "en") for text in texts]


def test_a_real_model_translates_a_batch_and_its_folder_is_the_version(model: Path) -> None:
    found = engine(de_en=str(model)).translate(requests(*CAPTIONS))
    assert [candidate.text for candidate in found if candidate] == list(CAPTIONS.values())
    assert {candidate.version for candidate in found if candidate} == {"opus-mt-de-en"}


@pytest.mark.parametrize("says", [True, False])
def test_a_source_ends_with_the_end_token_exactly_once(model: Path, says: bool) -> None:
    config = json.loads((model / "config.json").read_text(encoding="utf-8"))
    config["add_source_eos"] = says
    (model / "config.json").write_text(json.dumps(config), encoding="utf-8")
    loaded = OpusModel(directory.read(model), ModelSettings())
    seen: list[int] = []
    translator = loaded._translator

    class Watched:
        def translate_batch(self, tokens: list[list[str]], **more: object) -> object:
            ends = sum(token == "</s>" for token in tokens[0])
            seen.append(ends + says)
            return translator.translate_batch(tokens, **more)

    loaded._translator = Watched()
    (found,) = loaded.translate(["Soldaten in Bagdad"], 1)
    assert found[0].text == "Soldiers in Baghdad"
    assert seen == [1]


def test_answers_are_aligned_with_the_source(model: Path) -> None:
    text = "Soldaten in Bagdad"
    ((best, *_),) = OpusModel(directory.read(model), ModelSettings()).translate([text], 1)
    assert best.alignment is not None
    start = text.index("Bagdad")
    found = best.alignment.target_of(Span(start, len(text)), best.text)
    assert found is not None
    assert best.text[slice(*found)] == "Baghdad"


def test_a_term_that_contradicts_the_model_is_enforced(model: Path) -> None:
    warrior = Entry("Soldat", "warrior", "noun", "m")
    (found,) = engine(warrior, de_en=str(model)).translate(requests("Soldaten in Köln am Montag"))
    assert found is not None
    assert found.text == "Warriors in Cologne on Monday"
    assert found.parts[0].detail == "replaced what the model calls the term alone"


def test_one_tokenizer_serves_both_sides(model: Path) -> None:
    (model / "target.spm").unlink()
    (found,) = engine(de_en=str(model)).translate(requests("Soldaten in Bagdad"))
    assert found is not None
    assert found.text == "Soldiers in Baghdad"


def test_what_the_model_cannot_spell_is_taken_over(model: Path) -> None:
    (found,) = engine(de_en=str(model)).translate(requests("Soldaten in 東京"))
    assert found is not None
    assert "▁" not in found.text
    assert "⁇" not in found.text


def test_only_pairs_with_a_folder_are_supported() -> None:
    asked = engine(de_en="nowhere")
    assert asked.supports("de", "en")
    assert not asked.supports("fr", "en")
    with pytest.raises(EngineError, match="no folder is named for fr-en"):
        asked.translate([TranslationRequest("Enfants", "fr", "en")])


@pytest.mark.parametrize("missing", ["model.bin", "source.spm"])
def test_an_incomplete_folder_is_told_in_one_line(model: Path, missing: str) -> None:
    (model / missing).unlink()
    with pytest.raises(EngineError, match=f"{missing} is missing") as error:
        engine(de_en=str(model)).translate(requests("Kinder"))
    assert "\n" not in str(error.value)
    assert str(model) in str(error.value)


@pytest.mark.parametrize("name", ["model.bin", "source.spm", "target.spm", "config.json"])
@pytest.mark.parametrize("content", [b"", b"no such thing"])
def test_a_broken_file_is_told_in_one_line(model: Path, name: str, content: bytes) -> None:
    (model / name).write_bytes(content)
    asked = engine(de_en=str(model))
    with pytest.raises(EngineError) as error:
        asked.translate(requests("Kinder"))
    assert "\n" not in str(error.value)
    assert str(model) in str(error.value)


def test_a_broken_model_is_loaded_once_only(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (model / "model.bin").write_bytes(b"")
    reads: list[Path] = []
    real = directory.read

    def read(path: Path) -> directory.ModelDirectory:
        reads.append(path)
        return real(path)

    monkeypatch.setattr(directory, "read", read)
    asked = engine(de_en=str(model))
    for _ in range(3):
        with pytest.raises(EngineError, match="the model cannot be loaded"):
            asked.translate(requests("Kinder"))
    assert len(reads) == 1


def test_after_a_missing_folder_the_next_engine_is_asked(tmp_path: Path) -> None:
    lexicons = worlds.lexicons()
    first = CTranslate2Engine(lexicons, options(de_en=str(tmp_path / "gone")), ModelSettings())
    asked = Suggester(worlds.termbase(), [first, worlds.engine()], lexicons=lexicons)
    (suggestion,) = asked.suggest([worlds.finding("Krieg in Syrien")])
    assert suggestion is not None
    assert suggestion.text == "War in Syria"
    (note,) = asked.notes
    assert note.startswith(
        f"ctranslate2: {tmp_path / 'gone'}: there is no such folder; name a folder"
    )


class TestOptions:
    """What the settings may say."""

    def test_any_language_pair_is_an_option(self) -> None:
        assert options(pt_en="x", beam_size=2).path("pt-en") == Path("x")

    def test_other_names_are_refused_with_those_known(self) -> None:
        with pytest.raises(ConfigurationError, match="use SOURCE-TARGET, beam-size, threads"):
            options(german="x")
        with pytest.raises(ConfigurationError, match="did you mean 'beam-size'"):
            options(beamsize=4)

    def test_a_path_that_is_a_number_ends_the_run(self) -> None:
        asked = engine(de_en=5)
        assert asked.supports("de", "en")
        with pytest.raises(ConfigurationError, match="'de-en' is not usable"):
            asked.translate(requests("Kinder"))

    @pytest.mark.parametrize("size", [0, 2.5, "many"])
    def test_a_beam_of_no_possible_size_is_refused(self, size: OptionValue) -> None:
        context = EngineContext(Termbase(), options=options(beam_size=size))
        with pytest.raises(ConfigurationError, match="'beam-size' is not usable"):
            create(context)


def test_creating_the_engine_loads_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from capqa.glossary.termbase import Termbase\n"
        "from capqa.translation.engine import EngineContext\n"
        "from capqa.translation.engines.ctranslate2 import create\n"
        "assert not create(EngineContext(Termbase())).supports('de', 'en')\n"
        "print(*{'ctranslate2', 'numpy', 'sentencepiece', 'argostranslate'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ""


def test_hostile_text_gives_a_candidate_or_none_but_no_crash(model: Path) -> None:
    texts = ["", " | ", "\0\x1b[31m", "a" * 10_000, "[MUSIC] \u202eabc", "\n\n", "</s> ▁"]
    assert len(engine(de_en=str(model)).translate(requests(*texts))) == len(texts)
