"""Reports that need the text of a file have it, though another process checked the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from capqa import pipeline
from capqa.commands._check.documents import with_documents
from capqa.config import Settings
from tests.gate.desk import write_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from capqa.pipeline import CheckedFile


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.chdir(tmp_path)
    return [path.relative_to(tmp_path) for path in write_pages(tmp_path, 4)]


def checked(paths: list[Path]) -> list[CheckedFile]:
    return list(pipeline.check_files(paths, Settings()))


def completed(files: list[CheckedFile], again: list[Path]) -> list[CheckedFile]:
    def check(path: Path) -> Iterator[CheckedFile]:
        again.append(path)
        return pipeline.check_files([path], Settings())

    return list(with_documents(files, pipeline.read, check))


def test_files_are_read_for_their_documents_and_not_checked_again(pages: list[Path]) -> None:
    files = checked(pages)
    again: list[Path] = []
    found = completed([replace(file, document=None) for file in files], again)
    assert [file for file in found if file.findings] == [file for file in files if file.findings]
    assert [file.document is None for file in found] == [not file.findings for file in files]
    assert again == []


def test_one_that_has_changed_is_checked_again(pages: list[Path]) -> None:
    first, *_ = checked(pages)
    pages[0].write_text(f"One more line.\n\n{pages[0].read_text(encoding='utf-8')}", "utf-8")
    again: list[Path] = []
    (found,) = completed([replace(first, document=None)], again)
    assert again == [pages[0]]
    assert found.findings[0].line == first.findings[0].line + 2


def test_one_that_is_gone_or_broken_comes_as_it_was(pages: list[Path]) -> None:
    first, *_ = checked(pages)
    bare = replace(first, document=None)
    pages[0].write_bytes(b"")
    assert completed([bare], []) == [bare]
    pages[0].unlink()
    assert completed([bare], []) == [bare]
