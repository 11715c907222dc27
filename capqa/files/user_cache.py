"""Where a user's files are that only save time."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def user_cache(name: str) -> Path | None:
    """Return the folder of one kind of such files, None where there is no place for it.

    Own code rather than platformdirs, whose import takes longer than what is cached takes to make.
    """
    stated = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(stated):
        return Path(stated) / "capqa" / name
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "capqa" / name
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local"
        return Path(local) / "capqa" / "Cache" / name
    return home / ".cache" / "capqa" / name
