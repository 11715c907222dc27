"""What the files .gitignore, .ignore and .capqaignore tell a search to pass over.

As with git and ripgrep: the file nearest to a name decides, in it the last pattern that matches,
and what lies in a folder that is passed over cannot be brought back.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pathspec import GitIgnoreSpec

    from capqa.files.inputs import Exclusion

GIT_FILE = ".gitignore"
"""The file that git obeys too."""

IGNORE_FILES = (GIT_FILE, ".ignore", ".capqaignore")
"""The files with patterns; in one folder, a later one overrides an earlier one."""

_REPOSITORY = ".git"


class Patterns(NamedTuple):
    """The patterns that hold below a folder, an absolute path."""

    folder: str
    spec: GitIgnoreSpec

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """Return whether an absolute path is to be passed over, None where no pattern matches."""
        if path.startswith(below := os.path.join(self.folder, "")):
            path = path[len(below) :]
        path = path.replace(os.sep, "/").strip("/")
        return self.spec.check_file(f"{path}/" if is_folder else path).include


def patterns_above(folder: Path) -> tuple[Patterns, ...]:
    """Return the patterns that folders above one have for it, the nearest last.

    Those of git count up to the root of the repository, the others all the way. A folder that they
    would pass over as a whole was asked for by name: then they do not count.
    """
    start = Path(os.path.abspath(folder))
    root = next((each for each in (start, *start.parents) if (each / _REPOSITORY).exists()), None)
    found: list[Patterns] = []
    for parent in reversed(start.parents):
        in_repository = root is not None and parent.is_relative_to(root)
        names = IGNORE_FILES if in_repository else IGNORE_FILES[1:]
        found += _patterns_of(parent, names, excludes=parent == root)
    return () if is_ignored(str(start), found, is_folder=True) else tuple(found)


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


def excluding(exclusion: Exclusion) -> Patterns:
    """Return the patterns of settings or a command line. Raises ConfigurationError for one that is
    none.
    """
    spec = _spec(exclusion.patterns, strict=True)
    return Patterns(os.path.abspath(exclusion.folder), spec)


def _patterns_of(folder: Path, names: Iterable[str], *, excludes: bool) -> tuple[Patterns, ...]:
    files = [folder / name for name in names]
    if excludes:
        files.insert(0, _git_folder(folder / _REPOSITORY) / "info" / "exclude")
    lines = [line for file in files for line in _lines(file)]
    return (Patterns(str(folder), _spec(lines)),) if lines else ()


def _lines(file: Path) -> list[str]:
    try:
        data = file.read_bytes()
    except (OSError, ValueError):  # as git: what cannot be read ignores nothing
        return []
    text = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _git_folder(entry: Path) -> Path:
    """Return the folder shared by a repository's worktrees; in those, ``.git`` is a file."""
    if not entry.is_file():
        return entry
    content = "".join(_lines(entry)[:1])
    folder = entry.parent / content.removeprefix("gitdir:").strip()
    common = "".join(_lines(folder / "commondir")[:1]).strip()
    return folder / common if common else folder


def _spec(lines: Iterable[str], *, strict: bool = False) -> GitIgnoreSpec:
    # Imported here: it takes a fifth of the time a clean page takes, and few folders need it.
    from pathspec import GitIgnoreSpec

    usable = []
    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError as error:
            if strict:
                raise ConfigurationError(
                    f"{line!r} is no pattern", where="exclude", mend="write it as in .gitignore"
                ) from error
        else:
            usable.append(line)
    return GitIgnoreSpec.from_lines(usable)
