"""The events of the log besides decisions, and how events are kept as rows of its table."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from capqa.model import Action, Decision, Scope

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class FileWrite:
    """The event that decisions are being written to a file, logged before the file is replaced.

    ``base_hash`` and ``new_hash`` are the hashes of the document's bytes before and after; which of
    the two stands on disk tells whether the writing took place. ``carried`` maps the fingerprints
    of the document's findings before to those after: the texts around a finding are part of its
    fingerprint, so mending its neighbour changes it.
    """

    document: str
    base_hash: str
    new_hash: str
    carried: Mapping[str, str]
    reviewer: str
    time: str


def columns_of(event: Decision | FileWrite) -> dict[str, str | bytes]:
    """Return the columns an event fills, by name."""
    columns = {
        "document": event.document,
        "reviewer": event.reviewer,
        "time": event.time,
        "base_hash": event.base_hash,
    }
    if isinstance(event, FileWrite):
        columns["kind"] = "write"
        columns["new_hash"] = event.new_hash
        columns["carried"] = json.dumps(dict(event.carried))
    else:
        columns["kind"] = "decision"
        columns["fingerprint"] = event.fingerprint
        columns["action"] = event.action.value
        columns["text"] = event.text
        columns["source"] = event.source
        columns["scope"] = event.scope.value
    return {name: _storable(value) for name, value in columns.items()}


def logged_events(connection: sqlite3.Connection) -> list[Decision | FileWrite]:
    """Return everything the log's table holds, oldest first.

    Raises ValueError or TypeError when a row holds no event, and what SQLite raises.
    """
    rows = connection.execute("SELECT * FROM events ORDER BY sequence")
    rows.row_factory = sqlite3.Row
    return [_event_in(row) for row in rows]


def _event_in(row: sqlite3.Row) -> Decision | FileWrite:
    if row["kind"] == "write":
        return FileWrite(
            document=_stored(row["document"]),
            base_hash=_stored(row["base_hash"]),
            new_hash=_stored(row["new_hash"]),
            carried=json.loads(row["carried"]),
            reviewer=_stored(row["reviewer"]),
            time=_stored(row["time"]),
        )
    return Decision(
        fingerprint=_stored(row["fingerprint"]),
        document=_stored(row["document"]),
        action=Action(row["action"]),
        text=_stored(row["text"]),
        source=_stored(row["source"]),
        reviewer=_stored(row["reviewer"]),
        time=_stored(row["time"]),
        base_hash=_stored(row["base_hash"]),
        scope=Scope(row["scope"]),
    )


def _storable(value: str) -> str | bytes:
    # File names that are not UTF-8 reach us with lone surrogates, which SQLite takes for no text.
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass")
    return value


def _stored(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogatepass")
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}")
    return value
