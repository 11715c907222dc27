"""Patterns on the command line, for shells that do not expand them."""

from __future__ import annotations

import glob
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from capqa.files.inputs import find
from tests.files.test_ignoring import found, write

_NAMES = ("a.txt", "b.html", "[x].txt", "x.txt", ".h.txt", "ä ö.txt")
_FOLDERS = ("a", "a/b", "a/b/c", "b", "[b]", ".hidden")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, *(f"{folder}/{name}" for folder in (".", *_FOLDERS) for name in _NAMES))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("site")
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["**", "*", "a", "?", "[ab]", "b*"]), max_size=3),
    st.sampled_from(["*.txt", "*", "[!a]*", "?.html", "[x].txt", ".*", "b.html", "*ö*"]),
)
def test_patterns_match_what_they_match_in_python(folders: list[str], name: str) -> None:
    pattern = "/".join([*folders, name])
    if Path(pattern).exists() or not any(sign in pattern for sign in "*?["):
        return
    expected = {path for path in glob.glob(pattern, recursive=True) if Path(path).is_file()}
    if "**" not in folders:
        # Folders are searched in their turn.
        for path in map(Path, glob.glob(pattern)):
            if path.is_dir():
                return
    assert {each for each in found(pattern) if ": " not in each} == {
        Path(each).as_posix() for each in expected
    }


@pytest.mark.usefixtures("site")
def test_a_name_that_exists_is_no_pattern() -> None:
    assert found("[x].txt") == ["[x].txt"]
    assert found("[b]/a.txt") == ["[b]/a.txt"]
    Path("[x].txt").unlink()
    assert found("[x].txt") == ["x.txt"]


@pytest.mark.usefixtures("site")
def test_a_pattern_that_matches_nothing_is_an_error() -> None:
    assert found("*.gone", "gone/**/*.txt") == [
        "*.gone: matches no file; correct the pattern",
        "gone/**/*.txt: matches no file; correct the pattern",
    ]


@pytest.mark.usefixtures("site")
def test_matches_are_sorted_each_once_and_folders_are_searched() -> None:
    assert found("a/**/**/*.html", "a/b.html") == ["a/b.html", "a/b/b.html", "a/b/c/b.html"]
    assert found("a/[b]") == [
        f"a/b/{name}" for name in ("[x].txt", "a.txt", "b.html", "c/[x].txt", "c/a.txt")
    ] + [f"a/b/c/{name}" for name in ("b.html", "x.txt", "ä ö.txt")] + [
        f"a/b/{name}" for name in ("x.txt", "ä ö.txt")
    ]
    results = [str(each) for each in find(["a/**/*"], suffixes=(".txt",))]
    assert str(Path("a/b/b.html")) in results  # a match is as good as named


def test_patterns_obey_what_is_ignored(site: Path) -> None:
    write(site, "node_modules/a.html", "a/node_modules/a.html")
    (site / ".ignore").write_text("/a/b\n")
    assert found("**/*.html") == ["b.html", "[b]/b.html", "a/b.html", "b/b.html"]
    assert "a/b/b.html" in found("**/*.html", obeys=False)
    assert found("**/*.html", exclude=("b/", "b.html")) == [
        "**/*.html: matches no file; correct the pattern"
    ]


def test_links_in_circles_end(site: Path) -> None:
    (site / "a" / "again").symlink_to(site)
    (site / "a" / "loop.txt").symlink_to(site / "a" / "loop.txt")
    names = found("**/*.txt")
    assert "a/loop.txt" in names
    assert not any("again" in name for name in names)
    assert "a/loop.txt" in found("a")
