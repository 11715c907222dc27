"""Events as the columns of a table, and back, whichever database the table is in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from capqa.model import Action, Decision, Scope
from capqa.review.events import Comment, FileWrite

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.review.events import Event

DECISION, WRITE, TAKEN_UP, COMMENT = KINDS = ("decision", "write", "taken-up", "comment")
"""What the column ``kind`` says."""

_OF_ALL = ("document", "reviewer", "time", "base_hash")
_OF_DECISIONS = ("fingerprint", "text", "source", "place")
_SINCE_VERSION_2 = ("language", "target_language", "origin", "glossary", "allowed_in")

COLUMNS = (
    *("kind", *_OF_ALL, "fingerprint", "action", "text", "source", "scope", "new_hash", "carried"),
    *("place", "step", *_SINCE_VERSION_2),
)
"""All columns but the number of the event; the second line is new in version 2."""


def columns_of(event: Event) -> dict[str, str]:
    """Return the columns an event fills, by name."""
    columns = {name: getattr(event, name) for name in _OF_ALL}
    if isinstance(event, FileWrite):
        columns["kind"] = TAKEN_UP if event.taken_up else WRITE
        columns["new_hash"] = event.new_hash
        columns["carried"] = json.dumps(dict(event.carried))
        return columns
    columns |= {name: getattr(event, name) for name in _OF_DECISIONS}
    if isinstance(event, Comment):
        return columns | {"kind": COMMENT}
    columns |= {name: getattr(event, name) for name in _SINCE_VERSION_2}
    return columns | {
        "kind": DECISION,
        "action": event.action.value,
        "scope": event.scope.value,
        "step": event.group,
    }


def event_in(columns: Mapping[str, str | None]) -> Event:
    """Return the event in a row; columns of later versions may be missing.

    Raises ValueError, TypeError or KeyError when it holds none.
    """
    kind = columns["kind"]
    values = {name: _text(columns[name]) for name in _OF_ALL}
    if kind in (WRITE, TAKEN_UP):
        return FileWrite(
            **values,
            new_hash=_text(columns["new_hash"]),
            carried=json.loads(_text(columns["carried"])),
            taken_up=kind == TAKEN_UP,
        )
    values |= {name: _text(columns[name]) for name in ("fingerprint", "text", "source")}
    values["place"] = columns.get("place") or ""
    if kind == COMMENT:
        return Comment(**values)
    if kind != DECISION:
        raise ValueError(f"not an event: {kind!r}")
    values |= {name: columns.get(name) or "" for name in _SINCE_VERSION_2}
    return Decision(
        **values,
        action=Action(_text(columns["action"])),
        scope=Scope(_text(columns["scope"])),
        group=columns.get("step") or "",
    )


def _text(value: str | None) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}")
    return value
