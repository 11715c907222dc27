"""What happens to proposed entries, and how it is kept: one JSON object a line.

Decisions name the proposals they settle, and an undoing the decision it takes back, so that it does
not matter in which order lines stand: files that Git merged line by line say the same.
"""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from capqa.glossary.suggesting.candidate import Example

if TYPE_CHECKING:
    from collections.abc import Mapping

REVIEWER = "reviewer"
"""The origin of what somebody proposed."""

SUGGESTED = "suggested"
"""The origin of what was found in reviewers' edits and in pages."""

# What would act on the terminal of whoever reads the file or a difference of it.
_ACTING = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def new_id() -> str:
    """Return an identity that no other event has."""
    return secrets.token_hex(8)


def now() -> str:
    """Return the time in UTC, in ISO 8601."""
    return _clock().isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An entry somebody proposes; ``target`` is "" only where it was found, not proposed.

    ``count`` is how often it was met, 1 where a reviewer proposes it.
    """

    by: str
    source: str
    target: str
    part_of_speech: str = ""
    gender: str = ""
    note: str = ""
    origin: str = REVIEWER
    count: int = 1
    examples: tuple[Example, ...] = ()
    id: str = field(default_factory=new_id)
    at: str = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A row of a glossary was changed; ``proposals`` are the identities of those this approves.

    ``glossary`` is the file, from the folder the events are kept in. ``before`` and ``after`` are
    the row's fields by column, empty where there was no row.
    """

    by: str
    proposals: tuple[str, ...]
    glossary: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    id: str = field(default_factory=new_id)
    at: str = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Proposals were rejected; ``reason`` may be ""."""

    by: str
    proposals: tuple[str, ...]
    reason: str = ""
    id: str = field(default_factory=new_id)
    at: str = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """A change or a rejection was taken back; ``undone`` is its identity."""

    by: str
    undone: str
    id: str = field(default_factory=new_id)
    at: str = field(default_factory=now)


Decision: TypeAlias = Change | Rejection
Event: TypeAlias = Proposal | Change | Rejection | Undoing


def line_of(event: Event) -> str:
    """Return an event as a line, in which what acts on terminals is escaped."""
    content: dict[str, Any] = {"event": type(event).__name__.lower(), "id": event.id}
    content |= {"at": event.at, "by": event.by}
    if isinstance(event, Proposal):
        content |= {"source": event.source, "target": event.target}
        optional = {name: getattr(event, name) for name in ("part_of_speech", "gender", "note")}
        content |= {name: value for name, value in optional.items() if value}
        if event.origin != REVIEWER:
            content |= {"origin": event.origin, "count": event.count}
        content["examples"] = [_example_content(each) for each in event.examples]
    elif isinstance(event, Undoing):
        content["undone"] = event.undone
    else:
        content["proposals"] = list(event.proposals)
        if isinstance(event, Rejection):
            content["reason"] = event.reason
        else:
            content |= {"glossary": event.glossary}
            content |= {"before": dict(event.before), "after": dict(event.after)}
    text = json.dumps(content, ensure_ascii=False)
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def event_in(line: str) -> Event:
    """Return the event of a line. Raises ValueError where it holds none."""
    try:
        content = json.loads(line)
        return _event(content)
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _event(content: dict[str, Any]) -> Event:
    head = {name: _text(content[name]) for name in ("id", "at", "by")}
    kind = content["event"]
    if kind == "proposal":
        optional = ("part_of_speech", "gender", "note", "origin")
        texts = {name: _text(content[name]) for name in optional if name in content}
        return Proposal(
            **head,
            **texts,
            source=_text(content["source"]),
            target=_text(content["target"]),
            count=_number(content.get("count", 1)),
            examples=tuple(map(_example_in, content.get("examples", ()))),
        )
    if kind == "undoing":
        return Undoing(**head, undone=_text(content["undone"]))
    proposals = tuple(map(_text, content["proposals"]))
    if kind == "rejection":
        return Rejection(**head, proposals=proposals, reason=_text(content.get("reason", "")))
    if kind == "change":
        return Change(
            **head,
            proposals=proposals,
            glossary=_text(content["glossary"]),
            before=_fields(content["before"]),
            after=_fields(content["after"]),
        )
    raise ValueError(f"no event: {kind!r}")


def _example_content(example: Example) -> dict[str, Any]:
    content = {"path": example.path, "line": example.line, "text": example.text}
    return {**content, "written": example.written} if example.written else content


def _example_in(content: dict[str, Any]) -> Example:
    path, text = _text(content["path"]), _text(content["text"])
    return Example(path, _number(content["line"]), text, _text(content.get("written", "")))


def _fields(content: dict[str, Any]) -> dict[str, str]:
    return {_text(name): _text(value) for name, value in content.items()} if content else {}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"no text: {value!r}")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(f"no number: {value!r}")
    return value
