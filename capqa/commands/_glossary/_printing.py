"""How the glossary commands print entries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from capqa.commands._glossary._arguments import shown
from capqa.visible import visible

if TYPE_CHECKING:
    from capqa.glossary.entry import Entry
    from capqa.glossary.suggesting.candidate import Example

_LONGEST_SHOWN: Final = 160


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


def shown_example(example: Example) -> str:
    """Return where an example stands and what it reads, in one line; not yet safe to print."""
    where = f"{example.path}:{example.line}" if example.line else example.path
    line = f"{where}: {short(example.text)}"
    return f"{line} -> {short(example.written)}" if example.written else line


def short(text: str) -> str:
    """Return a text as one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


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
