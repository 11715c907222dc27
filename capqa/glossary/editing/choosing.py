"""Which file to change, and which of its entries, when nobody has said more than needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from capqa.errors import CapqaError, ConfigurationError
from capqa.glossary.files import language_pair
from capqa.glossary.paths import csv_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from capqa.glossary.entry import Entry

FOLDER = Path("glossaries")
"""Where a checkout keeps its glossaries, from the working directory."""


class NotFoundError(CapqaError):
    """No entry is what was asked for."""


def own_files(
    source_language: str, target_language: str, configured: Iterable[Path]
) -> tuple[Path, ...]:
    """Return the files of a pair that are the project's to change, the one to add to first.

    They are those its settings name, the later before the earlier as they override them, else those
    in the working directory's `FOLDER`, the conflict glossary first.
    """
    pair = (source_language, target_language)
    found: list[Path] = []
    for path in configured:
        found += csv_files(path)
    fitting = [path for path in found if language_pair(path) == pair][::-1]
    if fitting:
        return tuple(fitting)
    main = FOLDER / f"conflict.{source_language}-{target_language}.csv"
    others = [path for path in csv_files(FOLDER) if language_pair(path) == pair]
    return tuple(dict.fromkeys(path for path in (main, *others) if path.is_file()))


def only(
    entries: Sequence[Entry], source: str, *, target: str | None = None, line: int | None = None
) -> Entry:
    """Return the one entry with exactly this source, and this target and line if they are given.

    Raises NotFoundError where there is none, ConfigurationError naming all where there are several.
    """
    found = [
        entry
        for entry in entries
        if entry.source == source and target in (None, entry.target) and line in (None, entry.row)
    ]
    if not found:
        exactly = f"{source!r} -> {target!r}" if target is not None else repr(source)
        at = f" in line {line}" if line is not None else ""
        raise NotFoundError(f"no entry is exactly {exactly}{at}")
    if len(found) > 1:
        places = ", ".join(
            f"{entry.file}:{entry.row} ({entry.target}, {entry.status})" for entry in found
        )
        raise ConfigurationError(
            f"{source!r} has {len(found)} entries: {places}",
            mend="say which one with --target or --line, and --file",
        )
    return found[0]
