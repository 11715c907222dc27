"""What the files .gitignore, .ignore and .capqaignore tell a search to pass over.

As with git and ripgrep: the file nearest to a name decides, in it the last pattern that matches,
and what lies in a folder that is passed over cannot be brought back.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from capqa.errors import ConfigurationError
from capqa.files.patterns import parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from capqa.files.inputs import Exclusion
    from capqa.files.patterns import Pattern

GIT_FILE = ".gitignore"
"""The file that git obeys too."""

IGNORE_FILES = (GIT_FILE, ".ignore", ".capqaignore")
"""The files with patterns; in one folder, a later one overrides an earlier one."""

_REPOSITORY = ".git"


class Patterns(NamedTuple):
    """The patterns that hold below a folder, an absolute path; of those that match, the last one
    decides.
    """

    folder: str
    patterns: tuple[Pattern, ...]

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """Return whether an absolute path is to be passed over, None where no pattern matches."""
        if path.startswith(below := os.path.join(self.folder, "")):
            path = path[len(below) :]
        path = path.replace(os.sep, "/").strip("/")
        for pattern in reversed(self.patterns):
            if pattern.matches(path, is_folder=is_folder):
                return not pattern.negated
        return None


def patterns_above(folder: Path) -> tuple[Patterns, ...]:
    """Return the patterns that folders above one have for it, the nearest last.

    Those of git count up to the root of the repository, the others all the way. That they match the
    folder itself does not count: it was asked for by name.
    """
    start = Path(os.path.abspath(folder))
    root = next((each for each in (start, *start.parents) if (each / _REPOSITORY).exists()), None)
    found: list[Patterns] = []
    for parent in reversed(start.parents):
        in_repository = root is not None and parent.is_relative_to(root)
        names = IGNORE_FILES if in_repository else IGNORE_FILES[1:]
        found += _patterns_of(parent, names, excludes=parent == root)
    return tuple(found)


def patterns_in(folder: Path, names: Iterable[str]) -> tuple[Patterns, ...]:
    """Return the patterns that a folder has itself; ``names`` are those of what lies in it."""
    inside = set(names)
    if inside.isdisjoint((*IGNORE_FILES, _REPOSITORY)):
        return ()
    wanted = [name for name in IGNORE_FILES if name in inside]
    return _patterns_of(Path(os.path.abspath(folder)), wanted, excludes=_REPOSITORY in inside)


def is_ignored(path: str, patterns: Sequence[Patterns], *, is_folder: bool) -> bool:
    """Return whether an absolute path is to be passed over; of the patterns, the last decide."""
    for each in reversed(patterns):
        verdict = each.verdict(path, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False


def lies_in_ignored(path: str, patterns: Sequence[Patterns]) -> bool:
    """Return whether a file, an absolute path, or a folder around it is to be passed over."""
    parents = [str(parent) for parent in reversed(Path(path).parents)]
    return any(is_ignored(each, patterns, is_folder=True) for each in parents) or is_ignored(
        path, patterns, is_folder=False
    )


def excluding(exclusion: Exclusion) -> Patterns:
    """Return the patterns of settings or a command line. Raises ConfigurationError for one that is
    none.
    """
    found = []
    folder, lines = exclusion
    for line in lines:
        pattern = parsed(line)
        if pattern is None:
            raise ConfigurationError(
                f"{line!r} is no pattern", where="exclude", mend="write it as in .gitignore"
            )
        found.append(pattern)
    return Patterns(os.path.abspath(folder), tuple(found))


def _patterns_of(folder: Path, names: Iterable[str], *, excludes: bool) -> tuple[Patterns, ...]:
    files = [folder / name for name in names]
    if excludes:
        files.insert(0, _git_folder(folder / _REPOSITORY) / "info" / "exclude")
    found = tuple(each for file in files for line in _lines(file) if (each := parsed(line)))
    return (Patterns(str(folder), found),) if found else ()


def _lines(file: Path) -> list[str]:
    try:
        data = file.read_bytes()
    except (OSError, ValueError):  # as git: what cannot be read ignores nothing
        return []
    text = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    return [line.removesuffix("\r") for line in text.split("\n")]


def _git_folder(entry: Path) -> Path:
    """Return the folder shared by a repository's worktrees; in those, ``.git`` is a file."""
    if not entry.is_file():
        return entry
    content = "".join(_lines(entry)[:1])
    folder = entry.parent / content.removeprefix("gitdir:").strip()
    common = "".join(_lines(folder / "commondir")[:1]).strip()
    return folder / common if common else folder
