"""What lies in a folder and is to be searched: not hidden, not ignored, each name once, sorted."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from capqa.files.ignoring import is_ignored, patterns_above, patterns_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from capqa.files.ignoring import Patterns

_SKIPPED_FOLDERS = frozenset({"__pycache__", "node_modules"})


class Folder(NamedTuple):
    """A folder to list, the patterns of the folders above it, and those of the command line.

    ``obeys`` says whether files such as .gitignore count.
    """

    path: Path
    patterns: tuple[Patterns, ...]
    excluded: tuple[Patterns, ...]
    obeys: bool


class Entry(NamedTuple):
    """A name in a folder: a file or, with what to list it by, a folder."""

    path: Path
    folder: Folder | None


def start(path: Path, excluded: tuple[Patterns, ...], *, obeys: bool) -> Folder:
    """Return a folder that was asked for by name, with what the folders above it say."""
    return Folder(path, patterns_above(path) if obeys else (), excluded, obeys)


def is_shown(name: str) -> bool:
    """Return whether a name is not hidden."""
    return not name.startswith(".")


def entries(folder: Folder, *, is_wanted: Callable[[str], bool] = is_shown) -> list[Entry]:
    """Return what lies in a folder, sorted by name, links to folders left out.

    ``is_wanted`` is asked about each name first. Links that lead nowhere count as files: what reads
    them tells. Raises OSError when the folder cannot be listed.
    """
    with os.scandir(folder.path) as scanned:
        inside = sorted(scanned, key=lambda entry: entry.name)
    patterns = folder.patterns
    if folder.obeys:
        patterns += patterns_in(folder.path, (entry.name for entry in inside))
    return [
        found
        for entry in inside
        if is_wanted(entry.name) and (found := _entry(entry, folder, patterns)) is not None
    ]


def _entry(entry: os.DirEntry[str], folder: Folder, patterns: tuple[Patterns, ...]) -> Entry | None:
    is_folder = entry.is_dir(follow_symlinks=False)
    if (is_folder and entry.name in _SKIPPED_FOLDERS) or not (is_folder or _is_file(entry)):
        return None
    path = folder.path / entry.name
    if patterns or folder.excluded:
        absolute = os.path.abspath(path)
        for each in (patterns, folder.excluded):
            if is_ignored(absolute, each, is_folder=is_folder):
                return None
    return Entry(path, folder._replace(path=path, patterns=patterns) if is_folder else None)


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file() or (entry.is_symlink() and not entry.is_dir())
    except OSError:  # a link in a loop: a gate must not pass over it
        return True
