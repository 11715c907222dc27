"""Writing compiled glossaries, whole or not at all; loaded only when there is one to write."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from capqa.glossary.deletions import filed
from capqa.glossary.layers.stored import to_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.glossary.layers.tables import Tables

_HALF = ".new"
_A_DAY = 86_400


def compiled(tables: Tables) -> tuple[Tables, bytes]:
    """Return tables with everything that is stored, and their stored form."""
    deletions = {
        name: filed(tables.words.keys, numbers) for name, numbers in tables.sections().items()
    }
    return tables._replace(deletions=deletions), to_bytes(tables, deletions)


def replace(path: Path, data: bytes) -> None:
    """Write a file so that others see the old one or the new one. Raises OSError."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=_HALF)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def prune(folder: Path, *, files: int, size: int) -> None:
    """Remove the oldest files beyond so many and so many bytes: each edit of a glossary leaves one.

    What an interrupted run left half written goes as well, a day later. Raises OSError.
    """
    by_age = [(path.stat(), path) for path in folder.iterdir() if path.is_file()]
    by_age.sort(key=lambda each: each[0].st_mtime, reverse=True)
    kept = 0
    for at, (stat, path) in enumerate(by_age):
        kept += stat.st_size
        forgotten = path.suffix == _HALF and stat.st_mtime < time.time() - _A_DAY
        if forgotten or (at and (at >= files or kept > size)):
            path.unlink(missing_ok=True)
