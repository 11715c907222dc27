"""Approving and rejecting what is proposed.

The row of the glossary is written first and the event of it after. Should the process die in
between, the glossary has the row with its history, and the proposal is seen to be settled; the
other way round an approval could stand for an entry that does not exist.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from capqa.errors import ConflictError
from capqa.glossary.editing.adding import OnConflict
from capqa.glossary.editing.locking import locked
from capqa.glossary.files import LONGEST_FIELD
from capqa.glossary.proposals.events import Change, Rejection
from capqa.glossary.proposals.proposing import rows_of
from capqa.glossary.proposals.rows import FINDER, State
from capqa.glossary.proposals.writing import added, change_event, record
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from capqa.glossary.entry import Entry
    from capqa.glossary.proposals.events import Proposal
    from capqa.glossary.proposals.knowledge import Knowledge
    from capqa.glossary.proposals.rows import Row
    from capqa.glossary.proposals.shelf import Shelf


def approve(
    knowledge: Knowledge,
    row: Row,
    *,
    by: str,
    values: Mapping[str, str] | None = None,
    on_conflict: OnConflict = OnConflict.REFUSE,
) -> Entry:
    """Write the entry of a row to the glossary, or ``values`` by column in its place.

    Of the row's own fields those are written that the file has columns for.

    Raises ConflictError when somebody else has decided on it meanwhile, RivalError when its source
    has another preferred target, ConfigurationError when it is there already or may not be written,
    and CapqaError when it cannot be; the glossary is then as it was.
    """
    shelf = knowledge.shelf
    with _decided_alone(shelf, row) as (seen, unkept):
        if not row.state.waits and row.state is not State.REJECTED:
            raise _there_already(row)
        done = added(
            knowledge,
            knowledge.current().writable(row.values) if values is None else values,
            by=by,
            on_conflict=on_conflict,
            proposed_by=", ".join(name for name in seen.reviewers if name != FINDER),
        )
        proposals = tuple(each.id for each in seen.proposals)
        event = change_event(shelf, done, shelf.glossary, by=by, proposals=proposals)
        record(shelf, [*unkept, event])
    return done.entry


def reject(shelf: Shelf, row: Row, *, by: str, reason: str = "") -> None:
    """Decide that a row becomes no entry.

    Raises ConflictError when somebody else has decided on it meanwhile or it is no longer to be
    decided, CapqaError when it cannot be written down.
    """
    text = visible(" ".join(reason.split()))[:LONGEST_FIELD]
    with _decided_alone(shelf, row) as (seen, unkept):
        if row.state is State.REJECTED:
            raise ConflictError("it is rejected already")
        if not row.state.waits:
            raise _there_already(row)
        proposals = tuple(each.id for each in seen.pending)
        record(shelf, [*unkept, Rejection(by=by, proposals=proposals, reason=text)])


@contextmanager
def _decided_alone(shelf: Shelf, row: Row) -> Iterator[tuple[Row, tuple[Proposal, ...]]]:
    """Hold the journal's lock; yield the row as it is now, and its proposals that are not kept."""
    with locked(shelf.journal):
        kept = next((each for each in rows_of(shelf) if each.id == row.id), None)
        if kept is None:
            yield row, row.proposals
            return
        # What the glossary has meanwhile is settled without anybody having decided.
        waited = row.state.waits or row.state is State.SETTLED
        if kept.decision != row.decision or kept.state.waits != waited:
            raise _meanwhile(kept)
        yield kept, ()


def _there_already(row: Row) -> ConflictError:
    return ConflictError(f"the glossary has {row.source!r} -> {row.target!r} already")


def _meanwhile(row: Row) -> ConflictError:
    if row.decision is None or row.state.waits:
        return ConflictError("somebody has taken that decision back", mend="look again")
    did = "approved" if isinstance(row.decision, Change) else "rejected"
    return ConflictError(f"{row.decision.by} has {did} it meanwhile", mend="look again")
