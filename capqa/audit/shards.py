"""A shard: the part of an archive that is audited as one, and is done as a whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from capqa.errors import UnreadableError

if TYPE_CHECKING:
    from pathlib import Path


class FileState(msgspec.Struct, frozen=True, array_like=True):
    """A file and what changes when it does: its size in bytes, its time of change in nanoseconds.

    ``folder`` is the one that was named where the file was found in it, "" else.
    """

    path: str
    size: int
    modified: int
    folder: str = ""

    def is_current(self) -> bool:
        """Return whether the file is still as it was."""
        try:
            status = os.stat(self.path)
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.size, self.modified)


class Shard(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of one file, or a few whole ones.

    ``source`` names the module that reads it. ``start`` and ``end`` are that source's own offsets,
    half-open: bytes or rows. ``first`` is the number of the first line or row, from 1. ``weight``
    is about how many bytes there are to audit.
    """

    source: str
    files: tuple[FileState, ...]
    start: int = 0
    end: int = 0
    first: int = 1
    weight: int = 0

    @property
    def key(self) -> str:
        """A name that changes when the part, or a file of it, does."""
        return shard_key(msgspec.json.encode(self))

    @property
    def name(self) -> str:
        """What to call it in a message."""
        first = self.files[0].path
        return first if len(self.files) == 1 else f"{first} and {len(self.files) - 1} more"


def shard_key(encoded: bytes) -> str:
    """Return the key of a shard as JSON."""
    from hashlib import blake2b

    return blake2b(encoded, digest_size=12).hexdigest()


def state_of(path: Path, folder: str = "") -> FileState:
    """Return the state of a file. Raises UnreadableError when there is none."""
    try:
        status = path.stat()
    except OSError as error:
        raise UnreadableError(
            f"cannot be read: {error.strerror}", where=str(path), mend="check path and permissions"
        ) from error
    name = str(path)
    try:
        name.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableError("has a name that is no text", where=name, mend="rename it") from error
    return FileState(name, status.st_size, status.st_mtime_ns, folder)
