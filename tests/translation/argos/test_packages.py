from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from capqa.errors import EngineError
from capqa.translation.argos import packages
from tests.translation.argos.conftest import FOLDER, copy_package

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_that_does_not_exist_holds_nothing(tmp_path: Path) -> None:
    installed = packages.read(tmp_path / "none")
    assert (installed.packages, installed.broken, installed.notes) == ((), (), ())


@pytest.mark.parametrize(
    ("metadata", "problem"),
    [
        ("not json", "metadata.json is not JSON"),
        ("[]", "metadata.json is not a JSON object"),
        ("{}", "metadata.json names no from_code and to_code"),
        ('{"from_code": 1, "to_code": "en"}', "metadata.json names no from_code and to_code"),
        ("[" * 100_000, "metadata.json is not JSON"),
    ],
)
def test_broken_metadata_is_told_in_one_line_with_the_way_to_mend_it(
    tmp_path: Path, metadata: str, problem: str
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "metadata.json").write_text(metadata, encoding="utf-8")
    (note,) = packages.read(tmp_path).notes
    assert problem in note
    assert "delete this folder and install the package again" in note
    assert "\n" not in note


def test_an_archive_that_was_only_copied_there_is_to_be_unpacked(tmp_path: Path) -> None:
    (tmp_path / "translate-de_en.argosmodel").write_bytes(b"")
    (note,) = packages.read(tmp_path).notes
    assert "not unpacked" in note


def test_packages_of_other_kinds_are_none_of_our_business(tmp_path: Path) -> None:
    (tmp_path / "sbd").mkdir()
    (tmp_path / "sbd" / "metadata.json").write_text(json.dumps({"type": "sbd"}), encoding="utf-8")
    installed = packages.read(tmp_path)
    assert (installed.packages, installed.broken, installed.notes) == ((), (), ())


class TestRoutes:
    """What `Installed.route` and `require` choose among the packages there are."""

    @pytest.fixture
    def folder(self, packages: Path) -> Path:
        return packages

    def test_one_package_goes_before_two_and_the_newest_before_older_ones(
        self, folder: Path
    ) -> None:
        newer = copy_package(folder, "de", "en", version="1.10")
        copy_package(folder, "de", "fr")
        copy_package(folder, "fr", "en")
        (chosen,) = packages.read(folder).route("de", "en")
        assert chosen.path == newer

    def test_english_goes_before_other_languages_in_the_middle(self, folder: Path) -> None:
        copy_package(folder, "de", "ca")
        copy_package(folder, "ca", "fr")
        copy_package(folder, "en", "fr")
        chosen = packages.read(folder).route("de", "fr")
        assert [package.target for package in chosen] == ["en", "fr"]

    def test_a_language_needs_no_way_to_itself(self, folder: Path) -> None:
        assert packages.read(folder).route("de", "de") == ()

    def test_a_broken_package_that_would_have_served_is_named(self, folder: Path) -> None:
        (folder / FOLDER / "model" / "model.bin").unlink()
        with pytest.raises(EngineError, match=r"model/model\.bin is missing"):
            packages.read(folder).require("de", "en")
