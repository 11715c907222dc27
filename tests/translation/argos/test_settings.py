from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from capqa.translation.argos import tokens, underscores
from capqa.translation.argos.quarantine import without
from capqa.translation.argos.settings import Settings, packages_directory


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in ("ARGOS_PACKAGES_DIR", "ARGOS_BEAM_SIZE", "ARGOS_DEVICE_TYPE", "SNAP"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def write_settings(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "config" / "argos-translate"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(text, encoding="utf-8")


def test_packages_lie_where_argostranslate_puts_them(tmp_path: Path) -> None:
    assert packages_directory() == tmp_path / "data" / "argos-translate" / "packages"


def test_the_environment_goes_before_the_settings_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(tmp_path, json.dumps({"ARGOS_PACKAGES_DIR": "/a", "ARGOS_BEAM_SIZE": 2}))
    assert packages_directory() == Path("/a")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", "/b")
    assert packages_directory() == Path("/b")
    assert Settings.read().beam_size == 2


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\ufeff"])
def test_a_broken_settings_file_is_passed_over_as_argostranslate_does(
    tmp_path: Path, text: str
) -> None:
    write_settings(tmp_path, text)
    assert Settings.read() == Settings("cpu", "default", 1, 0, 4)


def test_barred_modules_cannot_be_imported_inside_and_can_afterwards() -> None:
    sys.modules.pop("tabnanny", None)
    with without(("tabnanny",)), pytest.raises(ImportError):
        __import__("tabnanny")
    assert __import__("tabnanny") is sys.modules["tabnanny"]


def test_modules_somebody_has_loaded_before_stay() -> None:
    with without(("json",)):
        assert sys.modules["json"] is json


def test_underscores_are_hidden_from_the_decoder_and_come_back() -> None:
    hidden = underscores.hide(["▁@", "dw", "_", "sport", "<0x5F>"])
    assert "_" not in "".join(hidden)
    assert underscores.show("".join(hidden)) == "▁@dw_sport_"


def test_offsets_of_tokens_are_those_of_the_text_or_none() -> None:
    assert tokens.offsets(["▁Sol", "daten", "▁in"], "Soldaten in") == [(0, 3), (3, 8), (9, 11)]
    assert tokens.offsets(["Sol@@", "daten"], "Soldaten") == [(0, 3), (3, 8)]
    assert tokens.offsets(["▁Other"], "Soldaten") is None
    assert tokens.offsets(["▁Sol"], "Soldaten") is None
