"""Which files a command line means."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from capqa.errors import UnreadableError
from capqa.files.inputs import find


def found(*paths: str | Path, suffixes: tuple[str, ...] | None = None) -> list[str]:
    given = [str(path) for path in paths]
    results = find(given) if suffixes is None else find(given, suffixes=suffixes)
    return [str(result) for result in results]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        *("b.txt", "a.txt", "B.TXT", "z/c.txt", "m/n/d.text", ".hidden.txt", ".git/e.txt"),
        *("m/photo.png", "README", "node_modules/f.txt", "m.txt"),
    ):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    (tmp_path / "site" / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "site"


def test_a_folder_gives_its_documents_sorted_without_hidden_and_other_files(site: Path) -> None:
    expected = ["B.TXT", "a.txt", "b.txt", "m/n/d.text", "m.txt", "z/c.txt"]
    assert found("site") == [str(Path("site", name)) for name in expected]


def test_a_file_named_is_meant_whatever_its_name(site: Path) -> None:
    names = [str(Path("site", name)) for name in ("README", ".hidden.txt", "m/photo.png")]
    assert found(*names) == names


def test_inputs_come_in_the_order_given_each_once(site: Path) -> None:
    first = str(Path("site", "z", "c.txt"))
    results = found(first, "site", site / "a.txt", first)
    assert results[0] == first
    assert len(results) == 6


def test_other_endings_may_be_asked_for(site: Path) -> None:
    assert found("site", suffixes=(".png",)) == [str(Path("site", "m", "photo.png"))]


def test_what_cannot_be_found_comes_as_an_error_in_its_place(site: Path) -> None:
    good = str(site / "a.txt")
    results = list(find(["missing.txt", good, str(site / "empty"), "", "a\0b", "x" * 5000]))
    assert [str(result) for result in results] == [
        "missing.txt: no such file or folder; correct the path",
        good,
        f"{site / 'empty'}: holds no documents; name files, or a folder with .text or .txt files",
        "'': no such file or folder; correct the path",
        "a\0b: no such file or folder; correct the path",
        f"{'x' * 5000}: cannot be read: File name too long; correct the path",
    ]
    assert sum(isinstance(result, UnreadableError) for result in results) == 5


def test_links_to_files_are_followed_links_to_folders_are_not(site: Path) -> None:
    (site / "m" / "around").symlink_to(site)
    (site / "m" / "link.txt").symlink_to(site / "a.txt")
    (site / "m" / "dangling.txt").symlink_to(site / "gone.txt")
    names = [str(Path(result).relative_to(site)) for result in found(site / "m")]
    assert names == [str(Path("m", each)) for each in ("dangling.txt", "link.txt", "n/d.text")]


@pytest.mark.skipif(os.name == "nt", reason="folders have no mode there")
def test_a_folder_that_cannot_be_listed_is_an_error() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "closed").mkdir(mode=0)
        (folder / "page.txt").write_text("text")
        is_root = os.geteuid() == 0
        if is_root:  # permissions do not bind root
            os.seteuid(65534)
        try:
            results = found(folder)
        finally:
            if is_root:
                os.seteuid(0)
    assert results == [
        f"{folder / 'closed'}: cannot be listed: Permission denied; check permissions",
        str(folder / "page.txt"),
    ]
