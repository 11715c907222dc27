"""Which rows the table shows and which of them is current, without a screen."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from capqa.glossary.entry import Status
from capqa.glossary.proposals.desk import Listed
from capqa.glossary.proposals.rows import Row, State
from capqa.glossary.proposals.searching import matches

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from capqa.glossary.proposals.desk import Desk

Item: TypeAlias = Row | Listed
"""A row of the table: something proposed, or an entry of a glossary."""


class View(StrEnum):
    """What the table is of."""

    QUEUE = "proposed"
    ENTRIES = "glossary"


_QUEUE_FILTERS: Final[Mapping[str, Callable[[Row], bool]]] = {
    "waiting": lambda row: row.state.waits,
    "approved": lambda row: row.state is State.APPROVED,
    "rejected": lambda row: row.state is State.REJECTED,
    "settled": lambda row: row.state is State.SETTLED,
    "all": lambda row: True,
}


def _of_status(status: Status) -> Callable[[Listed], bool]:
    return lambda listed: listed.known.entry.status is status


_ENTRY_FILTERS: Final[Mapping[str, Callable[[Listed], bool]]] = {
    "all": lambda listed: True,
    "yours": lambda listed: listed.known.own,
    **{status.value: _of_status(status) for status in Status},
}


class Listing:
    """The rows in view of a desk; ``index`` is meaningless while there are none."""

    def __init__(self, desk: Desk) -> None:
        """Begin at the first row that waits."""
        self.desk = desk
        self.view = View.QUEUE
        self.query = ""
        self.index = 0
        self.items: Sequence[Item] = ()
        self._filters = {View.QUEUE: "waiting", View.ENTRIES: "all"}
        self._indexes = {View.QUEUE: 0, View.ENTRIES: 0}
        self.refresh()

    @property
    def current(self) -> Item | None:
        """The row in view, None where there are none."""
        return self.items[self.index] if self.items else None

    @property
    def filter(self) -> str:
        """The name of the filter in force."""
        return self._filters[self.view]

    def refresh(self, *, follow: bool = False) -> None:
        """Take in what has changed; with ``follow`` stay on the row, else at the place."""
        key = _key(self.current) if follow and self.items else None
        self.items = self._found()
        if key is not None:
            keys = (at for at, item in enumerate(self.items) if _key(item) == key)
            self.index = next(keys, self.index)
        self.go_to(self.index)

    def go_to(self, index: int) -> None:
        """Go to a row, or to the first or last one when there is none at that index."""
        self.index = max(min(index, len(self.items) - 1), 0)

    def go_to_row(self, row_id: str) -> None:
        """Go to what is proposed under an identity, if it is in view."""
        for at, item in enumerate(self.items):
            if isinstance(item, Row) and item.id == row_id:
                self.index = at

    def search(self, query: str) -> None:
        """Show only rows with a text in them, all rows for none."""
        self.query = query
        self.refresh(follow=True)

    def next_filter(self) -> None:
        """Show the rows of the next filter, after the last one those of the first."""
        names = [*(_QUEUE_FILTERS if self.view is View.QUEUE else _ENTRY_FILTERS)]
        self._filters[self.view] = names[(names.index(self.filter) + 1) % len(names)]
        self.refresh(follow=True)

    def switch(self) -> None:
        """Show the entries instead of what is proposed, or the other way round."""
        self._indexes[self.view] = self.index
        self.view = View.ENTRIES if self.view is View.QUEUE else View.QUEUE
        self.index = self._indexes[self.view]
        self.refresh()

    def _found(self) -> Sequence[Item]:
        items: list[Item]
        if self.view is View.QUEUE:
            rows = _QUEUE_FILTERS[self.filter]
            items = [row for row in self.desk.rows if rows(row)]
        else:
            entries = _ENTRY_FILTERS[self.filter]
            items = [listed for listed in self.desk.entries() if entries(listed)]
        if not self.query.strip():
            return items
        return [item for item in items if matches(self.query, item.searched)]


def _key(item: Item | None) -> object:
    if isinstance(item, Row):
        return item.id
    if item is None:
        return None
    entry = item.known.entry
    return (item.pair, entry.file, entry.source, entry.target, entry.part_of_speech)
