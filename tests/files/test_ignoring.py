"""What .gitignore and the like pass over, with git itself as the judge."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.errors import CapqaError, ConfigurationError
from capqa.files.inputs import Search, searched

_GIT = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
_FOLDERS = ("a", "a/b", "b", "build", "build/a")
_NAMES = ("a.txt", "b.txt", "keep.txt", "[x].txt", "ä.txt", "build.txt")
_PATTERNS = st.sampled_from(
    [
        *("*.txt", "!keep.txt", "build/", "/build", "a/*", "!a/b/", "**/b", "a/**", "a/**/b.txt"),
        *("[ab].txt", "[!a]*.txt", r"\[x\].txt", "# a.txt", r"\#a.txt", "ä.txt", "/*", "!/a", "*"),
        *("!*/", "build", "keep.txt ", "", "a", "/a/b.txt", "b/", "!b/keep.txt", "[", "!", "/"),
        *("!a/keep.txt", "a/b/**", "**", "/**/keep.txt", "a**", "[[:alpha:]].txt", "[b-a]*", "a\\"),
        *(
            "[^a]",
            "[]x].txt",
            r"[\]x]",
            "**/",
            "b.txt\\ ",
            "b????.txt",
            "!build",
            "a/**/*.txt",
            "\\!a",
        ),
    ]
)
_FILES = st.dictionaries(
    st.sampled_from(["", *_FOLDERS]), st.lists(_PATTERNS, min_size=1, max_size=4), max_size=3
)


def found(*paths: str | Path, obeys: bool = True, exclude: tuple[str, ...] = ()) -> list[str]:
    """Return the names of all files in paths, errors as they read."""
    search = Search(lambda path: True, ((Path.cwd(), exclude),), obeys)
    results = searched([str(path) for path in paths], search)
    return [each.as_posix() if isinstance(each, Path) else str(each) for each in results]


def write(root: Path, *names: str, **contents: str) -> None:
    """Create files with some text, or with the contents given by name."""
    for name, content in {**dict.fromkeys(names, "text"), **contents}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def ignoring(root: Path, patterns: dict[str, str]) -> None:
    for name, content in patterns.items():
        write(root, **{name: content})


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    subprocess.run(["git", "init", "-q", tmp_path], check=True, env=_GIT)
    write(tmp_path, *(f"{folder}/{name}" for folder in (".", *_FOLDERS) for name in _NAMES))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def judged_by_git(root: Path) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-standard"],
        cwd=root,
        env=_GIT,
        check=True,
        capture_output=True,
    ).stdout.decode()
    return sorted(name for name in listed.split("\0") if name and "/." not in f"/{name}")


def test_folders_are_searched_as_git_would(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", root], check=True, env=_GIT)
    write(root, *(f"{folder}/{name}" for folder in (".", *_FOLDERS) for name in _NAMES))

    @settings(max_examples=60, deadline=None)
    @given(_FILES, st.lists(_PATTERNS, max_size=2))
    def alike(patterns: dict[str, list[str]], excluded: list[str]) -> None:
        for folder in ("", *_FOLDERS):
            (root / folder / ".gitignore").unlink(missing_ok=True)
        for folder, lines in patterns.items():
            (root / folder / ".gitignore").write_text("\n".join(lines), encoding="utf-8")
        exclude = root / ".git" / "info" / "exclude"
        exclude.parent.mkdir(exist_ok=True)
        exclude.write_text("\n".join(excluded), encoding="utf-8")
        mine = [Path(name).relative_to(root).as_posix() for name in found(root) if ": " not in name]
        assert sorted(mine) == judged_by_git(root)

    alike()


def test_what_is_ignored_is_read_when_it_is_named_or_asked_for(repository: Path) -> None:
    ignoring(repository, {".gitignore": "build/\nb.txt\n"})
    assert "build/a.txt" not in found(".")
    assert "build/a.txt" in found(".", obeys=False)
    assert found("b.txt", "build/a.txt") == ["b.txt", "build/a.txt"]
    # A folder that is named is searched; what is ignored in it for its own sake is not read.
    inside = found("build")
    assert "build/a.txt" in inside
    assert "build/a/keep.txt" in inside


def test_rules_above_a_folder_hold_in_it_up_to_the_root_of_the_repository(tmp_path: Path) -> None:
    ignoring(tmp_path, {".gitignore": "*.txt\n"})
    repository = tmp_path / "repository"
    subprocess.run(["git", "init", "-q", repository], check=True, env=_GIT)
    write(repository, "a/one.txt", "a/two.txt")
    ignoring(repository, {".gitignore": "two.txt\n"})
    assert [Path(each).name for each in found(repository / "a")] == ["one.txt"]


def test_a_worktree_obeys_the_exclusions_of_its_repository(repository: Path) -> None:
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x", "commit", "-qm", "x", "--allow-empty"],
        cwd=repository,
        env=_GIT,
        check=True,
    )
    tree = repository.parent / "tree"
    subprocess.run(["git", "worktree", "add", "-q", tree], cwd=repository, env=_GIT, check=True)
    ignoring(repository, {".git/info/exclude": "b.txt\n"})
    write(tree, "a.txt", "b.txt")
    assert [Path(each).name for each in found(tree)] == ["a.txt"]


def test_other_ignore_files_hold_without_git_and_override_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "site/a.txt", "site/b.txt", "site/c.txt", "site/d.txt")
    ignoring(
        tmp_path,
        {
            ".capqaignore": "a.txt\n",
            ".gitignore": "d.txt\n",
            "site/.gitignore": "b.txt\nc.txt\n",
            "site/.ignore": "!b.txt\n",
        },
    )
    monkeypatch.chdir(tmp_path)
    # Above a folder, git's files count in a repository alone.
    assert found("site") == ["site/b.txt", "site/d.txt"]


def test_exclusions_hold_for_files_that_are_named_too(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found("a.txt", "b.txt", exclude=("b.*",)) == ["a.txt"]
    assert found("a", exclude=("a/b/",)) == [f"a/{name}" for name in sorted(_NAMES)]
    assert found("a.txt", exclude=("*",)) == [
        "--exclude: leaves nothing to check; exclude less",
    ]
    assert found("b", exclude=("*",)) == [
        "b: holds no documents; name files, or a folder with files in a format that capqa reads"
    ]
    outside = repository.parent / "outside.txt"
    outside.write_text("text")
    assert found(outside, "a.txt", exclude=("outside.txt",)) == ["a.txt"]
    monkeypatch.chdir(repository / "a")
    assert found("../a/a.txt", "../b/a.txt", exclude=("/a.txt",)) == ["../b/a.txt"]


@pytest.mark.parametrize("pattern", ["!", "a[", "# a"])
def test_an_impossible_exclusion_is_an_error(tmp_path: Path, pattern: str) -> None:
    write(tmp_path, "a.txt")
    with pytest.raises(ConfigurationError, match=r"exclude: '.*' is no pattern; write"):
        found(tmp_path, exclude=(pattern,))


def test_a_gitignore_that_cannot_be_read_ignores_nothing(repository: Path) -> None:
    (repository / "a" / ".gitignore").mkdir()
    (repository / "b" / ".gitignore").write_bytes(b"\xff\xfe*\0")
    assert "a/a.txt" in found(".")
    assert "b/a.txt" in found(".")


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_names_that_are_no_unicode_are_ignored_and_found(repository: Path) -> None:
    for name in (b"\xe4.txt", b"\xfc.txt"):
        (repository / os.fsdecode(name)).write_text("text")
    (repository / ".gitignore").write_bytes(b"\xfc.txt\n")
    names = [os.path.basename(os.fsencode(each)) for each in found(".")]
    assert b"\xe4.txt" in names
    assert b"\xfc.txt" not in names


def test_errors_are_one_line(repository: Path) -> None:
    for each in searched(["gone", "*.gone"], Search(lambda path: True)):
        assert isinstance(each, CapqaError)
        assert "\n" not in str(each)
