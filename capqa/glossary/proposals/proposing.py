"""Proposing an entry: kept at once, and never what the glossary says already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.errors import ConfigurationError
from capqa.glossary.editing.cells import clean
from capqa.glossary.editing.locking import locked
from capqa.glossary.proposals import journal
from capqa.glossary.proposals.events import Proposal
from capqa.glossary.proposals.rows import State, rows
from capqa.glossary.proposals.values import cleaned, guesses
from capqa.glossary.suggesting.candidate import Example

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.glossary.proposals.knowledge import Knowledge
    from capqa.glossary.proposals.rows import Row
    from capqa.glossary.proposals.shelf import Shelf
    from capqa.model import Finding

# What stands beside the words, in code points to either side: a page may be one line.
_AROUND: Final = 120


class ProposalError(ConfigurationError):
    """A proposal that cannot be made as it is; nothing was kept."""


def example_of(finding: Finding, written: str = "") -> Example:
    """Return where a finding stands, with the text around it and what a reviewer wrote for it."""
    text = finding.segment.text
    start = max(text.rfind("\n", 0, finding.span.start) + 1, finding.span.start - _AROUND)
    end = text.find("\n", finding.span.end)
    end = min(len(text) if end < 0 else end, finding.span.end + _AROUND)
    return Example(
        finding.document,
        finding.line,
        _shortened(text[start:end].strip()),
        _shortened(written.strip()),
    )


def propose(
    knowledge: Knowledge,
    values: Mapping[str, str],
    *,
    by: str,
    example: Example | None = None,
) -> Row:
    """Keep a proposal of fields by column and return its row; it is on disk when this returns.

    Raises ConfigurationError, naming the column, for what must not stand in a glossary;
    ProposalError for an entry there is already, and for what the same person proposed of the same
    text and nobody has decided on; CapqaError where it cannot be kept.
    """
    known, shelf = knowledge.current(), knowledge.shelf
    fields = cleaned(values, known.table.entries)
    fields = {**guesses(fields, shelf.pair), **fields}
    name = clean("--by", by)
    proposal = Proposal(
        by=name,
        source=fields["source"],
        target=fields["target"],
        part_of_speech=fields.get("part_of_speech", ""),
        gender=fields.get("gender", ""),
        note=fields.get("note", ""),
        examples=(example,) if example else (),
    )
    with locked(shelf.journal):
        # Approving holds the lock, too: what is refused here has not been approved in between.
        _refuse_known(known.current(), proposal)
        for row in rows_of(shelf):
            if (row.source, row.target) == (proposal.source, proposal.target):
                _refuse_repeated(row, proposal)
        journal.append(shelf.journal, [proposal])
    return next(
        row
        for row in rows_of(shelf)
        if (row.source, row.target) == (proposal.source, proposal.target)
    )


def rows_of(shelf: Shelf) -> list[Row]:
    """Return the rows of everything proposed for a shelf. Raises CapqaError if one is unreadable.

    Whether a glossary has them meanwhile is not looked at.
    """
    events = (event for path in shelf.journals for event in journal.read(path).events)
    return rows(shelf.pair, events)


def rejected_before(shelf: Shelf, source: str, target: str) -> Row | None:
    """Return the row of what was proposed before and rejected, None where it was not."""
    for row in rows_of(shelf):
        if (row.source, row.target) == (source, target) and row.state is State.REJECTED:
            return row
    return None


def _refuse_known(knowledge: Knowledge, proposal: Proposal) -> None:
    holding = knowledge.holding(proposal.source, proposal.target)
    if holding is not None:
        raise ProposalError(
            f"the glossary has {holding.source!r} -> {holding.target!r} already",
            where=f"{holding.file}:{holding.row}",
        )


def _refuse_repeated(row: Row, proposal: Proposal) -> None:
    for earlier in row.pending:
        if earlier.by == proposal.by and earlier.examples == proposal.examples:
            raise ProposalError(
                f"you have proposed {row.source!r} -> {row.target!r} already",
                mend="a maintainer will decide",
            )


def _shortened(text: str, longest: int = 4 * _AROUND) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
