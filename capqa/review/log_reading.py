"""Reading a log of decisions as a bystander: nothing is created, changed or waited for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.review.log_schema import (
    APPLICATION_ID,
    FIRST_VERSION,
    SCHEMA_VERSION,
    logged_events,
)

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.review.events import Event


def read_events(path: Path) -> list[Event]:
    """Return everything logged, oldest first; nothing where there is no log.

    Others may be writing to it meanwhile. Raises CapqaError when it cannot be read, is damaged, is
    no log, or is that of another version.
    """
    if not path.is_file():
        return []
    try:
        before = state(path)
        if len(before) == 1:
            # At rest a log is one file, and SQLite would create two more beside it.
            events = _at_rest(path)
            if events is not None and state(path) == before:
                return events
        return _events(path, "mode=ro")
    except sqlite3.OperationalError as error:
        raise CapqaError(
            f"the decision log cannot be read: {error}",
            where=str(path),
            mend="check permissions, or name another file",
        ) from error
    except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
        raise CapqaError(
            "is damaged or no decision log of this version of capqa",
            where=str(path),
            mend="name another file",
        ) from error


def state(path: Path) -> tuple[tuple[int, int], ...]:
    """Return what changes when the log does; one element while nobody has it open for writing."""
    found = []
    # SQLite appends to the "-wal" file before it changes the log itself.
    for each in (path, path.with_name(f"{path.name}-wal")):
        try:
            status = each.stat()
        except OSError:
            continue
        found.append((status.st_mtime_ns, status.st_size))
    return tuple(found)


def _at_rest(path: Path) -> list[Event] | None:
    # Without locks: what was read counts only if nobody wrote meanwhile. That may fail it, too.
    try:
        return _events(path, "immutable=1")
    except (sqlite3.Error, ValueError, TypeError, KeyError):
        return None


def _events(path: Path, mode: str) -> list[Event]:
    address = f"{path.absolute().as_uri()}?{mode}"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != APPLICATION_ID or version not in (FIRST_VERSION, SCHEMA_VERSION):
            raise ValueError("not a log of this version")
        return [each.event for each in logged_events(connection)]
