"""Everything there is to know of a row before it is decided on, in labelled fields."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from capqa.glossary.proposals.events import Change, Rejection
from capqa.glossary.proposals.rows import FINDER, Row, State
from capqa.language_names import language_name
from capqa.model import Span
from capqa.tui.drawing import styles
from capqa.tui.drawing.rows import cropped, drawn, field, marked, shortened
from capqa.tui.glossary.table_rows import STATE_MARKS, STATUS_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.content import Content

    from capqa.glossary.editing.history import Record
    from capqa.glossary.entry import Entry
    from capqa.glossary.proposals.desk import Listed
    from capqa.glossary.suggesting.candidate import Example

_LONGEST: Final = 400
_MOST_EXAMPLES: Final = 12
_MOST_CHANGES: Final = 6


def title(pair: tuple[str, str], source: str, target: str) -> Content:
    """Return what a row is of, as the title of its details."""
    languages = f"{language_name(pair[0])} to {language_name(pair[1])}"
    return drawn(f"{shortened(source, 60)} → {shortened(target or '?', 60)}  ({languages})")


def state_rows(row: Row, width: int) -> list[Content]:
    """Return where something proposed stands: who proposed it, and what was decided."""
    sign, word, style = STATE_MARKS[row.state]
    line = drawn((f"{sign} {word}", style))
    decision, undoing = row.decision, row.undoing
    if row.state is State.CANDIDATE:
        line += drawn(f": met {_times(row.count)} in pages and reviewers' edits")
    elif row.state is State.UNDONE and undoing is not None:
        line += drawn(f": {undoing.by} took the decision back on {undoing.at[:10]}")
    elif decision is not None:
        word = "approved" if isinstance(decision, Change) else "rejected"
        before = "" if word == STATE_MARKS[row.state][1] else f", {word} before"
        line += drawn(f"{before} by {decision.by} on {decision.at[:10]}")
        if isinstance(decision, Rejection) and decision.reason:
            line += drawn(f": {shortened(decision.reason, _LONGEST)}")
        if isinstance(decision, Change) and _renamed(row, decision):
            after = decision.after
            line += drawn(f" as {after.get('source', '')} → {after.get('target', '')}")
    rows = field("STATE", line, width)
    people = [f"{each.by} on {each.at[:10]}" for each in row.proposals if each.by != FINDER]
    if people:
        rows += field("PROPOSED BY", drawn(", ".join(dict.fromkeys(people))), width)
    return rows


def value_rows(row: Row, width: int) -> list[Content]:
    """Return the other fields of the entry it would be."""
    facts = [row.values[name] for name in ("part_of_speech", "gender") if name in row.values]
    rows = field("WORD", drawn(", ".join(facts)), width) if facts else []
    if row.notes:
        rows += field("NOTE", drawn(shortened("; ".join(row.notes), _LONGEST)), width)
    return rows


def rival_rows(row: Row, rows: Iterable[Row], width: int) -> list[Content]:
    """Return what else is proposed for the same source."""
    drawings: list[Content] = []
    for other in rows:
        if (other.pair, other.source) == (row.pair, row.source) and other.id != row.id:
            sign, word, style = STATE_MARKS[other.state]
            line = drawn(
                (f"{sign} ", style),
                shortened(other.target or "?", _LONGEST),
                (f"  {word}, {_times(other.count)}", styles.QUIET),
            )
            drawings += field("" if drawings else "ALSO", line, width)
    return drawings


def example_rows(row: Row, width: int) -> list[Content]:
    """Return where it was met: the place, the text with the term marked, and what was written."""
    rows: list[Content] = []
    for example in row.examples[:_MOST_EXAMPLES]:
        label = "" if rows else "EXAMPLES"
        rows += field(label, _marked(row.source, example), width)
        if example.written:
            written = drawn(("→ ", styles.GOOD), shortened(example.written, _LONGEST))
            rows += field("", written, width)
        place = f"{example.path}:{example.line}" if example.line else example.path
        rows += field("", drawn((shortened(place, _LONGEST), styles.NUMBER)), width)
    if row.examples[_MOST_EXAMPLES:]:
        more = f"and {len(row.examples) - _MOST_EXAMPLES:,} more"
        rows += field("", drawn((more, styles.QUIET)), width)
    return rows


def entry_rows(listed: Listed, width: int) -> list[Content]:
    """Return the fields of an entry of a glossary, and where it stands."""
    entry, known = listed.known.entry, listed.known
    sign, style = STATUS_MARKS[entry.status]
    line = drawn((f"{sign} {entry.status.value}", style))
    if not known.in_force:
        line += drawn((", overridden by a later glossary", styles.DOUBTFUL))
    rows = field("STATUS", line, width)
    for label, value in _fields(entry):
        rows += field(label, drawn(shortened(value, _LONGEST)), width)
    where = drawn(f"{entry.file}:{entry.row}")
    if not known.own:
        where = drawn(
            f"{Path(entry.file).name}:{entry.row}",
            ("  comes with capqa: e writes one of yours over it", styles.QUIET),
        )
    return rows + field("FILE", where, width)


def history_rows(records: Sequence[Record], width: int) -> list[Content]:
    """Return who changed an entry and when, the latest first."""
    rows: list[Content] = []
    for record in records[: -_MOST_CHANGES - 1 : -1]:
        line = drawn(f"{record.at[:10]} {record.by}: {_change(record)}")
        if record.proposed_by:
            line += drawn((f" (proposed by {record.proposed_by})", styles.QUIET))
        rows += [cropped(each, width) for each in field("" if rows else "HISTORY", line, width)]
    return rows


def _fields(entry: Entry) -> list[tuple[str, str]]:
    word = ", ".join(filter(None, (entry.part_of_speech, entry.gender)))
    found = [("WORD", word), ("DOMAIN", entry.domain), ("VARIANTS", "; ".join(entry.variants))]
    found += [("NOTE", entry.note), ("REFERENCE", entry.reference), ("REVIEWED", entry.reviewed)]
    return [(label, value) for label, value in found if value]


def _change(record: Record) -> str:
    if not record.before:
        return f"added {record.after.get('target', '')}"
    if not record.after:
        return f"removed {record.before.get('target', '')}"
    names = [
        name
        for name in dict.fromkeys((*record.before, *record.after))
        if record.before.get(name) != record.after.get(name)
    ]
    changes = (
        f"{name} {record.before.get(name, '')!r} to {record.after.get(name, '')!r}"
        for name in names
    )
    return shortened(", ".join(changes), _LONGEST)


def _renamed(row: Row, decision: Change) -> bool:
    written = decision.after.get("source"), decision.after.get("target")
    return written != (row.source, row.target)


def _marked(source: str, example: Example) -> Content:
    text = shortened(example.text, _LONGEST)
    found = re.finditer(re.escape(source), text, re.IGNORECASE) if source else ()
    return marked(text, [(Span(*each.span()), styles.FOUND) for each in found])


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"
