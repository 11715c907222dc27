from __future__ import annotations

import os
import shutil
import stat
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from capqa.errors import CapqaError
from capqa.glossary.termbase import Termbase
from capqa.translation.engine import TranslationRequest
from capqa.translation.engines.argos import ArgosEngine
from capqa.translation.lexicon.lexicon import Lexicons
from capqa.translation.packages import archive, inventory
from capqa.translation.packages.installing import install
from tests.translation.packages.archives import ARCHIVE, FOLDER, files, tree, write
from tests.translation.worlds import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder that holds nothing; packages go into home/share/packages."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def refused(file: Path, home: Path) -> str:
    """Install what cannot be installed; nothing may be left behind."""
    before = tree(home)
    with pytest.raises(CapqaError) as error:
        install(file, home / "share" / "packages")
    assert tree(home) == before
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_real_package_is_installed_and_translates(home: Path) -> None:
    packages = home / "share" / "packages"
    done = install(ARCHIVE, packages)
    assert not done.replaced
    assert done.package.path == packages / FOLDER
    assert done.package.label == "1.9 de-en"
    assert sorted(path.name for path in packages.parent.iterdir()) == ["packages"]
    engine = ArgosEngine(Lexicons(Termbase(), KNOWLEDGE), packages)
    (found,) = engine.translate([TranslationRequest("Kinder in Rom", "de", "en")])
    assert found is not None
    assert found.text == "Children in Rome"


def test_installing_again_replaces_the_folder_and_keeps_nothing_of_it(home: Path) -> None:
    packages = home / "share" / "packages"
    install(ARCHIVE, packages)
    (packages / FOLDER / "stale").write_bytes(b"")
    assert install(ARCHIVE, packages).replaced
    assert not (packages / FOLDER / "stale").exists()
    assert sorted(path.name for path in packages.parent.iterdir()) == ["packages"]


def test_a_link_in_the_place_of_the_folder_is_replaced_and_not_followed(home: Path) -> None:
    packages = home / "share" / "packages"
    elsewhere = home / "elsewhere"
    elsewhere.mkdir()
    packages.mkdir(parents=True)
    (packages / FOLDER).symlink_to(elsewhere)
    assert install(ARCHIVE, packages).replaced
    assert tree(elsewhere) == []
    assert not (packages / FOLDER).is_symlink()


@pytest.mark.parametrize("size", [0, 1, 100, 60_000, 129_000])
def test_a_truncated_archive_is_refused(size: int, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "cut.argosmodel"
    file.write_bytes(ARCHIVE.read_bytes()[:size])
    assert "truncated, damaged or no Argos package" in refused(file, home)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
def test_an_archive_with_any_byte_changed_is_installed_or_refused(
    data: st.DataObject, home: Path, tmp_path: Path
) -> None:
    whole = write(tmp_path / "whole.argosmodel", files()).read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = bytes([whole[at] ^ data.draw(st.integers(1, 255))])
    file = tmp_path / "changed.argosmodel"
    file.write_bytes(whole[:at] + changed + whole[at + 1 :])
    before = tree(home)
    refusal = ""
    try:
        install(file, home / "share" / "packages")
    except CapqaError as error:
        refusal = str(error)
    assert (tree(home) == before) == bool(refusal)
    assert "\n" not in refusal
    shutil.rmtree(home / "share", ignore_errors=True)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("../evil", "has a path that leads elsewhere"),
        ("translate-fr_en/../../evil", "has a path that leads elsewhere"),
        ("translate-fr_en/./evil", "has a path that leads elsewhere"),
        ("translate-fr_en//evil", "has a path that leads elsewhere"),
        ("/tmp/evil", "has an absolute path"),
        ("C:/evil", "has an odd name"),
        ("translate-fr_en\\..\\..\\evil", "has an odd name"),
        ("translate-fr_en/new\nline", "has an odd name"),
        ("translate-fr_en/" + "a" * 300, "has an odd name"),
        ("translate-fr_en/METADATA.json", "is in it twice"),
        ("evil", "its files are not in one folder"),
        ("other/evil", "its files are not in one folder"),
    ],
)
def test_a_file_that_would_land_elsewhere_is_refused(
    name: str, problem: str, home: Path, tmp_path: Path
) -> None:
    file = write(tmp_path / "hostile.argosmodel", {**files(), name: b"evil"})
    assert problem in refused(file, home)
    assert not list(tmp_path.rglob("evil"))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_links_and_devices_are_refused(kind: int, home: Path, tmp_path: Path) -> None:
    name = "translate-fr_en/link"
    content = {**files(), name: b"/etc/passwd"}
    file = write(tmp_path / "hostile.argosmodel", content, modes={name: kind | 0o777})
    assert "is a link or a device" in refused(file, home)


