"""Opening what is to be checked so that it can be read from the beginning again."""

from __future__ import annotations

import io
import os
import stat
import sys
from typing import TYPE_CHECKING, BinaryIO, TypeVar, cast

from capqa.errors import UnreadableError
from capqa.files.inputs import StandardInput

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_STREAM = 4_000_000_000
"""The most bytes taken from a pipe: one that never ends must not fill the disk."""

_IN_MEMORY = 16_000_000
_CHUNK = 1_000_000

Kept = TypeVar("Kept", bound=BinaryIO)


def open_input(source: Path | StandardInput) -> BinaryIO:
    """Return a stream of a file's bytes, or of standard input's, that can be read repeatedly.

    What comes from a pipe is kept, on disk where it is large. Raises UnreadableError when it cannot
    be opened.
    """
    try:
        if isinstance(source, StandardInput):
            return _kept(sys.stdin.buffer, source.name)
        file = open(source, "rb")  # noqa: SIM115 - it is the caller's to close
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return file
        with file:
            return _kept(file, str(source))
    except OSError as error:
        raise unreadable(error, str(source)) from error


def unreadable(error: OSError, name: str) -> UnreadableError:
    """Return what to tell about a file that the system does not let one read."""
    return UnreadableError(
        f"cannot be read: {error.strerror}", where=name, mend="check path and permissions"
    )


def size_of(stream: BinaryIO) -> int:
    """Return how many bytes a stream has in all, and go to its beginning."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    return size


def _kept(pipe: BinaryIO, name: str) -> BinaryIO:
    kept = _filled(io.BytesIO(), pipe, _IN_MEMORY)
    if kept.tell() >= _IN_MEMORY:
        # Imported here: hardly anybody pipes that much.
        from tempfile import TemporaryFile

        on_disk = cast("BinaryIO", TemporaryFile())  # noqa: SIM115 - returned
        on_disk.write(kept.getbuffer())
        if _filled(on_disk, pipe, LARGEST_STREAM).tell() >= LARGEST_STREAM:
            on_disk.close()
            raise UnreadableError(
                f"is too large (at most {LARGEST_STREAM / 1e9:.0f} GB)", where=name, mend="split it"
            )
        on_disk.seek(0)
        return on_disk
    kept.seek(0)
    return kept


def _filled(kept: Kept, pipe: BinaryIO, most: int) -> Kept:
    while kept.tell() < most and (chunk := pipe.read(_CHUNK)):
        kept.write(chunk)
    return kept
