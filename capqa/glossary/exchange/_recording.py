"""Many changes of a glossary written into its history at once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from capqa.glossary.editing import history
from capqa.glossary.exchange._table import cells
from capqa.glossary.files import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from capqa.glossary.entry import Entry


def record(path: Path, changes: Iterable[tuple[Entry | None, Entry | None]], by: str) -> None:
    """Record entries before and after a change, None where there was or is none.

    Call it with the glossary's lock held. Raises CapqaError when the history cannot be written.
    """
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for before, after in changes:
        action = "add" if before is None else "remove" if after is None else "edit"
        history.append(path, history.Record(now, by, action, _fields(before), _fields(after)))


def _fields(entry: Entry | None) -> dict[str, str]:
    if entry is None:
        return {}
    return {name: text for name, text in zip(COLUMNS, cells(entry), strict=True) if text}
