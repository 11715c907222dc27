"""How the glossary commands print entries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from capqa.commands._glossary._arguments import shown
from capqa.visible import visible

if TYPE_CHECKING:
    from capqa.glossary.entry import Entry


def line(entry: Entry, *, in_force: bool = True) -> str:
    """Return an entry as one line that is safe to print."""
    facts = [entry.status.value, entry.part_of_speech, entry.gender, entry.domain]
    pieces = [f"{entry.source} -> {entry.target} ({', '.join(filter(None, facts))})"]
    if entry.variants:
        pieces.append(f"also {'; '.join(entry.variants)}")
    pieces += filter(None, (entry.note, entry.reference))
    if not in_force:
        pieces.append("replaced by a later glossary")
    return visible(" | ".join(pieces))


def place(entry: Entry) -> str:
    """Return the file and line of an entry, safe to print."""
    return visible(f"{shown(entry.file)}:{entry.row}")


def content(entry: Entry, *, in_force: bool) -> dict[str, Any]:
    """Return an entry for JSON."""
    return {
        "source": entry.source,
        "target": entry.target,
        "part_of_speech": entry.part_of_speech,
        "gender": entry.gender,
        "status": entry.status.value,
        "domain": entry.domain,
        "variants": list(entry.variants),
        "note": entry.note,
        "reference": entry.reference,
        "reviewed": entry.reviewed,
        "file": shown(entry.file),
        "line": entry.row,
        "in_force": in_force,
    }


def print_json(value: object) -> None:
    """Print a value as JSON."""
    print(json.dumps(value, indent=2, ensure_ascii=False))
