"""The cache says what a check would say, or nothing."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import capqa
from capqa import pipeline
from capqa.config import Settings
from capqa.gate.cache import CheckCache
from capqa.gate.running import Run, check_all
from tests.gate.desk import without_documents, write_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.errors import CapqaError
    from capqa.pipeline import CheckedFile


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "capqa" / "checks"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that are truly checked from now on."""
    names: list[str] = []
    check_files = pipeline.check_files

    def counted(paths: Iterable[Path | CapqaError], *rest: object, **named: object) -> object:
        kept = list(paths)
        names.extend(path.name for path in kept if isinstance(path, Path))
        return check_files(kept, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "check_files", counted)
    return names


def run(paths: list[Path], settings: Settings, *depends_on: object) -> list[CheckedFile]:
    cache = CheckCache(settings, depends_on)
    try:
        return without_documents(check_all(Run(settings), paths, cache=cache))
    finally:
        cache.close()


def test_a_second_run_checks_only_what_could_not_be_read(
    tmp_path: Path, checked: list[str]
) -> None:
    paths = write_pages(tmp_path, 8)
    first = run(paths, Settings())
    assert sum(len(file.findings) for file in first) == 3
    assert len(checked) == 8
    checked.clear()
    assert run(paths, Settings()) == first
    assert checked == ["page-001.txt"]


def changed_page(paths: list[Path], settings: Settings) -> Settings:
    paths[0].write_text(paths[0].read_text() + "\nMore.\n")
    return settings


def changed_settings(paths: list[Path], settings: Settings) -> Settings:
    return replace(settings, min_confidence=0.9)


def changed_glossary(paths: list[Path], settings: Settings) -> Settings:
    settings.glossaries[0].write_text("source,target\nKind,child\n")
    return settings


@pytest.mark.parametrize(
    ("change", "again"), [(changed_page, 2), (changed_settings, 4), (changed_glossary, 4)]
)
def test_what_a_result_depends_on_is_checked_again(
    tmp_path: Path, checked: list[str], change: object, again: int
) -> None:
    paths = write_pages(tmp_path, 4)
    house = tmp_path / "house.de-en.csv"
    house.write_text("source,target\nHaus,house\n")
    settings = Settings(glossaries=(house,))
    run(paths, settings)
    settings = change(paths, settings)  # type: ignore[operator]
    checked.clear()
    run(paths, settings)
    assert len(checked) == again


def test_another_version_or_other_decisions_check_again(
    tmp_path: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write_pages(tmp_path, 4)
    run(paths, Settings())
    run(paths, Settings(), ("log", 1))
    monkeypatch.setattr(capqa, "__version__", "9")
    run(paths, Settings())
    assert len(checked) == 12


def test_a_file_that_changes_meanwhile_is_not_kept(tmp_path: Path, checked: list[str]) -> None:
    paths = write_pages(tmp_path, 1)
    cache = CheckCache(Settings())
    results = check_all(Run(Settings()), paths, cache=cache)
    next(results)
    paths[0].write_text("Changed.\n")
    list(results)
    cache.close()
    checked.clear()
    assert run(paths, Settings())[0].findings == ()
    assert len(checked) == 1


@pytest.mark.parametrize("damage", [b"", b"no database at all", None])
def test_a_damaged_cache_is_done_without(
    tmp_path: Path, cache_folder: Path, damage: bytes | None
) -> None:
    paths = write_pages(tmp_path, 4)
    first = run(paths, Settings())
    database = cache_folder / "results.sqlite3"
    if damage is None:
        with sqlite3.connect(database) as connection:
            connection.execute("UPDATE results SET result = ?", (b"\x93\x01",))
    else:
        database.write_bytes(damage)
    assert run(paths, Settings()) == first


def test_no_place_for_a_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert len(run(write_pages(tmp_path, 4), Settings())) == 4


def test_texts_that_are_no_unicode_are_checked_each_time(
    tmp_path: Path, checked: list[str]
) -> None:
    path = tmp_path / "p\udcff.txt"
    path.write_text("Irak | Befreiungsaktion Mossul\n")
    assert len(run([path], Settings())[0].findings) == 1
    assert len(run([path], Settings())[0].findings) == 1
    assert len(checked) == 2


def test_the_oldest_results_go_first(
    tmp_path: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("capqa.gate.cache._MOST_ROWS", 4)
    times: Iterator[int] = iter(range(1000))
    monkeypatch.setattr("capqa.gate.cache.time.time", lambda: next(times))
    paths = write_pages(tmp_path, 8)
    run(paths[:4], Settings())
    run(paths, Settings())
    with sqlite3.connect(cache_folder / "results.sqlite3") as connection:
        used = [row[0] for row in connection.execute("SELECT used FROM results ORDER BY used")]
    assert len(used) == 4
    assert used[0] > 5
