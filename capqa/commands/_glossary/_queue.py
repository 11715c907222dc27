"""Printing what is proposed, and finding one of it by what scripts call it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from capqa.commands._glossary._json import dumped
from capqa.commands._glossary._printing import short, shown_example
from capqa.errors import ConfigurationError
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.proposals.desk import Desk
    from capqa.glossary.proposals.rows import Row

VERSION: Final = 1
"""The version of the JSON's shape; it grows when a reader of the old shape would fail."""

STATES: Final = ("waiting", "approved", "rejected", "settled", "all")
"""What may be listed."""


def print_queue(desk: Desk, target_language: str, state: str, form: str) -> None:
    """Print the rows of a desk in a state, as text or JSON."""
    rows = [row for row in desk.rows if _wanted(row, state)]
    if form == "json":
        proposals = list(map(_content, rows))
        content = {"version": VERSION, "target_language": target_language, "proposals": proposals}
        print(dumped(content))
        return
    if not rows:
        print("nothing is proposed" if state == "waiting" else f"nothing is {state}")
    for row in rows:
        for line in _lines(row):
            print(visible(line))


def row_of(desk: Desk, asked: str) -> Row | None:
    """Return the row whose identity begins so, None where there is none.

    Raises ConfigurationError where several do.
    """
    found = [row for row in desk.rows if asked and row.id.startswith(asked.casefold())]
    if len(found) > 1:
        ids = ", ".join(row.id for row in found)
        raise ConfigurationError(f"{asked!r} is the beginning of {ids}", mend="write more of it")
    return found[0] if found else None


def _wanted(row: Row, state: str) -> bool:
    return state == "all" or (row.state.waits if state == "waiting" else row.state == state)


def _lines(row: Row) -> Iterator[str]:
    times = "once" if row.count == 1 else f"{row.count} times"
    facts = [row.state.value, row.pair[0], times, ", ".join(row.reviewers), row.at[:10]]
    decision = row.decision
    if decision is not None and not row.state.waits:
        reason = getattr(decision, "reason", "")
        facts.append(f"by {decision.by} on {decision.at[:10]}" + f": {reason}" * bool(reason))
    yield f"{row.id} {short(row.source)} -> {short(row.target) or '?'}  ({'; '.join(facts)})"
    if row.examples:
        yield f"    {shown_example(row.examples[0])}"


def _content(row: Row) -> dict[str, Any]:
    decision = row.decision
    return {
        "id": row.id,
        "state": row.state.value,
        "source_language": row.pair[0],
        "source": row.source,
        "target": row.target or None,
        "part_of_speech": row.values.get("part_of_speech", ""),
        "gender": row.values.get("gender", ""),
        "notes": list(row.notes),
        "count": row.count,
        "proposed": [{"by": each.by, "at": each.at} for each in row.proposals],
        "decision": decision
        and {
            "by": decision.by,
            "at": decision.at,
            "kind": type(decision).__name__.lower(),
            "reason": getattr(decision, "reason", ""),
        },
        "examples": [
            {
                "path": each.path,
                "line": each.line or None,
                "text": each.text,
                "written": each.written or None,
            }
            for each in row.examples
        ],
    }
