"""Patterns such as ``pages/**/*.html``, for shells that do not expand them."""

from __future__ import annotations

import os
import re
from fnmatch import translate
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from capqa.files import listing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from capqa.files.ignoring import Patterns
    from capqa.files.listing import Entry, Folder

_MAGIC = frozenset("*?[")
_ANY_DEPTH = "**"


def matches(pattern: str, excluded: tuple[Patterns, ...], *, obeys: bool) -> Iterator[Entry]:
    """Return the files and folders a pattern matches, sorted, those in a folder before those in the
    folders within; with ``**`` the files alone.

    ``excluded`` and ``obeys`` are as for `listing.Folder`. A name that begins with a dot is matched
    by no ``*``. Raises OSError when a folder cannot be listed.
    """
    parts = PurePath(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if not _MAGIC.isdisjoint(part))
    folder = Path(*parts[:fixed])
    if folder.is_dir():
        only_files = _ANY_DEPTH in parts
        for entry in _matching(listing.start(folder, excluded, obeys=obeys), parts[fixed:]):
            if entry.folder is None or not only_files:
                yield entry


def _matching(folder: Folder, parts: Sequence[str]) -> Iterator[Entry]:
    part, rest = parts[0], parts[1:]
    if part == _ANY_DEPTH:
        # Each name once: a later ** that matches nothing is the same pattern.
        while rest[:1] == (_ANY_DEPTH,):
            rest = rest[1:]
        yield from _at_any_depth(folder, rest or ("*",))
        return
    for entry in listing.entries(folder, is_wanted=_test_of(part)):
        if not rest:
            yield entry
        elif entry.folder is not None:
            yield from _matching(entry.folder, rest)


def _at_any_depth(folder: Folder, parts: Sequence[str]) -> Iterator[Entry]:
    yield from _matching(folder, parts)
    for entry in listing.entries(folder):
        if entry.folder is not None:
            yield from _at_any_depth(entry.folder, parts)


def _test_of(part: str) -> Callable[[str], bool]:
    expression = re.compile(translate(part), re.IGNORECASE if os.name == "nt" else 0)
    sees_hidden = part.startswith(".")

    def test(name: str) -> bool:
        return (sees_hidden or not name.startswith(".")) and expression.match(name) is not None

    return test
