"""The language pairs there are glossaries of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.files import language_pair, shipped_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def source_languages(target_language: str, extra_paths: Iterable[Path] = ()) -> tuple[str, ...]:
    """Return the languages, sorted, that some shipped or extra glossary translates from."""
    found = set()
    for path in _files((shipped_folder(), *extra_paths)):
        pair = language_pair(path)
        if pair and pair[1] == target_language:
            found.add(pair[0])
    return tuple(sorted(found))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from path.glob("*.csv")
        else:
            yield path
