"""The screen a review happens on: progress, the queue, one finding, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container, Vertical
from textual.screen import Screen
from textual.widgets import Footer, Static

from capqa.errors import CapqaError
from capqa.review.items import ReviewError
from capqa.tui import keymap
from capqa.tui.drawing import styles
from capqa.tui.drawing.help import marks_text
from capqa.tui.drawing.progress import closing_line
from capqa.tui.drawing.report import written_line
from capqa.tui.flow import Flow
from capqa.tui.loader import SuggestionLoader
from capqa.tui.messages import Loaded, Written
from capqa.tui.screens.help import HelpScreen
from capqa.tui.screens.leave import LeaveScreen
from capqa.tui.screens.report import ReportScreen
from capqa.tui.widgets.detail import Detail
from capqa.tui.widgets.editor import Editor
from capqa.tui.widgets.queue import Queue
from capqa.tui.widgets.status import Status
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePath

    from textual import events
    from textual.app import ComposeResult
    from textual.notifications import SeverityLevel

    from capqa.glossary.proposals.rows import Row
    from capqa.review.session import Session
    from capqa.tui.terms import Terms

_WIDTHS = [(0, "-narrow"), (110, "-wide")]
_HEIGHTS = [(0, "-short"), (32, "-tall")]
_WITHOUT_ITEMS = frozenset({"help", "leave"})
_ACTIONS = frozenset(key.action.partition("(")[0] for key in keymap.REVIEW)


class ReviewScreen(Screen[None]):
    """Shows a session and turns keys into decisions; each is on disk before the next key."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "review.tcss",
        "../drawing/styles.tcss",
        "../widgets/row_list.tcss",
        "../widgets/queue.tcss",
        "../widgets/detail.tcss",
        "../widgets/status.tcss",
    ]
    BINDINGS = keymap.bindings(keymap.REVIEW)
    COMPONENT_CLASSES: ClassVar[set[str]] = set(styles.COMPONENT_CLASSES)
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    def __init__(self, session: Session, terms: Terms | None = None) -> None:
        """Show a session; without ``terms`` none can be proposed."""
        super().__init__()
        self._flow = Flow(session)
        self._terms = terms
        self.loader = SuggestionLoader(
            session, lambda index, error: self.post_message(Loaded(index, error))
        )
        self._leaving = False

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Status(id="status")
        with Container(id="panes"):
            yield Queue(self._flow.session, id="queue")
            with Vertical(id="finding"):
                yield Static(id="closing")
                yield Detail(id="detail")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin making suggestions with the one for the finding in view."""
        self._show()
        self.loader.start()

    def on_unmount(self) -> None:
        """Let the background thread end."""
        self.loader.stop()

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep the letters from acting while they are typed, and from deciding on nothing."""
        if action not in _ACTIONS:
            return super().check_action(action, parameters)
        if not self.is_mounted or self._editor.active:
            return False
        if action == "propose" and self._terms is None:
            return False
        return bool(self._flow.session.items) or action in _WITHOUT_ITEMS

    def action_accept(self) -> None:
        """Accept the suggestion; one still being made is accepted when it is there."""
        self._do(self._flow.accept)

    def action_take(self, number: int) -> None:
        """Accept an alternative by its number."""
        self._do(lambda: self._flow.take(number))

    def action_dismiss_finding(self) -> None:
        """Dismiss the finding."""
        self._do(self._flow.dismiss)

    def action_skip(self) -> None:
        """Leave the finding for later."""
        self._do(self._flow.skip)

    def action_undo(self) -> None:
        """Take the latest decision back and go where it was taken."""
        self._do(self._flow.undo)

    def action_redo(self) -> None:
        """Take the step again that was undone last."""
        self._do(self._flow.redo)

    def action_edit(self) -> None:
        """Edit what was decided, else the suggestion, else the words as they stand."""
        self._flow.waited_for = None
        self.query_one(Detail).edit(self._flow.text_to_edit)
        self.refresh_bindings()

    def action_move(self, step: int) -> None:
        """Go some findings down, or up; stop at the ends."""
        self._do(lambda: self._flow.go_to(self._flow.index + step))

    def action_page(self, step: int) -> None:
        """Go some pages down, or up."""
        self.action_move(step * self.query_one(Queue).page)

    def action_first(self) -> None:
        """Go to the first finding."""
        self._do(lambda: self._flow.go_to(0))

    def action_last(self) -> None:
        """Go to the last finding."""
        self._do(lambda: self._flow.go_to(len(self._flow.session.items) - 1))

    def action_next_open(self) -> None:
        """Go to the next open finding."""
        self._do(self._flow.go_to_next)

    def action_previous_open(self) -> None:
        """Go to the previous open finding."""
        self._do(self._flow.go_to_previous)

    def action_scroll_details(self, step: int) -> None:
        """Scroll the details by half of what is in view."""
        detail = self.query_one(Detail)
        detail.scroll_relative(y=step * max(detail.size.height // 2, 1), animate=False)

    def action_propose(self) -> None:
        """Propose a term of the finding in view."""
        self._flow.waited_for = None
        if self._terms is None:
            return
        try:
            form = self._terms.form(self._flow.item.finding, *self._flow.answers)
        except CapqaError as error:
            self._tell(str(error), "error")
        else:
            self.app.push_screen(form, self._proposed)

    def _proposed(self, row: Row | None) -> None:
        if row is not None:
            self._show()
            self._tell(f"Proposed {row.source} → {row.target}; a maintainer will decide")

    def action_write(self) -> None:
        """Write what is decided to the files."""
        if self._do(self._flow.begin_writing):
            self._write()

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(keymap.HELP, marks_text()))

    def action_leave(self) -> None:
        """Quit, after asking if decided findings are not written."""
        if self._editor.active:
            self._tell("save the edit with enter or cancel it with escape, then quit", "warning")
        elif self._flow.writing:
            self._leaving = True
        elif unwritten := self._flow.unwritten:
            self.app.push_screen(LeaveScreen(unwritten), self._answer)
        else:
            self.app.exit()

    @on(Editor.Saved)
    def _save(self, event: Editor.Saved) -> None:
        if self._do(lambda: self._flow.edit(event.text)):
            self.query_one(Detail).end_edit()
            self.refresh_bindings()

    @on(Editor.Cancelled)
    def _cancel(self) -> None:
        self.query_one(Detail).end_edit()
        self.refresh_bindings()

    @on(Queue.Chosen)
    def _choose(self, event: Queue.Chosen) -> None:
        if not self._editor.active:
            self._do(lambda: self._flow.go_to(event.index))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Keep the keys in the editor wherever the mouse was pressed."""
        if self._editor.active:
            self._editor.focus()

    @on(Loaded)
    def _take_in(self, event: Loaded) -> None:
        concerned = event.index in (self._flow.index, self._flow.waited_for)
        if concerned:
            self._do(lambda: self._flow.loaded(event.index, event.error))
        else:
            self._flow.loaded(event.index, event.error)

    @work(thread=True)
    def _write(self) -> None:
        try:
            self.post_message(Written(self._flow.session.write(), ""))
        except CapqaError as error:
            self.post_message(Written(None, str(error)))

    @on(Written)
    def _report(self, event: Written) -> None:
        self._flow.written(event.report)
        self._show()
        leaving, self._leaving = self._leaving, False
        if event.report is None:
            self._tell(event.error, "error")
        elif event.report.refused:
            self.app.push_screen(ReportScreen(event.report))
        elif leaving:
            self.app.exit()
        else:
            self._tell(written_line(event.report))

    def _answer(self, answer: str | None) -> None:
        if answer == "quit":
            self.app.exit()
        elif answer == "write":
            self._leaving = True
            self.action_write()

    @property
    def _editor(self) -> Editor:
        return self.query_one(Editor)

    def _do(self, step: Callable[[], None]) -> bool:
        """Take a step of the flow, show where it led, and tell why if it led nowhere."""
        try:
            step()
        except CapqaError as error:
            self._tell(str(error), "warning" if isinstance(error, ReviewError) else "error")
            return False
        finally:
            self._show()
        return True

    def _show(self) -> None:
        flow = self._flow
        self.loader.look_at(flow.index)
        counts, unwritten = flow.session.counts(), flow.unwritten
        self.query_one(Status).show(counts, unwritten)
        line = closing_line(counts, unwritten)
        closing = self.query_one("#closing", Static)
        closing.display = line is not None
        closing.update(line or "")
        self.query_one(Queue).show(flow.index)
        if flow.session.items:
            waiting = self._terms.waiting(flow.item.finding) if self._terms else ()
            self.query_one(Detail).show(flow, waiting)

    def _tell(self, message: str, severity: SeverityLevel = "information") -> None:
        self.app.clear_notifications()
        self.notify(visible(message), severity=severity, markup=False)
