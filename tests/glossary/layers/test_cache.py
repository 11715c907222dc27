"""The cache changes how fast a glossary is there, and nothing else."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from capqa.errors import ConfigurationError
from capqa.glossary.files import glossary_files, read_glossary, shipped_folder
from capqa.glossary.layers import cache
from capqa.glossary.layers.writing import prune
from capqa.glossary.termbase import Termbase
from tests.glossary.layers.samples import answers
from tests.glossary.typo_tables import MISSPELT_COMPOUNDS, TYPOS

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = [
    "Irak | Befreiungsaktion Mossul",
    "Irak Mossul Offensive der Regierungstrupen gegen IS",
    "Kämpfer des Islamischen Staates (v.l.n.r.) in der Bundesbehörde",
    " ".join([*TYPOS, *MISSPELT_COMPOUNDS]),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that the cache is kept under; nothing came compiled with capqa."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "COMPILED", tmp_path / "none")
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def expected() -> list[object]:
    """Return what the parsed files say, no cache being asked."""
    parsed = Termbase([read_glossary(path) for path in glossary_files("de", "en")])
    return [answers(parsed, text) for text in TEXTS]


def said() -> list[object]:
    termbase = Termbase.load("de", "en")
    return [answers(termbase, text) for text in TEXTS]


def kept(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def glossary(path: Path, target: str = "thing", rows: int = 600) -> Path:
    lines = [f"Wort{at},{target} {at}" for at in range(rows)]
    path.write_text("source,target\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_cold_cache_and_a_warm_one_say_what_the_files_say(
    folder: Path, expected: list[object]
) -> None:
    assert said() == expected
    written = kept(folder)
    assert len(written) == len(glossary_files("de", "en"))
    assert said() == expected
    assert kept(folder) == written


def test_a_warm_cache_saves_the_parsing(
    folder: Path, expected: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    said()

    def parse(path: Path, data: bytes) -> None:
        pytest.fail(f"parsed {path}")

    monkeypatch.setattr(cache, "parse", parse)
    assert said() == expected


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def scribbled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x20
    path.write_bytes(data)


def pickled(path: Path) -> None:
    path.write_bytes(b"cbuiltins\nexit\n(I3\ntR.")


def replaced_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replaced_by_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    "damage", [emptied, cut, scribbled, pickled, replaced_by_folder, replaced_by_pipe]
)
def test_a_damaged_cache_is_passed_over(
    folder: Path, expected: list[object], damage: Callable[[Path], None]
) -> None:
    said()
    for path in kept(folder):
        damage(path)
    assert said() == expected


def test_a_damaged_cache_is_mended(folder: Path) -> None:
    said()
    written = kept(folder)
    for path in written:
        scribbled(path)
    said()
    assert kept(folder) == written


def test_no_place_for_a_cache(
    tmp_path: Path, expected: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert said() == expected


def test_a_cache_that_cannot_be_written(
    folder: Path, expected: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    assert said() == expected
    assert kept(folder) == {}


def test_a_changed_file_is_read_anew(folder: Path, tmp_path: Path) -> None:
    path = glossary(tmp_path / "house.de-en.csv")
    assert Termbase.load("de", "en", [path]).lookup("Wort7")[0].target == "thing 7"
    glossary(path, "other")
    assert Termbase.load("de", "en", [path]).lookup("Wort7")[0].target == "other 7"
    path.write_text(path.read_text() + "broken\n")
    with pytest.raises(ConfigurationError, match="row 1"):
        Termbase.load("de", "en", [path])


def test_entries_name_the_file_they_were_read_from(folder: Path, tmp_path: Path) -> None:
    first = glossary(tmp_path / "house.de-en.csv")
    (tmp_path / "moved").mkdir()
    second = glossary(tmp_path / "moved" / "house.de-en.csv")
    before = len(kept(folder))
    for path in (first, second):
        entry = Termbase.load("de", "en", [path]).lookup("Wort7")[0]
        assert (entry.file, entry.row) == (str(path), 9)
    assert len(kept(folder)) == before + 1 + len(glossary_files("de", "en"))


def test_another_version_compiles_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said()
    before = set(kept(folder))
    cache._made_with.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(cache, "__version__", "0.0.0")
        said()
    cache._made_with.cache_clear()
    after = set(kept(folder))
    assert before < after
    assert len(after) == 2 * len(before)


def test_small_files_are_not_worth_a_place(folder: Path, tmp_path: Path) -> None:
    Termbase.load("eo", "en", [glossary(tmp_path / "small.eo-en.csv", rows=20)])
    assert kept(folder) == {}


def test_old_files_make_room(folder: Path, tmp_path: Path) -> None:
    for at in range(70):
        path = glossary(tmp_path / "x.eo-en.csv", target=f"thing{at}")
        Termbase.load("eo", "en", [path])
    assert 32 <= len(kept(folder)) <= 64
    newest = Termbase.load("eo", "en", [path])
    assert newest.lookup("Wort7")[0].target == "thing69 7"


def test_the_newest_stays_however_large(tmp_path: Path) -> None:
    for at, name in enumerate(["oldest", "middle", "newest"]):
        (tmp_path / name).write_bytes(bytes(100))
        os.utime(tmp_path / name, (at, at))
    prune(tmp_path, files=9, size=200)
    assert {path.name for path in tmp_path.iterdir()} == {"middle", "newest"}
    prune(tmp_path, files=9, size=10)
    assert {path.name for path in tmp_path.iterdir()} == {"newest"}


def test_what_was_left_half_written_goes(tmp_path: Path) -> None:
    for name in ("fresh.new", "old.new", "old.terms"):
        (tmp_path / name).write_bytes(b"")
    for name in ("old.new", "old.terms"):
        os.utime(tmp_path / name, (0, 0))
    prune(tmp_path, files=9, size=9)
    assert {path.name for path in tmp_path.iterdir()} == {"fresh.new", "old.terms"}


def test_only_the_user_may_read_the_folder(folder: Path) -> None:
    said()
    assert (folder / "capqa" / "glossaries").stat().st_mode & 0o777 == 0o700


def test_what_a_wheel_brings_along_is_used(
    folder: Path, tmp_path: Path, expected: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    written = cache.compile_folder(shipped_folder(), tmp_path / "wheel")
    assert len(written) == len(set(written)) > 2
    (tmp_path / "wheel" / f"stale{cache.SUFFIX}").write_bytes(b"")
    assert cache.compile_folder(shipped_folder(), tmp_path / "wheel") == written
    assert set(kept(tmp_path / "wheel")) == set(written)
    monkeypatch.setattr(cache, "COMPILED", tmp_path / "wheel")
    assert said() == expected
    assert kept(folder) == {}


@pytest.mark.parametrize(
    ("platform", "variables", "ends"),
    [
        ("linux", {"HOME": "/home/a"}, "/home/a/.cache/capqa/glossaries"),
        (
            "linux",
            {"HOME": "/home/a", "XDG_CACHE_HOME": "not/absolute"},
            "/home/a/.cache/capqa/glossaries",
        ),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "/c"}, "/c/capqa/glossaries"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Caches/capqa/glossaries"),
        ("win32", {"HOME": "/a", "LOCALAPPDATA": "/a/Local"}, "/a/Local/capqa/Cache/glossaries"),
    ],
)
def test_where_the_cache_is(
    platform: str, variables: dict[str, str], ends: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.cache_folder() == Path(ends)
