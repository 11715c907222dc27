"""Paths as the readers of reports want them: relative, with forward slashes."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def relative(name: str, *, root_variable: str = "") -> str:
    """Return a path relative to a root folder where it lies inside, else as it was given.

    The root is the folder the environment variable names, if we run inside it, else the one we run
    in.
    """
    path = Path(os.path.normpath(name)) if name else Path()
    working = Path.cwd()
    root = Path(os.environ.get(root_variable, "") or working)
    if not root.is_absolute() or not working.is_relative_to(root):
        root = working
    absolute = Path(os.path.normpath(working / path))
    if absolute.is_relative_to(root):
        path = absolute.relative_to(root)
    return path.as_posix() if name else ""


def uri(name: str, *, root_variable: str = "") -> str:
    """Return a path as a percent-encoded URI reference, relative where `relative` is."""
    path = relative(name, root_variable=root_variable)
    try:
        return Path(path).as_uri() if Path(path).is_absolute() else quote(os.fsencode(path))
    except UnicodeEncodeError:
        # Windows allows half characters in names, which no URI can hold.
        return quote(path.encode("utf-8", "replace"))
