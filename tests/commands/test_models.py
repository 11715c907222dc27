from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from capqa.__main__ import main
from capqa.translation.packages import index
from tests.translation.packages.archives import ARCHIVE, FOLDER, files, tree, write
from tests.translation.packages.conftest import site
from tests.translation.packages.server import Page

if TYPE_CHECKING:
    from tests.translation.packages.server import Site

__all__ = ["site"]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the packages go; it does not exist yet."""
    folder = tmp_path / "share" / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")
    return folder


class Printed:
    """What a command line printed, and its exit code."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
        try:
            self.code = main(["models", *arguments])
        except SystemExit as stopped:
            self.code = int(stopped.code or 0)
        captured = capsys.readouterr()
        self.out, self.err = captured.out, captured.err

    @property
    def content(self) -> Any:
        return json.loads(self.out)


def test_a_file_is_installed_listed_and_removed(
    packages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    installed = Printed(capsys, "install", str(ARCHIVE))
    assert installed.out == f"installed: de-en 1.9 in {packages / FOLDER}\n"
    assert Printed(capsys, "install", str(ARCHIVE)).out.startswith("reinstalled: de-en 1.9 in ")
    assert Printed(capsys, "list").out == f"de-en  1.9  170 KB  {FOLDER}\n"
    removed = Printed(capsys, "remove", "de-en")
    assert (removed.code, removed.out) == (0, f"removed {packages / FOLDER}\n")
    assert tree(packages) == []


def test_all_of_it_is_told_as_json(packages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(packages / FOLDER)
    package = {"source": "de", "target": "en", "version": "1.9", "folder": folder}
    done = Printed(capsys, "install", str(ARCHIVE), "--format", "json")
    assert done.content == {"outcome": "installed", **package}
    (packages / "stray").mkdir()
    listed = Printed(capsys, "list", "--format", "json").content
    assert listed["directory"] == str(packages)
    assert listed["packages"] == [{**package, "bytes": 170_335, "used": True}]
    (problem,) = listed["problems"]
    assert problem.startswith(f"{packages / 'stray'}: ignored")
    assert Printed(capsys, "path", "--format", "json").content == {"directory": str(packages)}
    assert Printed(capsys, "remove", "de-en", "--format", "json").content == {"removed": folder}


def test_an_empty_list_says_how_to_begin_and_makes_no_folder(
    packages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = Printed(capsys, "list")
    assert listed.code == 0
    assert listed.out.splitlines() == [
        f"no models in {packages}",
        "install one with `capqa models install FILE` or `capqa models install de en`",
    ]
    assert Printed(capsys, "path").out == f"{packages}\n"
    assert tree(tmp_path) == []


def test_older_packages_and_problems_are_marked(
    packages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for version in ("1.0", "1.10"):
        name = f"fr_en-{version}"
        file = write(tmp_path / "small", files(name, package_version=version))
        assert Printed(capsys, "install", str(file)).code == 0
    (packages / "stray").mkdir()
    older, newer, problem = Printed(capsys, "list").out.splitlines()
    assert older.endswith("fr_en-1.0   not used: there is a newer one")
    assert newer.endswith("fr_en-1.10")
    assert problem.startswith(f"problem: {packages / 'stray'}: ignored")


def test_metadata_cannot_act_on_the_terminal(
    packages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = files(package_version="1\x1b[31m\u202e", from_code="f\nr")
    done = Printed(capsys, "install", str(write(tmp_path / "hostile", content)))
    listed = Printed(capsys, "list")
    assert packages.is_dir()
    for text in (done.out, listed.out):
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert text.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("install", "missing.argosmodel"), "neither a file nor two language codes"),
        (("install", "German", "English"), "neither a file nor two language codes"),
        (("install", "de", "en", "fr"), "neither a file nor two language codes"),
        (("install", __file__), "truncated, damaged or no Argos package"),
        (("remove", "de-en"), "no package is called 'de-en'"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_code_2(
    arguments: tuple[str, ...],
    told: str,
    packages: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    done = Printed(capsys, *arguments)
    assert done.code == 2
    assert told in done.err
    assert done.err.count("\n") == 1
    assert done.out == ""
    assert not packages.exists()


class TestByName:
    """Downloading a package by its languages, from a server on this machine."""

    @pytest.fixture(autouse=True)
    def _index(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(index, "address", lambda: f"{site.url}/index.json")
        site.offer(
            {"from_code": "de", "to_code": "en", "package_version": "1.9", "links": ["/package"]}
        )
        site.pages["/package"] = Page(ARCHIVE.read_bytes())

    @pytest.mark.parametrize("languages", [("de", "en"), ("de-en",)])
    def test_it_is_installed(
        self,
        languages: tuple[str, ...],
        site: Site,
        packages: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        done = Printed(capsys, "install", *languages)
        assert done.out == f"installed: de-en 1.9 in {packages / FOLDER}\n"
        assert done.err == ""
        assert site.asked == ["/index.json", "/package"]

    def test_what_is_there_is_not_downloaded_again(
        self, site: Site, packages: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Printed(capsys, "install", str(ARCHIVE))
        done = Printed(capsys, "install", "de", "en")
        assert done.out == f"already installed: de-en 1.9 in {packages / FOLDER}\n"
        assert site.asked == ["/index.json"]

    def test_a_newer_one_is_installed_beside_it(
        self, site: Site, tmp_path: Path, packages: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        older = write(tmp_path / "old", files("old", from_code="de", package_version="1.0"))
        Printed(capsys, "install", str(older))
        assert Printed(capsys, "install", "de", "en").out.startswith("installed: de-en 1.9")
        assert sorted(path.name for path in packages.iterdir()) == ["old", FOLDER]

    def test_a_broken_download_leaves_nothing_and_says_what_to_do(
        self, site: Site, packages: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        site.pages["/package"] = Page(b"half", stated_length=8)
        done = Printed(capsys, "install", "de", "en")
        assert done.code == 2
        assert "the download ended after 4 of 8 bytes; download the .argosmodel on a" in done.err
        assert not packages.parent.exists()

    def test_a_pair_nobody_offers_is_told(
        self, packages: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        done = Printed(capsys, "install", "de", "fr")
        assert (done.code, packages.exists()) == (2, False)
        assert "no package from 'de' to 'fr'; from de it offers en" in done.err


def test_the_index_s_address_is_argostranslate_s_own_and_rich_stays_out(
    site: Site, packages: Path, tmp_path: Path
) -> None:
    site.offer({"from_code": "de", "to_code": "en", "links": ["/package"]})
    site.pages["/package"] = Page(ARCHIVE.read_bytes())
    program = (
        "import sys\n"
        "from capqa.__main__ import main\n"
        "code = main(['models', 'install', 'de', 'en'])\n"
        "heavy = {'rich', 'textual', 'ctranslate2', 'numpy', 'sentencepiece', 'requests'}\n"
        "print('LOADED', *sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "ARGOS_PACKAGE_INDEX": f"{site.url}/", "HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == "LOADED\n"
    assert done.stdout == f"installed: de-en 1.9 in {packages / FOLDER}\n"
