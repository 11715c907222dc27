"""Which files a command line means: files as named, folders with all documents in them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from capqa.errors import CapqaError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from capqa.files.ignoring import Patterns

DOCUMENT_SUFFIXES = (".txt", ".text")
"""The endings, in lower case, of the files in a folder that are documents unless told otherwise."""

STANDARD_INPUT = "-"
"""The path that means standard input; a file called so is ``./-``."""

UNNAMED = "<stdin>"
"""What standard input is called where nobody gave it a name."""

_MAGIC = frozenset("*?[")


# These are classes of their own making: generated ones take half a millisecond each to define.
class StandardInput:
    """Standard input in the place of a file, and the name it is checked under."""

    __slots__ = ("name",)

    def __init__(self, name: str = UNNAMED) -> None:
        """Give it a name."""
        self.name = name

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def __eq__(self, other: object) -> bool:
        """Return whether the other is standard input under the same name."""
        return isinstance(other, StandardInput) and other.name == self.name

    def __hash__(self) -> int:
        """Return what is equal for equals."""
        return hash(self.name)


Input: TypeAlias = Path | StandardInput | CapqaError
"""A file, standard input, or why there is none where the command line has one."""


Exclusion: TypeAlias = tuple[Path, tuple[str, ...]]
"""The folder that patterns start from, and patterns as in .gitignore."""


class Search:
    """How folders are searched.

    ``is_document`` is asked about each file in them. What ``exclude`` matches is passed over even
    where it is named. ``obeys`` says whether .gitignore and the like count. ``called`` tells what
    was looked for where there is none. ``-`` is standard input where that has a name.
    """

    __slots__ = ("called", "exclude", "is_document", "obeys", "stdin_name")

    def __init__(
        self,
        is_document: Callable[[Path], bool],
        exclude: tuple[Exclusion, ...] = (),
        obeys: bool = True,
        called: str = "files in a format that capqa reads",
        stdin_name: str | None = None,
    ) -> None:
        """Say how."""
        self.is_document = is_document
        self.exclude = exclude
        self.obeys = obeys
        self.called = called
        self.stdin_name = stdin_name


def find(
    paths: Sequence[str], *, suffixes: Collection[str] = DOCUMENT_SUFFIXES
) -> Iterator[Path | CapqaError]:
    """Return the files meant by paths, as `searched` does; documents are those with an ending."""

    def has_suffix(path: Path) -> bool:
        return path.suffix.lower() in suffixes

    search = Search(has_suffix, called=f"{' or '.join(sorted(suffixes))} files")
    for found in searched(paths, search):
        if not isinstance(found, StandardInput):
            yield found


def searched(paths: Sequence[str], search: Search) -> Iterator[Input]:
    """Return the files meant by paths, in the order given, those of a folder sorted; each once.

    A file named is returned whatever its name and whatever ignores it. In folders, hidden names,
    what is ignored, and what is no document are skipped, and links to folders are not followed. A
    path that does not exist is a pattern where it has ``*``, ``?`` or ``[``. In the place of a path
    that means nothing, of a folder that cannot be listed and of one that holds no document comes an
    UnreadableError. Raises ConfigurationError for an impossible pattern to exclude.
    """
    # Imported here and below: a file named needs none of what searching does.
    excluded: tuple[Patterns, ...] = ()
    if any(patterns for _, patterns in search.exclude):
        from capqa.files.ignoring import excluding

        excluded = tuple(map(excluding, search.exclude))
    seen: set[str] = set()
    failed = False
    for given in paths:
        for found in _meant_by(given, search, excluded):
            if isinstance(found, CapqaError):
                failed = True
                yield found
                continue
            absolute = "" if isinstance(found, StandardInput) else os.path.abspath(found)
            if not absolute and absolute in seen:
                failed = True
                yield UnreadableError(
                    "standard input can be read only once", where=given, mend="name it once"
                )
            elif absolute not in seen and not (excluded and _is_excluded(absolute, excluded)):
                seen.add(absolute)
                yield found
    if excluded and not seen and not failed:
        yield UnreadableError("leaves nothing to check", where="--exclude", mend="exclude less")


def _is_excluded(absolute: str, excluded: tuple[Patterns, ...]) -> bool:
    if not absolute:
        return False
    from capqa.files.ignoring import lies_in_ignored

    return lies_in_ignored(absolute, excluded)


def _meant_by(given: str, search: Search, excluded: tuple[Patterns, ...]) -> Iterator[Input]:
    if given == STANDARD_INPUT and search.stdin_name is not None:
        yield StandardInput(search.stdin_name)
        return
    path = Path(given)
    try:
        if not given or not path.exists():
            if _MAGIC.isdisjoint(given):
                yield _missing(given)
            else:
                yield from _matched_by(given, search, excluded)
            return
        is_folder = path.is_dir()
    except OSError as error:  # too long a name, a folder on the way that is closed
        yield UnreadableError(
            f"cannot be read: {error.strerror}", where=given, mend="correct the path"
        )
        return
    if is_folder:
        yield from _documents_of(path, search, excluded)
    else:
        yield path


def _matched_by(
    pattern: str, search: Search, excluded: tuple[Patterns, ...]
) -> Iterator[Path | CapqaError]:
    from capqa.files.globs import matches

    found_any = False
    for entry in matches(pattern, excluded, obeys=search.obeys):
        found_any = True
        if entry.folder is None:
            yield entry.path
        else:
            yield from _documents_of(entry.path, search, excluded)
    if not found_any:
        yield UnreadableError("matches no file", where=pattern, mend="correct the pattern")


def _documents_of(
    path: Path, search: Search, excluded: tuple[Patterns, ...]
) -> Iterator[Path | CapqaError]:
    found_any = False
    for found in _documents_in(path, search, excluded):
        found_any = True
        yield found
    if not found_any:
        yield UnreadableError(
            "holds no documents",
            where=str(path),
            mend=f"name files, or a folder with {search.called}",
        )


def _documents_in(
    path: Path, search: Search, excluded: tuple[Patterns, ...]
) -> Iterator[Path | CapqaError]:
    from capqa.files import listing

    waiting = [listing.Entry(path, listing.start(path, excluded, obeys=search.obeys))]
    while waiting:
        entry = waiting.pop()
        if entry.folder is None:
            if search.is_document(entry.path):
                yield entry.path
            continue
        try:
            waiting += reversed(listing.entries(entry.folder))
        except OSError as error:
            yield UnreadableError(
                f"cannot be listed: {error.strerror}",
                where=str(entry.path),
                mend="check permissions",
            )


def _missing(given: str) -> UnreadableError:
    return UnreadableError("no such file or folder", where=given or "''", mend="correct the path")
