from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError
from capqa.translation.packages import inventory
from capqa.translation.packages.installing import install
from tests.translation.packages.archives import ARCHIVE, FOLDER, files, tree, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A folder with the real package and two small ones of one pair."""
    folder = tmp_path / "share" / "packages"
    install(ARCHIVE, folder)
    for version in ("1.0", "1.10"):
        name = f"translate-fr_en-{version.replace('.', '_')}"
        install(write(tmp_path / "small", files(name, package_version=version)), folder)
    return folder


def test_packages_come_by_pair_and_version_and_the_newest_is_used(packages: Path) -> None:
    found = inventory.read(packages).packages
    assert [(each.pair, each.package.version, each.used) for each in found] == [
        ("de-en", "1.9", True),
        ("fr-en", "1.0", False),
        ("fr-en", "1.10", True),
    ]


def test_the_size_is_that_of_all_files(packages: Path) -> None:
    sizes = [path.stat().st_size for path in (packages / FOLDER).rglob("*") if path.is_file()]
    assert inventory.read(packages).packages[0].size == sum(sizes)


def test_stray_and_broken_folders_are_problems(packages: Path) -> None:
    (packages / "stray").mkdir()
    (packages / FOLDER / "model" / "model.bin").unlink()
    found = inventory.read(packages)
    assert [each.pair for each in found.packages] == ["fr-en", "fr-en"]
    assert len(found.problems) == 2


def test_reading_makes_no_folder(tmp_path: Path) -> None:
    found = inventory.read(tmp_path / "share" / "packages")
    assert (found.packages, found.problems) == ((), ())
    assert tree(tmp_path) == []


def test_a_package_is_removed_by_its_pair_and_nothing_else_is(packages: Path) -> None:
    assert inventory.remove(packages, "de-en") == packages / FOLDER
    assert [each.pair for each in inventory.read(packages).packages] == ["fr-en", "fr-en"]
    assert [path.name for path in packages.parent.iterdir()] == ["packages"]


def test_of_several_packages_for_a_pair_the_folder_must_be_named(packages: Path) -> None:
    before = tree(packages)
    with pytest.raises(CapqaError, match="name one: translate-fr_en-1_0, translate-fr_en-1_10"):
        inventory.remove(packages, "fr-en")
    assert tree(packages) == before
    inventory.remove(packages, "translate-fr_en-1_0")
    assert [each.package.version for each in inventory.read(packages).packages[1:]] == ["1.10"]


@pytest.mark.parametrize(
    "name", ["de", "DE-EN", "de-e", "", ".", "..", "stray", "../outside", "de-en/", "fr_en"]
)
def test_anything_but_an_exact_name_removes_nothing(name: str, packages: Path) -> None:
    (packages / "stray").mkdir()
    outside = packages.parent / "outside"
    outside.mkdir()
    (outside / "metadata.json").write_bytes(b"{}")
    before = tree(packages.parent)
    with pytest.raises(CapqaError, match="no package is called"):
        inventory.remove(packages, name)
    assert tree(packages.parent) == before


def test_a_broken_package_can_be_removed(packages: Path) -> None:
    (packages / FOLDER / "metadata.json").write_bytes(b"{")
    inventory.remove(packages, FOLDER)
    assert not (packages / FOLDER).exists()


def test_of_a_linked_package_only_the_link_is_removed(packages: Path, tmp_path: Path) -> None:
    (packages / FOLDER).rename(tmp_path / "elsewhere")
    (packages / "linked").symlink_to(tmp_path / "elsewhere")
    inventory.remove(packages, "de-en")
    assert not (packages / "linked").is_symlink()
    assert (tmp_path / "elsewhere" / "metadata.json").is_file()
