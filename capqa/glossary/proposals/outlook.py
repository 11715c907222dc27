"""What a glossary would be like with an entry that is not in it yet."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from capqa.errors import ConfigurationError
from capqa.glossary.editing.adding import OnConflict, RivalError, add
from capqa.glossary.linting.running import checks, lint
from capqa.glossary.linting.table import Row
from capqa.glossary.proposals.values import cleaned, guesses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from capqa.glossary.entry import Entry
    from capqa.glossary.proposals.knowledge import Knowledge, Known

# Where the row goes is nothing a maintainer can do about.
_NOT_ASKED = frozenset({"sorting"})


class Gravity(StrEnum):
    """What a remark means for an approval."""

    REFUSED = "refused"
    WARNING = "warning"
    NOTE = "note"


class Remark(NamedTuple):
    """One thing to know before an entry is approved, in a line."""

    gravity: Gravity
    text: str


def outlook(knowledge: Knowledge, values: Mapping[str, str]) -> list[Remark]:
    """Return what there is to know of an entry of fields by column, the gravest first.

    That is whatever would keep it from being written, what the checks of `capqa glossary lint`
    would find in its row, and what of other glossaries it would replace.
    """
    if not values.get("target"):
        return []
    pair = knowledge.shelf.pair
    try:
        fields = cleaned(knowledge.writable(values), knowledge.table.entries)
        knowledge.surroundings.refuse_known(fields)
        guessed = guesses(fields, pair)
        try:
            done = add(knowledge.table, fields, guessed=guessed)
        except RivalError as error:
            claimed = f"{error.rival.source!r} has a {error.rival.status} target"
            found = [Remark(Gravity.REFUSED, f"{claimed}: {error.rival.target!r}")]
            done = add(knowledge.table, fields, OnConflict.ADMIT, guessed=guessed)
        else:
            found = []
    except ConfigurationError as error:
        return [Remark(Gravity.REFUSED, f"{error.where}: {error.what}")]
    found += [Remark(Gravity.WARNING, each) for each in _linted(knowledge, done.entry, done.after)]
    notes = knowledge.surroundings.notes(done.entry, knowledge.table.entries)
    return [*found, *(Remark(Gravity.NOTE, each) for each in notes)]


def neighbours(knowledge: Knowledge, values: Mapping[str, str]) -> list[Known]:
    """Return the entries that a maintainer compares: of the source, of the target, and alike."""
    source, target = values.get("source", ""), values.get("target", "")
    found = [*knowledge.of_source(source), *(knowledge.of_target(target) if target else ())]
    found += knowledge.like(source)
    return list(dict.fromkeys(found))


def _linted(knowledge: Knowledge, entry: Entry, fields: Mapping[str, str]) -> Iterator[str]:
    table = knowledge.linted
    columns = table.columns
    written = tuple(fields.get(name, "") for name in columns)
    # Behind all others: what concerns two rows is said of the later one.
    line = table.rows[-1].line + 1 if table.rows else 2
    row = Row(str(table.path), line, ",".join(written) + "\n", written, dict(fields))
    related = knowledge.related(entry)
    names = [name for name in checks() if name not in _NOT_ASKED]
    for finding in lint([replace(table, rows=(*related, row))], names):
        if finding.line == line:
            yield f"{finding.message} ({finding.check})"
