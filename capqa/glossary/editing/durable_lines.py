"""Adding lines to a file that is only ever added to; they are on disk when that returns."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from capqa.files.atomic import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def append(path: Path, lines: Iterable[str]) -> None:
    """Add lines, given without their ends, in one go; the file is created where missing.

    Call it with a lock held. Raises OSError when it cannot be done.
    """
    data = "".join(f"{line}\n" for line in lines).encode()
    with open(path, "a+b") as file:
        size = file.seek(0, os.SEEK_END)
        # A line cut short by a power cut must not swallow the first of these.
        if size:
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                data = b"\n" + data
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if not size:
        sync_folder(path.parent)
