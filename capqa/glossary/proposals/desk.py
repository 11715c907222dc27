"""A maintainer's desk: what waits for a decision in all languages, and the glossaries beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError
from capqa.glossary.editing.adding import OnConflict
from capqa.glossary.folding import fold
from capqa.glossary.proposals import by_hand, deciding, journal, undoing
from capqa.glossary.proposals.knowledge import Knowledge
from capqa.glossary.proposals.rows import State, candidate_row, rows
from capqa.glossary.proposals.searching import searchable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from capqa.glossary.entry import Entry
    from capqa.glossary.proposals.knowledge import Known
    from capqa.glossary.proposals.rows import Row
    from capqa.glossary.proposals.shelf import Shelf
    from capqa.glossary.proposals.undoing import Undone
    from capqa.glossary.suggesting.candidate import Candidate

Pair = tuple[str, str]

_CODE = re.compile("[a-z]{2,3}")


@dataclass(frozen=True)
class Listed:
    """An entry of some glossary, with its language pair."""

    pair: Pair
    known: Known

    @cached_property
    def searched(self) -> str:
        """What `searching.matches` finds it by: source, target, variants and note."""
        entry = self.known.entry
        return searchable((entry.source, entry.target, *entry.variants, entry.note))


class Desk:
    """The queue as one maintainer sees it; every decision is on disk before its method returns.

    Methods that decide raise CapqaError, one line to show, and have changed nothing then.
    """

    def __init__(
        self,
        shelves: Sequence[Shelf],
        *,
        by: str,
        another: Callable[[Pair], Shelf] | None = None,
    ) -> None:
        """Read what is proposed. Raises CapqaError for a file that cannot be read.

        ``another`` returns the shelf of a pair that has none yet, None where there is to be none.
        """
        self.by = by
        self.rows: tuple[Row, ...] = ()
        self.unreadable = 0
        """How many lines of the files hold no proposal and no decision."""
        self._another = another
        self._shelves = {shelf.pair: shelf for shelf in shelves}
        self._knowledge: dict[Pair, Knowledge] = {}
        self._listed: dict[Pair, tuple[Knowledge, list[Listed]]] = {}
        self._offered: tuple[Row, ...] = ()
        self._stamps: object = None
        self.refresh()

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The language pairs, sorted."""
        return tuple(sorted(self._shelves))

    def shelf(self, pair: Pair) -> Shelf:
        """Return the shelf of a pair. Raises ConfigurationError where there is to be none."""
        if pair not in self._shelves and self._another is not None and _CODE.fullmatch(pair[0]):
            self._shelves[pair] = self._another(pair)
        if pair not in self._shelves:
            known = ", ".join(sorted({source for source, _ in self._shelves}))
            raise ConfigurationError(
                f"there is no glossary from {pair[0]!r} to {pair[1]!r}",
                where="language",
                mend=f"use {known}" if known else "name a glossary with --file",
            )
        return self._shelves[pair]

    def knowledge(self, pair: Pair) -> Knowledge:
        """Return what the glossaries of a pair say now. Raises ConfigurationError if unreadable."""
        held = self._knowledge.get(pair)
        self._knowledge[pair] = Knowledge(self.shelf(pair)) if held is None else held.current()
        return self._knowledge[pair]

    def entries(self) -> list[Listed]:
        """Return the entries of all glossaries, those files first that override others."""
        found: list[Listed] = []
        for pair in self.pairs:
            knowledge = self.knowledge(pair)
            held = self._listed.get(pair)
            if held is None or held[0] is not knowledge:
                held = (knowledge, [Listed(pair, known) for known in knowledge.known])
                self._listed[pair] = held
            found += held[1]
        return found

    def offer(self, candidates: Iterable[Candidate], target_language: str) -> None:
        """Show entries that were found beside those that are proposed."""
        rows_found = [candidate_row((each.language, target_language), each) for each in candidates]
        if self._another is not None:
            for row in rows_found:
                self.shelf(row.pair)
        self._offered = tuple(row for row in rows_found if row.pair in self._shelves)
        self._read()

    def refresh(self) -> bool:
        """Read again what others have changed; return whether anything has."""
        stamps = [shelf.stamp for shelf in self._shelves.values()]
        if stamps == self._stamps:
            return False
        self._stamps = stamps
        self._read()
        return True

    def approve(
        self,
        row: Row,
        values: Mapping[str, str] | None = None,
        on_conflict: OnConflict = OnConflict.REFUSE,
    ) -> Entry:
        """Write the entry of a row, or ``values`` by column in its place; see `deciding.approve`.

        Raises ConfigurationError for a row nobody has translated.
        """
        if not (row.values if values is None else values).get("target"):
            raise ConfigurationError("nobody has said what it is to be", mend="edit it first")
        try:
            return deciding.approve(
                self.knowledge(row.pair), row, by=self.by, values=values, on_conflict=on_conflict
            )
        finally:
            self.refresh()

    def reject(self, row: Row, reason: str = "") -> None:
        """Decide that a row becomes no entry; see `deciding.reject`."""
        try:
            deciding.reject(self.shelf(row.pair), row, by=self.by, reason=reason)
        finally:
            self.refresh()

    def add(
        self,
        pair: Pair,
        values: Mapping[str, str],
        on_conflict: OnConflict = OnConflict.REFUSE,
    ) -> Entry:
        """Write an entry nobody has proposed; see `by_hand.add_entry`."""
        try:
            return by_hand.add_entry(
                self.knowledge(pair), values, by=self.by, on_conflict=on_conflict
            )
        finally:
            self.refresh()

    def change(self, pair: Pair, entry: Entry, values: Mapping[str, str]) -> Entry:
        """Give an entry of the project's other values by column; see `by_hand.change_entry`."""
        try:
            return by_hand.change_entry(self.shelf(pair), entry, values, by=self.by)
        finally:
            self.refresh()

    def remove(self, pair: Pair, entry: Entry) -> Entry:
        """Take an entry of the project's out; see `by_hand.remove_entry`."""
        try:
            return by_hand.remove_entry(self.shelf(pair), entry, by=self.by)
        finally:
            self.refresh()

    def undo(self) -> Undone | None:
        """Take this maintainer's latest decision back; see `undoing.undo`."""
        try:
            return undoing.undo(self._shelves.values(), by=self.by)
        finally:
            self.refresh()

    def _read(self) -> None:
        kept: list[Row] = []
        self.unreadable = 0
        for pair, shelf in self._shelves.items():
            read = [journal.read(path) for path in shelf.journals]
            self.unreadable += sum(each.unreadable for each in read)
            kept += rows(pair, (event for each in read for event in each.events))
        sources = {(row.pair, fold(row.source)) for row in kept if row.state is not State.REJECTED}
        ids = {row.id for row in kept}
        offered = [
            row
            for row in self._offered
            if row.id not in ids and (row.target or (row.pair, fold(row.source)) not in sources)
        ]
        waiting = {row.pair for row in (*kept, *offered) if row.state.waits}
        knowledge = {pair: self.knowledge(pair) for pair in waiting}
        found = [_settled(row, knowledge) for row in (*kept, *offered)]
        # What was found and the glossary has meanwhile is of no interest any more.
        found = [row for row in found if row.state is not State.SETTLED or row.id in ids]
        decided = [row for row in found if not row.state.waits]
        self.rows = (
            *sorted((row for row in found if row.state.waits), key=_most_wanted),
            *sorted(decided, key=lambda row: row.decision.at if row.decision else row.at)[::-1],
        )


def _settled(row: Row, knowledge: Mapping[Pair, Knowledge]) -> Row:
    if not row.state.waits:
        return row
    known = knowledge[row.pair]
    if row.target:
        there = known.holding(row.source, row.target) is not None
    else:
        there = bool(known.of_source(row.source))
    return replace(row, state=State.SETTLED) if there else row


def _most_wanted(row: Row) -> tuple[bool, int, str, str]:
    return row.state is State.CANDIDATE, -row.count, row.source.casefold(), row.target
