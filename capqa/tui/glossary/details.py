"""The pane with everything known of the current row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content

from capqa.errors import CapqaError
from capqa.glossary.proposals.outlook import neighbours, outlook
from capqa.glossary.proposals.rows import Row
from capqa.tui.drawing import styles
from capqa.tui.drawing.entries import neighbour_rows, remark_rows
from capqa.tui.drawing.rows import drawn, field
from capqa.tui.glossary import details_rows
from capqa.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from capqa.glossary.proposals.desk import Desk, Listed
    from capqa.tui.glossary.listing import Item

_SHEETS = ("state", "checks", "examples", "neighbours", "history")


class Details(VerticalScroll, can_focus=False):
    """One row of the table: its state, what speaks against it, examples, neighbours."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Start empty."""
        super().__init__(id=id)
        self._heading = Content("")

    def compose(self) -> ComposeResult:
        """Lay out the sheets."""
        for name in _SHEETS:
            yield Sheet(id=name)

    def show(self, desk: Desk, item: Item | None) -> None:
        """Show a row; a glossary that cannot be read is said in its place."""
        if item is None:
            self._say(Content(""), lambda width: [])
            return
        if isinstance(item, Row):
            title = details_rows.title(item.pair, item.source, item.target)
        else:
            entry = item.known.entry
            title = details_rows.title(item.pair, entry.source, entry.target)
        if title != self._heading:
            self._heading = title
            self.scroll_home(animate=False)
        try:
            if isinstance(item, Row):
                self._show_row(desk, item)
            else:
                self._show_entry(desk, item)
        except CapqaError as error:
            line = drawn(("✗ ", styles.BAD), str(error))
            self._say(title, partial(field, "FAILED", line))
        self.border_title = title

    def _show_row(self, desk: Desk, row: Row) -> None:
        knowledge = desk.knowledge(row.pair)
        remarks = outlook(knowledge, row.values) if row.state.waits else []
        near = neighbours(knowledge, row.values)
        self._sheet(
            "state",
            lambda width: [
                *details_rows.state_rows(row, width),
                *details_rows.value_rows(row, width),
                *details_rows.rival_rows(row, desk.rows, width),
            ],
        )
        self._sheet("checks", partial(remark_rows, remarks))
        self._sheet("examples", partial(details_rows.example_rows, row))
        self._sheet("neighbours", partial(neighbour_rows, near))
        self._sheet("history", lambda width: [])

    def _show_entry(self, desk: Desk, listed: Listed) -> None:
        knowledge = desk.knowledge(listed.pair)
        entry = listed.known.entry
        values = {"source": entry.source, "target": entry.target}
        near = [each for each in neighbours(knowledge, values) if each.entry != entry]
        self._sheet("state", partial(details_rows.entry_rows, listed))
        self._sheet("checks", lambda width: [])
        self._sheet("examples", lambda width: [])
        self._sheet("neighbours", partial(neighbour_rows, near, label="BESIDE IT"))
        records = knowledge.history(entry)
        self._sheet("history", partial(details_rows.history_rows, records))

    def _say(self, title: Content, draw: Callable[[int], list[Content]]) -> None:
        self.border_title = title
        for name in _SHEETS:
            self._sheet(name, draw if name == "state" else lambda width: [])

    def _sheet(self, name: str, draw: Callable[[int], list[Content]]) -> None:
        self.query_one(f"#{name}", Sheet).show(draw)
