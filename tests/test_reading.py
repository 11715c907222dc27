"""Inputs of all kinds, checked: standard input, large files, files of many documents."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa import pipeline, reading
from capqa.config import Settings
from capqa.errors import UnreadableError
from capqa.files import streams
from capqa.files.inputs import StandardInput
from capqa.formats import text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from capqa.model import Document
    from capqa.pipeline import CheckedFile

CLEAN = "The president met the ministers in Baghdad on Monday to talk about Aleppo again.\n"
GERMAN = "Irak | Befreiungsaktion Mossul\n"
_LINES = st.sampled_from(
    [
        *(CLEAN, CLEAN, GERMAN, "Syrien | Zerstörte Häuser in Aleppo\r\n", "\n", "Image: dpa\n"),
        *("As Merkel said, the Befreiungsaktion in the city went on for weeks.\n", "Flüchtlinge\n"),
    ]
)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take any file for a large one."""
    monkeypatch.setattr(reading, "LARGE", 10)
    monkeypatch.setattr(streams, "CHUNK", 64)
    monkeypatch.setattr(text.sections, "__kwdefaults__", {"least": 100})


def checked(*sources: Any, **options: Any) -> list[CheckedFile]:
    return list(pipeline.check_files(sources, Settings(), **options))


def told(files: list[CheckedFile]) -> list[tuple[object, ...]]:
    return [
        (
            *(finding.line, finding.column, finding.segment.role, finding.fingerprint),
            *(finding.text, finding.confidence, suggestion and suggestion.text),
        )
        for file in files
        for finding, suggestion in zip(file.findings, file.suggestions, strict=True)
    ]


@pytest.mark.usefixtures("small")
@settings(deadline=None, max_examples=40)  # the first check loads the detector
@given(st.lists(_LINES, min_size=8, max_size=40).map("".join))
def test_a_large_file_has_the_findings_it_has_as_a_whole(page: str) -> None:
    if len(page.encode()) <= 200 or not page.strip():
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page.encode())))
        sections = checked(StandardInput("page.txt"))
        patch.setattr(reading, "LARGE", 10**9)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page.encode())))
        whole = checked(StandardInput("page.txt"))
    assert len(whole) == 1
    assert told(sections) == told(whole)
    assert [file.continues for file in sections] == [False] + [True] * (len(sections) - 1)
    assert {file.name for file in sections} == {"page.txt"}


@pytest.mark.usefixtures("small")
def test_a_large_file_that_breaks_midway_has_findings_and_an_error(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    marked = b"\xff\xfe" + (GERMAN + CLEAN * 20).encode("utf-16-le") + b"\x00\xdc"
    path.write_bytes(marked + GERMAN.encode("utf-16-le"))
    files = checked(path)
    # Nothing is told before the first of two readings has come to the end.
    assert [bool(file.error) for file in files] == [True]
    assert "but for a byte in line 22; save it anew as UTF-8" in files[0].error


@pytest.mark.usefixtures("small")
def test_a_large_file_is_reviewed_as_a_whole_up_to_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.txt"
    path.write_text(CLEAN * 20 + GERMAN)
    (file,) = checked(path, writable=True)
    assert file.document is not None
    assert file.document.data == path.read_bytes()
    monkeypatch.setattr(reading, "LARGEST_FILE", 1000)
    (file,) = checked(path, writable=True)
    assert file.error == f"{path}: is too large (0 MB; at most 0 MB); split it"
    monkeypatch.setattr(text, "LARGEST_FILE", 10_000, raising=False)
    assert not checked(path, writable=True)[0].error
    path.write_text("")
    with pytest.raises(UnreadableError, match="is empty"):
        pipeline.read(path)


def test_progress_is_told_in_bytes(tmp_path: Path, small: None) -> None:
    assert small is None
    path = tmp_path / "page.txt"
    path.write_text(CLEAN * 20)
    seen: list[tuple[str, str, int, int]] = []
    checked(path, progress=lambda *what: seen.append(what))
    size = path.stat().st_size
    assert {each[0] for each in seen} == {str(path)}
    assert seen[0][1:] == ("checking", 0, size)
    for step in ("reading", "checking"):
        done = [each[2] for each in seen if each[1] == step]
        assert done == sorted(done)
        assert done[-1] == size
        assert len(set(done)) > 10


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    files = checked(tmp_path / "gone", tmp_path)
    assert [file.error.removeprefix(str(tmp_path)) for file in files] == [
        "/gone: cannot be read: No such file or directory; check path and permissions",
        ": cannot be read: Is a directory; check path and permissions",
    ]


def test_standard_input_is_read_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<html lang=en><p>{CLEAN}<p lang=de>{GERMAN}<figcaption>{GERMAN}</figcaption>"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page.encode())))
    (file,) = checked(StandardInput("pages/page.html"))
    assert file.name == "pages/page.html"
    assert [(each.document, each.line) for each in file.findings] == [("pages/page.html", 3)]


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (b"", "<stdin>", "<stdin>: is empty; remove it or restore its text"),
        (b" \n", "a.txt", "a.txt: holds nothing but white space; remove it or restore its text"),
        (b"\x89PNG\r\n\x1a\n\0", "<stdin>", "<stdin>: is a binary file (PNG image); leave it out,"),
    ],
)
def test_standard_input_is_refused_as_a_file_is(
    monkeypatch: pytest.MonkeyPatch, data: bytes, name: str, error: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (file,) = checked(StandardInput(name))
    assert file.error.startswith(error)


def test_standard_input_is_not_reviewed() -> None:
    (file,) = checked(StandardInput(), writable=True)
    assert file.error == (
        "<stdin>: cannot be written to, so there is no use in reviewing it; name a file"
    )


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make plain text an archive: each line is a document or, with an x, broken."""

    def documents(
        stream: io.BufferedReader, name: str, configurations: object
    ) -> Iterator[Document | UnreadableError]:
        assert configurations == {}
        for number, line in enumerate(stream, start=1):
            where = f"{name}#{number}"
            if line.startswith(b"x"):
                yield UnreadableError("is broken", where=where, mend="mend it")
            elif line.startswith(b"!"):
                raise UnreadableError("is cut off", where=name, mend="fetch it again")
            else:
                yield text.read(line, where)

    monkeypatch.setattr(text, "documents", documents, raising=False)
    path = tmp_path / "pages.txt"
    path.write_text(f"{GERMAN}x\n{CLEAN}{GERMAN}!")
    return path


def test_a_file_of_many_documents_is_checked_one_by_one(archive: Path) -> None:
    files = checked(archive)
    assert [(file.name, len(file.findings), file.error, file.continues) for file in files] == [
        (f"{archive}#1", 1, "", False),
        (f"{archive}#2", 0, f"{archive}#2: is broken; mend it", False),
        (f"{archive}#3", 0, "", False),
        (f"{archive}#4", 1, "", False),
        (str(archive), 0, f"{archive}: is cut off; fetch it again", False),
    ]


def test_a_file_of_many_documents_is_not_reviewed_and_never_empty(archive: Path) -> None:
    refusal = f"{archive}: holds many documents, which capqa checks but does not write; mend them"
    (file,) = checked(archive, writable=True)
    assert file.error.startswith(refusal)
    with pytest.raises(UnreadableError, match="holds many documents"):
        pipeline.read(archive)


def test_an_archive_without_documents_is_an_error(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "documents", lambda *_: iter(()))
    (file,) = checked(archive)
    assert file.error == f"{archive}: holds no documents; leave it out, or make it anew"
