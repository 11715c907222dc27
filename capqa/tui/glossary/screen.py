"""The screen maintainers decide on: the table, one row with everything about it, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container, Vertical
from textual.message import Message
from textual.widgets import Footer, Input, Static

from capqa.errors import CapqaError
from capqa.tui.drawing import styles
from capqa.tui.glossary import keymap
from capqa.tui.glossary.deciding_screen import DecidingScreen
from capqa.tui.glossary.details import Details
from capqa.tui.glossary.listing import View
from capqa.tui.glossary.search import SearchField
from capqa.tui.glossary.status_line import empty_line, status_line
from capqa.tui.glossary.table import Table, TableHead
from capqa.tui.glossary.table_rows import marks_text
from capqa.tui.keymap import bindings
from capqa.tui.screens.help import HelpScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import PurePath

    from textual.app import ComposeResult

    from capqa.glossary.proposals.desk import Desk
    from capqa.glossary.suggesting.candidate import Candidate

_LOOK_AGAIN = 2.0
"""Seconds between looks at what others have changed."""

_WIDTHS = [(0, "-narrow"), (130, "-wide")]
_ACTIONS = frozenset(key.action.partition("(")[0] for key in keymap.TABLE)
_OF_QUEUE = frozenset({"approve", "reject"})
_OF_ENTRIES = frozenset({"remove"})
_OF_A_ROW = frozenset({"approve", "reject", "remove", "edit"})
_WHILE_SEARCHING = frozenset({"move", "page", "clear_search"})


class GlossaryScreen(DecidingScreen):
    """Shows a desk and turns keys into decisions; each is on disk before the next key."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "screen.tcss",
        "../drawing/styles.tcss",
        "../widgets/row_list.tcss",
    ]
    BINDINGS = bindings(keymap.TABLE)
    COMPONENT_CLASSES: ClassVar[set[str]] = set(styles.COMPONENT_CLASSES)
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = _WIDTHS

    class Found(Message):
        """Candidates were looked for."""

        def __init__(self, candidates: Sequence[Candidate], error: str) -> None:
            """Carry what was found; ``error`` is "" where all could be read."""
            self.candidates, self.error = candidates, error
            super().__init__()

    def __init__(
        self, desk: Desk, target: str, look: Callable[[], tuple[Sequence[Candidate], str]] | None
    ) -> None:
        """Show a desk; ``look`` looks for candidates and says what could not be read."""
        super().__init__(desk)
        self._target = target
        self._look = look

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Static(id="status")
        yield SearchField(id="search")
        with Container(id="panes"):
            with Vertical(id="rows"):
                yield TableHead(self._listing, id="head")
                yield Table(self._listing, id="table")
                yield Static(id="empty")
            yield Details(id="details")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin to look for candidates, and for what others change."""
        self.show_all()
        if self._look is not None:
            self._find_candidates(self._look)
        self.set_interval(_LOOK_AGAIN, self.look_again)

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.show_all()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep letters from acting while they are typed, and from deciding on nothing."""
        if action not in _ACTIONS:
            return super().check_action(action, parameters)
        if not self.is_mounted:
            return False
        if self.query_one(SearchField).has_focus:
            return action in _WHILE_SEARCHING
        if action in (_OF_ENTRIES if self._listing.view is View.QUEUE else _OF_QUEUE):
            return False
        return bool(self._listing.items) or action not in _OF_A_ROW

    def action_search(self) -> None:
        """Type what rows are to have in them."""
        self.query_one(SearchField).begin(self._listing.query)
        self.refresh_bindings()

    def action_clear_search(self) -> None:
        """Show all rows again."""
        self.query_one(SearchField).end()
        self._listing.search("")
        self.show_all()
        self.refresh_bindings()

    def action_filter(self) -> None:
        """Show the rows of the next state."""
        self._listing.next_filter()
        self.show_all()

    def action_switch(self) -> None:
        """Show the entries instead of what is proposed, or the other way round."""
        if self._do(self._listing.switch):
            self.refresh_bindings()

    def action_move(self, step: int) -> None:
        """Go some rows down, or up; stop at the ends."""
        self._listing.go_to(self._listing.index + step)
        self.show_all()

    def action_page(self, step: int) -> None:
        """Go some pages down, or up."""
        self.action_move(step * self.query_one(Table).page)

    def action_first(self) -> None:
        """Go to the first row."""
        self._listing.go_to(0)
        self.show_all()

    def action_last(self) -> None:
        """Go to the last row."""
        self._listing.go_to(len(self._listing.items) - 1)
        self.show_all()

    def action_scroll_details(self, step: int) -> None:
        """Scroll the details by half of what is in view."""
        details = self.query_one(Details)
        details.scroll_relative(y=step * max(details.size.height // 2, 1), animate=False)

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(keymap.HELP, marks_text()))

    def action_leave(self) -> None:
        """Quit; everything is written already."""
        self.app.exit()

    @on(Input.Changed, "#search")
    def _search(self, event: Input.Changed) -> None:
        if self.query_one(SearchField).display:
            self._listing.search(event.value)
            self.show_all()

    @on(Input.Submitted, "#search")
    def _keep_search(self) -> None:
        self.query_one(SearchField).end()
        self.show_all()
        self.refresh_bindings()

    @on(Table.Chosen)
    def _choose(self, event: Table.Chosen) -> None:
        self._listing.go_to(event.index)
        self.show_all()

    @work(thread=True)
    def _find_candidates(self, look: Callable[[], tuple[Sequence[Candidate], str]]) -> None:
        try:
            self.post_message(self.Found(*look()))
        except CapqaError as error:
            self.post_message(self.Found((), str(error)))

    @on(Found)
    def _take_in(self, event: Found) -> None:
        self._look = None
        if event.error:
            self._tell(event.error, "warning")
        if self._do(lambda: self._desk.offer(event.candidates, self._target)):
            self.take_in(follow=True)

    def look_again(self) -> None:
        """Show what others have changed meanwhile."""
        try:
            changed = self._desk.refresh()
        except CapqaError as error:
            self._tell(str(error), "error")
            return
        if changed:
            self.take_in(follow=True)

    def show_all(self) -> None:
        """Draw everything anew."""
        listing = self._listing
        width = self.query_one("#status").content_size.width or self.size.width
        looking = self._look is not None
        self.query_one("#status", Static).update(status_line(listing, width, looking=looking))
        line = empty_line(listing)
        empty = self.query_one("#empty", Static)
        empty.display = line is not None
        empty.update(line or "")
        self.query_one(Table).display = line is None
        self.query_one(TableHead).refresh()
        self.query_one(Table).show(listing.index)
        self.query_one(Details).show(self._desk, listing.current)
        self.refresh_bindings()
