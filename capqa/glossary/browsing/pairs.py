"""The language pairs there are glossaries of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.files import language_pair, shipped_folder
from capqa.glossary.paths import csv_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def source_languages(target_language: str, extra_paths: Iterable[Path] = ()) -> tuple[str, ...]:
    """Return the languages, sorted, that some shipped or extra glossary translates from."""
    found = set()
    given = (shipped_folder(), *extra_paths)
    for path in (path for each in given for path in csv_files(each)):
        pair = language_pair(path)
        if pair and pair[1] == target_language:
            found.add(pair[0])
    return tuple(sorted(found))
