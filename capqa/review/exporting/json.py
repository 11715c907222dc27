"""JSON for programs: an object a decision, all texts as they were."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.review.exporting._rows import Row

# In file names that are not UTF-8; no encoding has them.
_SURROGATE = re.compile("[\ud800-\udfff]")

VERSION = 1
"""The version of the shape, raised when a key changes its meaning."""


def holds(row: Row) -> bool:
    """Return True: every row is an object."""
    return True


def write(rows: Sequence[Row]) -> bytes:
    """Return ``{"version": 1, "decisions": [...]}`` in UTF-8."""
    content = {"version": VERSION, "decisions": [row._asdict() for row in rows]}
    text = f"{json.dumps(content, indent=2, ensure_ascii=False)}\n"
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()
