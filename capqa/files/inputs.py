"""Which files a command line means: files as named, folders with all documents in them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.errors import CapqaError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

DOCUMENT_SUFFIXES = (".txt", ".text")
"""The endings, in lower case, of the files in a folder that are documents unless told otherwise."""

_MOST_NAMED = 3
_SKIPPED_FOLDERS = frozenset({"__pycache__", "node_modules"})


def find(
    paths: Sequence[str], *, suffixes: Collection[str] = DOCUMENT_SUFFIXES
) -> Iterator[Path | CapqaError]:
    """Return the files meant by paths, in the order given, those of a folder sorted; each once.

    A file named is returned whatever its name. In folders, hidden names and other endings are
    skipped, and links to folders are not followed. In the place of a path that does not exist, of a
    folder that cannot be listed and of one that holds no document comes an UnreadableError.
    """
    seen: set[str] = set()
    for given in paths:
        for found in _meant_by(given, suffixes):
            if isinstance(found, CapqaError):
                yield found
                continue
            absolute = os.path.abspath(found)
            if absolute not in seen:
                seen.add(absolute)
                yield found


def _meant_by(given: str, suffixes: Collection[str]) -> Iterator[Path | CapqaError]:
    path = Path(given)
    try:
        if not given or not path.exists():
            yield _missing(given)
            return
        is_folder = path.is_dir()
    except OSError as error:  # too long a name, a folder on the way that is closed
        yield UnreadableError(
            f"cannot be read: {error.strerror}", where=given, mend="correct the path"
        )
        return
    if not is_folder:
        yield path
        return
    found_any = False
    for found in _documents_in(path, suffixes):
        found_any = True
        yield found
    if not found_any:
        yield UnreadableError(
            "holds no documents",
            where=given,
            mend=f"name files, or a folder with {_called(suffixes)}",
        )


def _called(suffixes: Collection[str]) -> str:
    if len(suffixes) > _MOST_NAMED:
        return "files in a format that capqa reads"
    return f"{' or '.join(sorted(suffixes))} files"


def _documents_in(folder: Path, suffixes: Collection[str]) -> Iterator[Path | CapqaError]:
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path is not folder and not path.is_dir():
            yield path
            continue
        try:
            with os.scandir(path) as entries:
                inside = [
                    path / entry.name
                    for entry in sorted(entries, key=lambda entry: entry.name, reverse=True)
                    if _is_wanted(entry, suffixes)
                ]
        except OSError as error:
            yield UnreadableError(
                f"cannot be listed: {error.strerror}", where=str(path), mend="check permissions"
            )
        else:
            waiting += inside


def _is_wanted(entry: os.DirEntry[str], suffixes: Collection[str]) -> bool:
    if entry.name.startswith("."):
        return False
    if entry.is_dir(follow_symlinks=False):
        return entry.name not in _SKIPPED_FOLDERS
    # A dangling link is kept: reading it reports what a gate must not pass over.
    is_document = entry.is_file() or (entry.is_symlink() and not entry.is_dir())
    return is_document and Path(entry.name).suffix.lower() in suffixes


def _missing(given: str) -> UnreadableError:
    return UnreadableError("no such file or folder", where=given or "''", mend="correct the path")
