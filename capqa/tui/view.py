"""Which findings are shown, in their order: all, or those that met some criteria when asked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain, compress, count
from threading import RLock
from typing import TYPE_CHECKING

from capqa.tui.filtering import Criteria, Facet, picked, value_counts, values_of
from capqa.tui.searching import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from capqa.review.items import ReviewItem
    from capqa.review.session import Session
    from capqa.tui.filtering import Columns


class View:
    """The indexes of the items shown, ascending.

    They are those that met the criteria when these were set: what is decided since stays in view.
    """

    def __init__(self, session: Session) -> None:
        """Show all items."""
        self._session = session
        self._texts = Texts(session)
        self._items: Sequence[ReviewItem] = ()
        self._columns: dict[Facet, list[str]] = {}
        self._lock = RLock()
        self.criteria = Criteria()
        self.shown: Sequence[int] = range(len(session.items))

    def __contains__(self, index: int) -> bool:
        """Return whether an item is shown."""
        at = bisect_left(self.shown, index)
        return at < len(self.shown) and self.shown[at] == index

    def narrow(self, criteria: Criteria) -> None:
        """Show the items that meet some criteria now."""
        self.criteria = criteria
        if criteria:
            mask = picked(self._all_columns(), criteria.chosen, self._texts.found(criteria.text))
            self.shown = list(compress(count(), mask))
        else:
            self.shown = range(len(self._session.items))

    def counts(self) -> Mapping[Facet, Mapping[str, int]]:
        """Return how many findings choosing each value would show; see `value_counts`."""
        criteria = self.criteria
        found = self._texts.found(criteria.text)
        return value_counts(self._all_columns(), criteria.chosen, found)

    def totals(self) -> Mapping[Facet, Mapping[str, int]]:
        """Return how many findings have each value."""
        return value_counts(self._all_columns(), {}, b"\1" * len(self._session.items))

    def prepare(self) -> None:
        """Make ready what searching and filtering need; any thread may, again and again."""
        self._texts.prepare()
        self._prepare_columns()

    def position(self, index: int) -> int:
        """Return how many items are shown before an item."""
        return bisect_left(self.shown, index)

    def nearest(self, index: int) -> int | None:
        """Return the first item shown from an index on, else the last; None when none is."""
        if not self.shown:
            return None
        return self.shown[min(self.position(index), len(self.shown) - 1)]

    def moved(self, index: int, step: int) -> int:
        """Return the item so many rows below one, or the last or first; the same when none is."""
        if not self.shown:
            return index
        position = self.position(index)
        if step > 0 and index not in self:
            step -= 1
        return self.shown[min(max(position + step, 0), len(self.shown) - 1)]

    def after(self, index: int) -> Iterator[int]:
        """Yield the items shown, from the one after an index, around the end; itself last."""
        at = bisect_right(self.shown, index)
        return chain(self.shown[at:], self.shown[:at])

    def before(self, index: int) -> Iterator[int]:
        """Yield the items shown backwards from the one before an index; itself last."""
        at = bisect_left(self.shown, index)
        return chain(reversed(self.shown[:at]), reversed(self.shown[at:]))

    def _all_columns(self) -> Columns:
        self._prepare_columns()
        return {
            facet: self._session.states() if facet is Facet.STATE else self._columns[facet]
            for facet in Facet
        }

    def _prepare_columns(self) -> None:
        with self._lock:
            items = self._session.items
            if self._items is items and self._columns:
                return
            before = self._items or (None,) * len(items)
            if not self._columns:
                self._columns = {facet: [""] * len(items) for facet in Facet}
            for index, (old, new) in enumerate(zip(before, items, strict=True)):
                if old is not new:
                    for facet, value in values_of(new).items():
                        self._columns[facet][index] = value
            self._items = items
