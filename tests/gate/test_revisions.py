"""The files that differ from a revision of a Git repository."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError
from capqa.gate.revisions import changed_since

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    git(tmp_path, "init", "-q")
    for name in ("a.txt", "b b.txt", "sub/c.txt", "gone.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("one\n")
    (tmp_path / ".gitignore").write_text("ignored.txt\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


def names(folder: Path, revision: str = "HEAD") -> set[str]:
    root = folder if (folder / ".git").exists() else folder.parent
    return {os.path.relpath(each, root) for each in changed_since(revision, folder)}


def test_nothing_changed(repository: Path) -> None:
    assert names(repository) == set()


def test_changed_staged_and_new_files_from_any_folder(repository: Path) -> None:
    (repository / "b b.txt").write_text("two\n")
    (repository / "sub" / "c.txt").write_text("two\n")
    git(repository, "add", "sub")
    (repository / "neu ü\n.txt").write_text("new\n")
    (repository / "ignored.txt").write_text("new\n")
    (repository / "gone.txt").unlink()
    expected = {"b b.txt", "sub/c.txt", "neu ü\n.txt"}
    assert names(repository) == names(repository / "sub") == expected


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "", "HEAD:a.txt"])
def test_what_is_no_revision_is_said_in_one_line(repository: Path, revision: str) -> None:
    with pytest.raises(CapqaError, match="--changed-since cannot be told") as raised:
        changed_since(revision, repository)
    assert "\n" not in str(raised.value)
    assert not (repository / "x").exists()


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(CapqaError, match="not a git repository"):
        changed_since("HEAD", tmp_path)
