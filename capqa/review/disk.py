"""Whether files still hold what was read, without reading those that nobody has touched since."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_SETTLED_NS = 2_000_000_000
"""How old a change must be for its time to tell it from a later one; FAT counts in two seconds."""


class _Status(NamedTuple):
    inode: int
    size: int
    modified_ns: int
    changed_ns: int


class Disk:
    """What is known of files by their status; several threads may ask at once."""

    def __init__(self) -> None:
        """Begin knowing nothing: each file is read when first asked about."""
        self._known: dict[Path, tuple[_Status, bytes]] = {}

    def holds(self, path: Path, data: bytes) -> bool:
        """Return whether a file holds some bytes; one that cannot be read does not."""
        known = self._known.get(path)
        try:
            status = _status(path)
            if known and known[0] == status and known[1] is data:
                return True
            if status.size != len(data) or path.read_bytes() != data:
                return False
            again = _status(path)
        except OSError:
            return False
        # A file changed twice within the grain of its time would look as after the first change.
        settled = time.time_ns() - max(status.modified_ns, status.changed_ns) > _SETTLED_NS
        if again == status and settled:
            self._known[path] = (status, data)
        return True


def _status(path: Path) -> _Status:
    status = path.stat()
    return _Status(status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
