from __future__ import annotations

import socket
from typing import TYPE_CHECKING, NoReturn

import pytest

from capqa.errors import EngineError
from capqa.glossary.entry import Entry
from capqa.glossary.termbase import Termbase
from capqa.translation.engine import TranslationRequest
from capqa.translation.engines.argos import ArgosEngine
from capqa.translation.lexicon.lexicon import Lexicons
from tests.translation.argos.conftest import FOLDER, copy_package
from tests.translation.worlds import KNOWLEDGE, lexicons

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.translation.engine import Candidate


def engine(*entries: Entry) -> ArgosEngine:
    return ArgosEngine(Lexicons(Termbase([entries]), KNOWLEDGE))


def translate(text: str, *entries: Entry, source: str = "de") -> Candidate:
    (candidate,) = engine(*entries).translate([TranslationRequest(text, source, "en")])
    assert candidate is not None
    return candidate


@pytest.mark.usefixtures("packages")
def test_the_real_tokenizer_and_model_translate_a_batch() -> None:
    texts = ["Kinder in Köln am Montag", "Irak | Soldaten in Bagdad", "Blick auf Rom am Freitag"]
    found = engine().translate([TranslationRequest(text, "de", "en") for text in texts])
    assert [candidate.text for candidate in found if candidate] == [
        "Children in Cologne on Monday",
        "Iraq | Soldiers in Baghdad",
        "View of Rome on Friday",
    ]


@pytest.mark.usefixtures("packages")
def test_alternatives_are_other_answers_of_the_model_and_the_version_is_the_package_s() -> None:
    candidate = translate("Kinder in Kabul")
    assert candidate.version == "1.9 de-en"
    assert candidate.alternatives
    assert candidate.text not in candidate.alternatives


@pytest.mark.usefixtures("packages")
def test_no_translation_not_even_the_first_touches_the_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert translate("Soldaten verlassen Wien").text == "Soldiers leave Vienna"


@pytest.mark.usefixtures("packages")
def test_underscores_survive() -> None:
    assert translate("Foto: @dw_sport").text == "Photo: @dw_sport"
    assert translate("Foto: @kiew_live").text == "Photo: @kiew_live"


@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize("chunk_type", ["NONE", "MINISBD", "STANZA"])
def test_the_chunk_type_setting_has_no_effect(
    chunk_type: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_CHUNK_TYPE", chunk_type)
    assert translate("Ärzte in Kabul").text == "Doctors in Kabul"


@pytest.mark.usefixtures("packages")
def test_a_term_that_contradicts_the_model_is_enforced_and_the_method_recorded() -> None:
    warrior = Entry("Soldat", "warrior", "noun", "m")
    candidate = translate("Soldaten in Köln am Montag", warrior)
    assert candidate.text == "Warriors in Cologne on Monday"
    assert [part.origin for part in candidate.parts] == ["engine"]
    assert candidate.parts[0].detail == "replaced what the model calls the term alone"


@pytest.mark.usefixtures("packages")
def test_a_piece_that_is_one_term_is_the_glossary_s_alone() -> None:
    candidate = translate("Irak | Kinder in Rom", Entry("Irak", "Republic of Iraq", "proper noun"))
    assert candidate.text == "Republic of Iraq | Children in Rome"
    assert [part.origin for part in candidate.parts] == ["glossary", "engine"]


def test_without_packages_the_engine_supports_nothing_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    assert not engine().supports("de", "en")
    with pytest.raises(EngineError, match=r"no Argos package translates de to en") as error:
        translate("Kinder")
    assert "\n" not in str(error.value)


def test_languages_without_a_package_are_not_supported(packages: Path) -> None:
    assert engine().supports("de", "en")
    assert not engine().supports("en", "de")
    assert not engine().supports("fr", "en")
    copy_package(packages, "fr", "de")
    assert engine().supports("fr", "en")


def test_two_packages_in_a_row_translate_through_a_third_language(packages: Path) -> None:
    copy_package(packages, "fr", "de", version="2.0")
    middle = translate("Kinder in Rom").text
    candidate = translate("Kinder in Rom", source="fr")
    assert candidate.text == translate(middle).text
    assert candidate.version == "2.0 fr-de + 1.9 de-en"


def test_stray_things_in_the_folder_are_passed_over_with_a_note(packages: Path) -> None:
    (packages / "stray").mkdir()
    (packages / "notes.txt").write_text("hello", encoding="utf-8")
    (packages / ".cache").mkdir()
    asked = engine()
    assert asked.supports("de", "en")
    assert [note.split("packages/")[1] for note in asked.notes] == [
        "notes.txt: ignored: not a package folder",
        "stray: ignored: no metadata.json in it, so no Argos package",
    ]


@pytest.mark.parametrize("size", [0, 100, 20_000])
def test_a_truncated_model_is_an_error_of_one_line(packages: Path, size: int) -> None:
    model = packages / FOLDER / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:size])
    with pytest.raises(EngineError, match="delete this folder and install the package") as error:
        translate("Kinder in Rom")
    assert "\n" not in str(error.value)
    assert str(packages / FOLDER) in str(error.value)


def test_a_broken_tokenizer_is_an_error_of_one_line(packages: Path) -> None:
    (packages / FOLDER / "sentencepiece.model").write_bytes(b"not a model")
    with pytest.raises(EngineError, match="the tokenizer cannot be read") as error:
        translate("Kinder in Rom")
    assert "\n" not in str(error.value)


def test_a_package_with_bpe_codes_runs_through_their_tokenizer(packages: Path) -> None:
    (packages / FOLDER / "sentencepiece.model").unlink()
    (packages / FOLDER / "bpe.model").write_text("#version: 0.2\nK i\nKi n\n", encoding="utf-8")
    assert isinstance(translate("Kinder").text, str)


@pytest.mark.usefixtures("packages")
def test_a_setting_that_is_no_number_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_BEAM_SIZE", "many")
    with pytest.raises(EngineError, match="ARGOS_BEAM_SIZE: 'many' is not a whole number"):
        translate("Kinder in Rom")


@pytest.mark.usefixtures("packages")
def test_hostile_text_gives_a_candidate_or_none_but_no_crash() -> None:
    texts = ["", " | ", "\0\x1b[31m", "a" * 10_000, "[MUSIC] \u202eabc", "\n\n"]
    found = ArgosEngine(lexicons()).translate(
        [TranslationRequest(each, "de", "en") for each in texts]
    )
    assert len(found) == len(texts)
