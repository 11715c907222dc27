"""A log as the first version of its schema had it, and the events of which it could hold."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from capqa.model import Action, Decision, Scope
from capqa.review.events import FileWrite

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """
CREATE TABLE events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('decision', 'write')),
    document TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    time TEXT NOT NULL,
    base_hash TEXT NOT NULL,
    fingerprint TEXT,
    action TEXT,
    text TEXT,
    source TEXT,
    scope TEXT,
    new_hash TEXT,
    carried TEXT
);
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
PRAGMA application_id = 1667330161;
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
"""

EVENTS: list[Decision | FileWrite] = [
    Decision("f1", "page.txt", Action.ACCEPT, "Iraq", "Irak", "ana", "1", "00", Scope.IDENTICAL),
    Decision(
        "f2", "p\udcff.txt", Action.EDIT, "a\0b [/x] \u202e \x1b[31m", "Krieg", "Ö", "2", "01"
    ),
    Decision("f1", "page.txt", Action.UNDO, "", "Irak", "ana", "3", "00"),
    FileWrite("page.txt", "00", "11", {"f1": "f9"}, "ana", "4"),
    Decision("f9", "page.txt", Action.DISMISS, "", "Irak", "ben", "5", "11"),
    Decision("f3", "page.txt", Action.SKIP, "", "Mossul", "ben", "6", "11"),
]


def make(path: Path) -> None:
    """Make the log, with all that the first version wrote."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(SCHEMA)
    for event in EVENTS:
        columns: dict[str, str] = {
            "document": event.document,
            "reviewer": event.reviewer,
            "time": event.time,
            "base_hash": event.base_hash,
        }
        if isinstance(event, FileWrite):
            columns |= {
                "kind": "write",
                "new_hash": event.new_hash,
                "carried": json.dumps(dict(event.carried)),
            }
        else:
            columns |= {
                "kind": "decision",
                "fingerprint": event.fingerprint,
                "action": event.action.value,
                "text": event.text,
                "source": event.source,
                "scope": event.scope.value,
            }
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        values = [
            value.encode("utf-8", "surrogatepass") if "\udcff" in value else value
            for value in columns.values()
        ]
        connection.execute(f"INSERT INTO events ({names}) VALUES ({marks})", values)
    connection.close()
