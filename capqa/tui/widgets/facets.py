"""The list of facets and their values in the filter window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.tui.drawing.facets import heading_row, value_row
from capqa.tui.drawing.queue import common_folder
from capqa.tui.drawing.rows import drawn
from capqa.tui.filtering import Facet
from capqa.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.content import Content

    from capqa.tui.choosing import Choices


class FacetList(RowList, can_focus=False, inherit_bindings=False):
    """Draws the rows of choices, those in view only: files may be thousands."""

    def __init__(self, choices: Choices, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Show choices."""
        super().__init__(id=id)
        self._choices = choices
        self._folder = common_folder(choices.counts[Facet.FILE].keys())

    @property
    def count(self) -> int:
        """How many rows there are, headings among them."""
        return len(self._choices.rows)

    def drawn_row(self, index: int, width: int, *, current: bool) -> Content:
        """Return the row of a facet or a value."""
        choices = self._choices
        row = choices.rows[index]
        if row.is_heading:
            chosen = choices.criteria.chosen.get(row.facet, ())
            return heading_row(row.facet, len(chosen), width)
        return value_row(
            choices.label(row, self._folder),
            choices.count(row),
            width,
            chosen=choices.criteria.has(row.facet, row.value),
            current=current,
        )

    def rows_above(self, index: int) -> int:
        """Keep the heading of a facet in view with its first value."""
        rows = self._choices.rows
        return int(0 < index < len(rows) and rows[index - 1].is_heading)

    def empty_row(self, width: int) -> Content:
        """Say that no value has the words in it."""
        return drawn(f"No value has {self._choices.text!r} in it.")
