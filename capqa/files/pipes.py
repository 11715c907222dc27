"""Keeping what comes from a pipe, so that it can be read from the beginning again."""

from __future__ import annotations

import io
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

Place = TypeVar("Place", bound=BinaryIO)


def kept(source: Path | StandardInput) -> BinaryIO:
    """Return a stream of what comes from standard input, or from a file that is a pipe or device.

    It is kept in memory, or on disk where it is large. Raises OSError when it cannot be opened,
    UnreadableError when it is too large.
    """
    if isinstance(source, StandardInput):
        return _kept(sys.stdin.buffer, source.name)
    with open(source, "rb") as file:
        return _kept(file, str(source))


def _kept(pipe: BinaryIO, name: str) -> BinaryIO:
    in_memory = _filled(io.BytesIO(), pipe, _IN_MEMORY)
    if in_memory.tell() >= _IN_MEMORY:
        # Imported here: hardly anybody pipes that much.
        from tempfile import TemporaryFile

        on_disk = cast("BinaryIO", TemporaryFile())  # noqa: SIM115 - returned
        on_disk.write(in_memory.getbuffer())
        if _filled(on_disk, pipe, LARGEST_STREAM).tell() >= LARGEST_STREAM:
            on_disk.close()
            raise UnreadableError(
                f"is too large (at most {LARGEST_STREAM / 1e9:.0f} GB)", where=name, mend="split it"
            )
        on_disk.seek(0)
        return on_disk
    in_memory.seek(0)
    return in_memory


def _filled(place: Place, pipe: BinaryIO, most: int) -> Place:
    while place.tell() < most and (chunk := pipe.read(_CHUNK)):
        place.write(chunk)
    return place
