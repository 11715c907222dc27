"""A window of lines, some of which are about something that can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widgets import Static

from capqa.tui import keymap, window_keys
from capqa.tui.drawing import styles
from capqa.tui.drawing.choice import choice_rows
from capqa.tui.drawing.rows import drawn
from capqa.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import PurePath

    from textual import events
    from textual.app import ComposeResult

MOST_LINES: Final = 300


class ChoiceScreen(ModalScreen[int | None]):
    """Shows lines; answers the position of the one chosen, None when it is closed."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "../drawing/styles.tcss"]
    BINDINGS = keymap.bindings(window_keys.CHOICE)
    COMPONENT_CLASSES: ClassVar[set[str]] = set(styles.COMPONENT_CLASSES)
    AUTO_FOCUS = ""

    def __init__(self, title: str, lines: Sequence[tuple[str, bool]], note: str) -> None:
        """Show lines, each with whether it can be gone to, and a note below them."""
        super().__init__()
        self._title = title
        self._lines = lines[:MOST_LINES]
        self._left_out = len(lines) - len(self._lines)
        self._note = note
        self.current = next((at for at, line in enumerate(self._lines) if line[1]), 0)

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        with VerticalScroll(id="dialog", can_focus=False) as dialog:
            dialog.border_title = self._title
            leads = any(leads for _, leads in self._lines)
            dialog.border_subtitle = "Enter goes there   Esc closes" if leads else "Esc closes"
            yield Sheet(id="choices")
            left_out = f"… and {self._left_out:,} more. " if self._left_out else ""
            yield Static(drawn(left_out + self._note), id="dialog-note")

    def on_mount(self) -> None:
        """Show the lines."""
        self._show()

    def action_move(self, step: int) -> None:
        """Go some lines down, or up; stop at the ends."""
        self.current = min(max(self.current + step, 0), len(self._lines) - 1)
        self._show()

    def action_choose(self) -> None:
        """Answer the line in view; one that leads nowhere closes the window."""
        self.dismiss(self.current if self._lines[self.current][1] else None)

    def action_close(self) -> None:
        """Close the window."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Choose the line clicked, if it leads somewhere."""
        sheet = self.query_one("#choices", Sheet)
        if event.widget is not sheet:
            return
        row = event.screen_y - sheet.content_region.y
        for at, region in enumerate(self._regions(sheet)):
            if region.y <= row < region.bottom and self._lines[at][1]:
                self.dismiss(at)

    def _show(self) -> None:
        sheet = self.query_one("#choices", Sheet)
        sheet.show(
            lambda width: [
                row for rows in choice_rows(self._lines, self.current, width) for row in rows
            ]
        )
        self.call_after_refresh(self._scroll_to_current)

    def _scroll_to_current(self) -> None:
        sheet = self.query_one("#choices", Sheet)
        regions = self._regions(sheet)
        if regions:
            region = regions[self.current]
            self.query_one("#dialog", VerticalScroll).scroll_to_region(
                region.translate((0, sheet.virtual_region.y)), animate=False
            )

    def _regions(self, sheet: Sheet) -> list[Region]:
        regions: list[Region] = []
        y = 0
        for rows in choice_rows(self._lines, self.current, sheet.content_size.width):
            regions.append(Region(0, y, 1, len(rows)))
            y += len(rows)
        return regions