def test_what_would_take_far_more_room_than_the_file_is_refused(home: Path, tmp_path: Path) -> None:
    content = {**files(), "translate-fr_en/model/bomb": bytes(3_000_000)}
    file = write(tmp_path / "bomb.argosmodel", content)
    assert "unpacked it would take 3,000" in refused(file, home)


def test_a_size_that_is_a_lie_is_noticed(home: Path, tmp_path: Path) -> None:
    content = {**files(), "translate-fr_en/model/more": b"more" * 100}
    file = write(tmp_path / "lie.argosmodel", content, method=zipfile.ZIP_STORED)
    whole = bytearray(file.read_bytes())
    at = whole.rindex(b"translate-fr_en/model/more") - 46 + 24
    whole[at : at + 4] = (5).to_bytes(4, "little")
    file.write_bytes(whole)
    refused(file, home)


def test_more_files_than_any_package_has_are_refused(home: Path, tmp_path: Path) -> None:
    many = {f"translate-fr_en/{number}": b"" for number in range(10_001)}
    assert "it holds 10,004 files" in refused(write(tmp_path / "many", {**files(), **many}), home)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(method: int, home: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "packed.argosmodel", files(), method=method)
    assert "is packed in a way" in refused(file, home)


def without(name: str) -> dict[str, bytes]:
    return {path: data for path, data in files().items() if not path.endswith(name)}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ({}, "its files are not in one folder"),
        (without("metadata.json"), "metadata.json is missing"),
        (without("model.bin"), "model/model.bin is missing"),
        (without("sentencepiece.model"), "sentencepiece.model is missing"),
        (files(".hidden"), "has the odd name '.hidden'"),
        (files("Übersetzung"), "has the odd name"),
        ({**files(), "translate-fr_en/metadata.json": b"{"}, "metadata.json is not JSON"),
        ({**files(), "translate-fr_en/metadata.json": b"[]"}, "is not a JSON object"),
        ({**files(), "translate-fr_en/metadata.json": b"[" * 90_000}, "bytes, too many"),
        (files(from_code=5), "names no from_code"),
        (files(to_code=None), "names no from_code"),
        (files(type="sbd"), "it does not translate"),
    ],
)
def test_what_is_no_usable_package_is_refused(
    content: dict[str, bytes], problem: str, home: Path, tmp_path: Path
) -> None:
    assert problem in refused(write(tmp_path / "no.argosmodel", content), home)


@pytest.mark.parametrize(
    "make",
    [lambda path: None, lambda path: path.mkdir(), lambda path: path.write_text("hello")],
    ids=["missing", "folder", "text"],
)
def test_what_is_no_archive_is_refused(
    make: Callable[[Path], object], home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "file.argosmodel"
    make(file)
    assert str(file) in refused(file, home)


def test_a_package_stays_when_its_replacement_is_bad(home: Path, tmp_path: Path) -> None:
    packages = home / "share" / "packages"
    install(write(tmp_path / "good.argosmodel", files()), packages)
    refused(write(tmp_path / "bad.argosmodel", files(from_code=5)), home)
    assert [each.pair for each in inventory.read(packages).packages] == ["fr-en"]


def test_a_package_stays_when_the_new_one_cannot_be_moved_in(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = home / "share" / "packages"
    file = write(tmp_path / "good.argosmodel", files())
    install(file, packages)
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.parent.name == "unpacked":
            raise OSError(28, "No space left on device", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    assert "cannot install there: No space left on device" in refused(file, home)


def test_a_folder_that_cannot_be_made_is_told(home: Path, tmp_path: Path) -> None:
    (home / "share").write_bytes(b"")
    assert "cannot install there" in refused(write(tmp_path / "good", files()), home)


def test_an_interrupt_leaves_nothing_behind(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(archive.Archive, "extract", interrupt)
    with pytest.raises(KeyboardInterrupt):
        install(ARCHIVE, home / "share" / "packages")
    assert tree(home) == []


def test_the_files_can_be_read_by_whom_the_system_lets(home: Path) -> None:
    done = install(ARCHIVE, home / "share" / "packages")
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(done.package.path.stat().st_mode) == 0o777 & ~mask
