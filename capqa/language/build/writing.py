"""Replaces a compiled table."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_table(path: Path, content: bytes) -> None:
    """Write a table beside the old one and rename it: who has the old one mapped keeps it."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(content)
    os.replace(fresh, path)
