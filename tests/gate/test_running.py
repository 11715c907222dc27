"""Checking in several processes gives what checking in one gives, in the same order."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from capqa import pipeline
from capqa.config import Settings
from capqa.errors import CapqaError, ConfigurationError, UnreadableError
from capqa.gate.running import Run, check_all
from tests.gate.desk import without_documents, write_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from capqa.pipeline import CheckedFile


def test_several_processes_say_what_one_says(tmp_path: Path) -> None:
    missing = UnreadableError("no such file", where="missing.txt", mend="correct the path")
    paths: list[Path | CapqaError] = [*write_pages(tmp_path, 40), missing]
    alone = without_documents(pipeline.check_files(paths, Settings()))
    assert sum(len(file.findings) for file in alone) >= 13
    assert [file.name for file in alone if file.error] == [str(paths[1]), "missing.txt"]
    assert list(check_all(Run(Settings()), paths, jobs=2)) == alone
    assert without_documents(check_all(Run(Settings()), paths, jobs=1)) == alone


def test_no_files_are_no_results() -> None:
    assert list(check_all(Run(Settings()), [], jobs=2)) == []


def test_what_concerns_all_files_is_raised_whole(tmp_path: Path) -> None:
    house = tmp_path / "house.de-en.csv"
    house.write_text("source,target\nHaus\n")
    run = Run(Settings(glossaries=(house,)))
    with pytest.raises(ConfigurationError, match=r"house\.de-en\.csv:2") as raised:
        list(check_all(run, write_pages(tmp_path, 40), jobs=2))
    assert raised.value.mend


def test_results_come_while_files_are_still_being_found(tmp_path: Path) -> None:
    taken = 0

    def paths() -> Iterator[Path]:
        nonlocal taken
        for path in write_pages(tmp_path, 12):
            taken += 1
            yield path

    next(check_all(Run(Settings()), paths(), jobs=1))
    assert taken == 1


def test_a_process_that_is_killed_fails_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object, **__: object) -> Iterator[CheckedFile]:
        os._exit(9)

    # Forked processes have what this one has.
    monkeypatch.setattr(pipeline, "check_files", killed)
    with pytest.raises(CapqaError, match=r"ended from outside.*fewer --jobs"):
        list(check_all(Run(Settings()), write_pages(tmp_path, 40), jobs=2))


def test_errors_keep_what_they_say_between_processes() -> None:
    import pickle

    error = ConfigurationError("what", where="where", mend="mend")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.mend) == (ConfigurationError, str(error), "mend")
