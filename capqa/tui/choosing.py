"""The window of facets without a screen: its rows, which one is current, and what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.tui.filtering import Facet, label, ordered
from capqa.tui.searching import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from capqa.tui.filtering import Criteria
    from capqa.tui.view import View


class Row(NamedTuple):
    """A value that can be chosen, or with "" for it the heading of a facet."""

    facet: Facet
    value: str
    is_heading: bool = False


class Choices:
    """Facets with their values, one of them current; what is chosen is shown at once.

    ``index`` is that of the current row, None while there are no values to choose.
    """

    def __init__(self, view: View, narrow: Callable[[Criteria], object]) -> None:
        """Begin at the first value; ``narrow`` is called with the criteria as they change."""
        self.view = view
        self.counts = view.counts()
        self.text = ""
        self._narrow = narrow
        # In an order that does not change while the counts do.
        totals = view.totals()
        self._values = {facet: ordered(facet, totals[facet]) for facet in Facet}
        self._folded: dict[Facet, Sequence[str]] = {}
        self.rows: Sequence[Row] = ()
        self.index: int | None = None
        self.search("")

    @property
    def criteria(self) -> Criteria:
        """What findings must have now."""
        return self.view.criteria

    def search(self, text: str) -> None:
        """List only the values with all words of a text in them, all values for none."""
        self.text = text
        current = self.rows[self.index] if self.index is not None else None
        words = [plain(word) for word in text.split()]
        rows: list[Row] = []
        for facet, values in self._values.items():
            listed = values
            if words:
                pairs = zip(values, self._searchable(facet), strict=True)
                listed = [value for value, folded in pairs if all(w in folded for w in words)]
            if listed:
                rows.append(Row(facet, "", is_heading=True))
                rows += [Row(facet, value) for value in listed]
        self.rows = rows
        at = rows.index(current) if current in rows else 0
        self.index = self._value_from(at, 1)

    def move(self, step: int) -> None:
        """Go some values down, or up; stop at the ends."""
        if self.index is None:
            return
        direction = 1 if step > 0 else -1
        for _ in range(abs(step)):
            following = self._value_from(self.index + direction, direction)
            if following is None:
                return
            self.index = following

    def page(self, step: int) -> None:
        """Go so many rows down, or up, to a value there."""
        if self.index is None:
            return
        at = min(max(self.index + step, 0), len(self.rows) - 1)
        direction = 1 if step > 0 else -1
        found = self._value_from(at, direction)
        self.index = self._value_from(at, -direction) if found is None else found

    def go_to_facet(self, step: int) -> None:
        """Go to the first value of the next facet, or of the previous one, around the ends."""
        if self.index is None:
            return
        headings = [at for at, row in enumerate(self.rows) if row.is_heading]
        here = max(at for at, heading in enumerate(headings) if heading < self.index)
        self.index = headings[(here + step) % len(headings)] + 1

    def toggle(self, index: int | None = None) -> None:
        """Choose a value, or no longer; the current one, or that of a row, which then is current.

        A heading is left as it is.
        """
        at = self.index if index is None else index
        if at is None or self.rows[at].is_heading:
            return
        self.index = at
        row = self.rows[at]
        self._apply(self.criteria.toggled(row.facet, row.value))

    def clear(self) -> None:
        """Choose nothing."""
        self._apply(self.criteria.unfiltered())

    def count(self, row: Row) -> int:
        """Return how many findings choosing the value of a row alone in its facet would show."""
        return self.counts[row.facet].get(row.value, 0)

    def label(self, row: Row, folder: int = 0) -> str:
        """Return what a value is called, a file from ``folder`` in its name on."""
        return row.value[folder:] if row.facet is Facet.FILE else label(row.facet, row.value)

    def _apply(self, criteria: Criteria) -> None:
        self._narrow(criteria)
        self.counts = self.view.counts()

    def _value_from(self, at: int, direction: int) -> int | None:
        while 0 <= at < len(self.rows):
            if not self.rows[at].is_heading:
                return at
            at += direction
        return None

    def _searchable(self, facet: Facet) -> Sequence[str]:
        if facet not in self._folded:
            self._folded[facet] = [plain(label(facet, value)) for value in self._values[facet]]
        return self._folded[facet]
