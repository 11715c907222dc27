"""The files that a path to glossaries means, and what changes when they do.

It reads none of them, and loads nothing: each check asks whether what it knows still holds.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def csv_files(path: Path) -> list[Path]:
    """Return the CSV files in a folder, sorted, else the path itself, which need not exist."""
    return sorted(path.glob("*.csv")) if path.is_dir() else [path]


def glossary_states(paths: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Return what changes when a glossary in files or folders does, wherever one works from.

    That are the absolute path, the size in bytes and the time of the last change of each that
    exists, in nanoseconds.
    """
    found: list[tuple[str, int, int]] = []
    for given in paths:
        for path in csv_files(given):
            try:
                status = path.stat()
            except OSError:
                continue
            found.append((os.path.abspath(path), status.st_size, status.st_mtime_ns))
    return tuple(found)
