"""The table of a log in SQLite, its rows, and the way from its first version to the present one."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from capqa.review.events import Logged
from capqa.review.rows import COLUMNS, KINDS, columns_of, event_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.review.events import Event

SCHEMA_VERSION = 2
"""The version of the table's shape, kept in ``PRAGMA user_version``."""

FIRST_VERSION = 1
"""The oldest version that is still read, and brought up to the present one by who writes."""

APPLICATION_ID = 0x63617071  # "capq"
"""What ``PRAGMA application_id`` says of a log of ours; other SQLite files are refused."""

_REQUIRED = ("kind", "document", "reviewer", "time", "base_hash")
_COLUMNS_OF_VERSION_1 = (
    *("sequence", "kind", "document", "reviewer", "time", "base_hash", "fingerprint", "action"),
    *("text", "source", "scope", "new_hash", "carried"),
)


def create(connection: sqlite3.Connection) -> None:
    """Make an empty log, within the transaction under way."""
    _create_table(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a log of the first version to the present one, within the transaction under way.

    Every event keeps its number and all it says. What that version did not record stays empty.
    """
    columns = ", ".join(_COLUMNS_OF_VERSION_1)
    connection.execute("ALTER TABLE events RENAME TO events_of_version_1")
    for trigger in ("events_are_never_changed", "events_are_never_removed"):
        connection.execute(f"DROP TRIGGER {trigger}")
    _create_table(connection)
    connection.execute(
        f"INSERT INTO events ({columns}) SELECT {columns} FROM events_of_version_1"  # noqa: S608
    )
    connection.execute("DROP TABLE events_of_version_1")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def insert(connection: sqlite3.Connection, events: Sequence[Event]) -> tuple[int, ...]:
    """Add events; return their numbers."""
    sequences = []
    for event in events:
        columns = {name: _storable(value) for name, value in columns_of(event).items()}
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        statement = f"INSERT INTO events ({names}) VALUES ({marks})"  # noqa: S608
        sequences.append(connection.execute(statement, tuple(columns.values())).lastrowid or 0)
    return tuple(sequences)


def logged_events(connection: sqlite3.Connection, after: int = 0) -> list[Logged]:
    """Return what the table holds after an event, oldest first, of whichever version it is.

    Raises ValueError, TypeError or KeyError when a row holds no event, and what SQLite raises.
    """
    rows = connection.execute("SELECT * FROM events WHERE sequence > ? ORDER BY sequence", (after,))
    rows.row_factory = sqlite3.Row
    return [Logged(row["sequence"], event_in(_columns(row))) for row in rows]


def _create_table(connection: sqlite3.Connection) -> None:
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    columns = ",\n".join(
        f"{name} TEXT{' NOT NULL' if name in _REQUIRED else ''}"
        + (f" CHECK (kind IN ({kinds}))" if name == "kind" else "")
        for name in COLUMNS
    )
    connection.execute(
        f"CREATE TABLE events (sequence INTEGER PRIMARY KEY AUTOINCREMENT,\n{columns})"
    )
    for name, act in (("changed", "UPDATE"), ("removed", "DELETE")):
        connection.execute(
            f"CREATE TRIGGER events_are_never_{name} BEFORE {act} ON events\n"
            "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
        )


def _storable(value: str) -> str | bytes:
    # File names that are not UTF-8 reach us with lone surrogates, which SQLite takes for no text.
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass")
    return value


def _columns(row: sqlite3.Row) -> dict[str, str | None]:
    names: list[str] = row.keys()
    return {name: _stored(row[name]) for name in names}


def _stored(value: object) -> str | None:
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogatepass")
    # The number of the event, which no event holds.
    return None if value is None or isinstance(value, int) else str(value)
