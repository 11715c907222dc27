"""Proposals as maintainers see them: what is alike is one row, with everything said about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from capqa.glossary.proposals.events import (
    SUGGESTED,
    Change,
    Decision,
    Proposal,
    Rejection,
    Undoing,
)
from capqa.glossary.proposals.searching import searchable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from capqa.glossary.proposals.events import Event
    from capqa.glossary.suggesting.candidate import Candidate, Example

FINDER = "capqa"
"""Who proposes what was found in edits and pages."""


class State(StrEnum):
    """Where a row stands; what is undone is as good as open."""

    OPEN = "open"
    UNDONE = "undone"
    CANDIDATE = "candidate"
    SETTLED = "settled"
    APPROVED = "approved"
    REJECTED = "rejected"

    @property
    def waits(self) -> bool:
        """Whether a maintainer is to decide."""
        return self in WAITING


WAITING = frozenset({State.OPEN, State.UNDONE, State.CANDIDATE})
"""The states in which a maintainer is to decide."""


@dataclass(frozen=True)
class Row:
    """All proposals of one source and target in a language pair.

    ``pending`` are those nobody has decided on. ``decision`` is the latest that stands;
    ``undoing`` what took one back. A candidate's proposals are in no file yet.
    """

    pair: tuple[str, str]
    source: str
    target: str
    state: State
    proposals: tuple[Proposal, ...]
    pending: tuple[Proposal, ...] = ()
    decision: Decision | None = None
    undoing: Undoing | None = None

    @cached_property
    def id(self) -> str:
        """What scripts call the row; it is the same everywhere."""
        return row_id(self.pair, self.source, self.target)

    @cached_property
    def count(self) -> int:
        """How often it was proposed or met."""
        return sum(each.count for each in self.proposals)

    @cached_property
    def reviewers(self) -> tuple[str, ...]:
        """Who proposed it, the first one first."""
        return tuple(dict.fromkeys(each.by for each in self.proposals))

    @cached_property
    def at(self) -> str:
        """When it was proposed last."""
        return max(each.at for each in self.proposals)

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """Where it was met, each place once, the latest first."""
        found = (each for proposal in reversed(self.proposals) for each in proposal.examples)
        return tuple(dict.fromkeys(found))

    @cached_property
    def searched(self) -> str:
        """What `searching.matches` finds it by: source, target and examples."""
        return searchable((self.source, self.target, *(each.text for each in self.examples)))

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What was said of it."""
        return tuple(dict.fromkeys(each.note for each in self.proposals if each.note))

    @cached_property
    def values(self) -> dict[str, str]:
        """The fields of the entry it would be, without empty ones: what most have stated."""
        found = {"source": self.source, "target": self.target}
        for name in ("part_of_speech", "gender"):
            stated = Counter(value for each in self.proposals if (value := getattr(each, name)))
            if stated:
                found[name] = stated.most_common(1)[0][0]
        if self.notes:
            found["note"] = "; ".join(self.notes)
        return {name: value for name, value in found.items() if value}


def row_id(pair: tuple[str, str], source: str, target: str) -> str:
    """Return what scripts call the row of a source and target."""
    text = "\x1f".join((*pair, source, target)).encode("utf-8", "surrogatepass")
    return blake2b(text, digest_size=5).hexdigest()


def rows(pair: tuple[str, str], events: Iterable[Event]) -> list[Row]:
    """Return the rows of a pair in the order they were first proposed in."""
    ordered = sorted(events, key=lambda event: event.at)
    undone = {event.undone: event for event in ordered if isinstance(event, Undoing)}
    decided: dict[str, Decision] = {}
    taken_back: dict[str, Undoing] = {}
    alike: dict[tuple[str, str], list[Proposal]] = {}
    for event in ordered:
        if isinstance(event, Proposal):
            alike.setdefault((event.source, event.target), []).append(event)
        elif isinstance(event, Change | Rejection):
            for each in event.proposals:
                if event.id in undone:
                    taken_back[each] = undone[event.id]
                else:
                    decided[each] = event
    return [_row(pair, proposals, decided, taken_back) for proposals in map(tuple, alike.values())]


def candidate_row(pair: tuple[str, str], candidate: Candidate) -> Row:
    """Return the row of an entry that was found, not proposed."""
    proposal = Proposal(
        by=FINDER,
        source=candidate.source,
        target=candidate.target,
        origin=SUGGESTED,
        count=candidate.count,
        examples=candidate.examples,
    )
    row = (proposal,)
    return Row(pair, candidate.source, candidate.target, State.CANDIDATE, row, pending=row)


def latest_of(events: Iterable[Event], by: str) -> Decision | None:
    """Return somebody's latest change or rejection that stands, None where there is none."""
    known = list(events)
    undone = {event.undone for event in known if isinstance(event, Undoing)}
    taken = [
        event
        for event in known
        if isinstance(event, Change | Rejection) and event.by == by and event.id not in undone
    ]
    # Of equal times the later line: max would take the first.
    return sorted(taken, key=lambda event: event.at)[-1] if taken else None


def _row(
    pair: tuple[str, str],
    proposals: Sequence[Proposal],
    decided: dict[str, Decision],
    taken_back: dict[str, Undoing],
) -> Row:
    first = proposals[0]
    pending = tuple(each for each in proposals if each.id not in decided)
    decisions = [decided[each.id] for each in proposals if each.id in decided]
    decision = max(decisions, key=lambda event: event.at, default=None)
    undoings = [taken_back[each.id] for each in pending if each.id in taken_back]
    undoing = max(undoings, key=lambda event: event.at, default=None)
    if pending:
        state = State.UNDONE if undoing else State.OPEN
    else:
        state = State.APPROVED if isinstance(decision, Change) else State.REJECTED
    return Row(
        pair, first.source, first.target, state, tuple(proposals), pending, decision, undoing
    )
