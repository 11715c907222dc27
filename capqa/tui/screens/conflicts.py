"""The screen on which replacements are settled whose words somebody else changed on disk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from capqa.errors import CapqaError, ConflictError
from capqa.review.session import Side
from capqa.tui import window_keys
from capqa.tui.drawing import styles
from capqa.tui.drawing.changes import changed_line, counted
from capqa.tui.drawing.conflict import conflict_head, note_rows, text_rows
from capqa.tui.keymap import bindings
from capqa.tui.messages import Written
from capqa.tui.screens.help import HelpScreen
from capqa.tui.taking_up import TakenUp, take_up
from capqa.tui.telling import tell
from capqa.tui.widgets.editor import Editor
from capqa.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from pathlib import PurePath

    from textual import events
    from textual.app import ComposeResult
    from textual.notifications import SeverityLevel

    from capqa.review.session import Conflict
    from capqa.tui.flow import Flow

_ACTIONS: Final = frozenset(key.method for key in window_keys.CONFLICTS)
_TEXTS: Final = ("base", "on-disk", "yours")


class ConflictScreen(Screen[str]):
    """Shows one conflict after the other; answers what was done once none is left, "" before."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "conflicts.tcss",
        "../drawing/styles.tcss",
        "../widgets/detail.tcss",
    ]
    BINDINGS = bindings(window_keys.CONFLICTS)
    COMPONENT_CLASSES: ClassVar[set[str]] = set(styles.COMPONENT_CLASSES)
    AUTO_FOCUS = ""

    def __init__(self, flow: Flow, index: int | None = None) -> None:
        """Show the conflicts of a flow, that of an item first; there is one at least."""
        super().__init__()
        self._flow = flow
        self._conflicts = flow.session.conflicts()
        places = {conflict.index: at for at, conflict in enumerate(self._conflicts)}
        self._at = places.get(index, 0) if index is not None else 0
        self._kept = self._written = 0

    def compose(self) -> ComposeResult:
        """Lay out the three texts, and the editor below them."""
        yield Sheet(id="conflict-head")
        with VerticalScroll(id="conflict-texts", can_focus=False):
            for name in _TEXTS:
                yield Sheet(id=name)
            with Horizontal(id="editing"):
                yield Static(Content("YOUR TEXT"), id="editing-label")
                yield Editor(id="editor")
            yield Sheet(id="conflict-note")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show the first conflict."""
        self.show()

    @property
    def conflict(self) -> Conflict:
        """The conflict in view."""
        return self._conflicts[self._at]

    def show(self) -> None:
        """Draw the conflict in view, as the session has it now; close where none is left."""
        shown = self.conflict.index
        self._conflicts = self._flow.session.conflicts()
        if not self._conflicts:
            self.dismiss(self._done())
            return
        indexes = [conflict.index for conflict in self._conflicts]
        if shown in indexes:
            self._at = indexes.index(shown)
        self._at = min(self._at, len(indexes) - 1)
        conflict, number, count = self.conflict, self._at + 1, len(indexes)
        self._sheet("conflict-head").show(
            lambda width: [conflict_head(conflict, number, count, width)]
        )
        for at, name in enumerate(_TEXTS):
            self._sheet(name).show(partial(_rows, conflict, at))
        self._sheet("conflict-note").show(note_rows)
        if conflict.index != shown:
            self.query_one("#conflict-texts").scroll_home(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep the letters from acting while they are typed."""
        if action in _ACTIONS:
            return self.is_mounted and not self._editor.active
        return super().check_action(action, parameters)

    def action_disk(self) -> None:
        """Keep what is on disk."""
        self._resolve(Side.DISK)

    def action_yours(self) -> None:
        """Write yours over what is on disk."""
        self._resolve(Side.YOURS)

    def action_edit(self) -> None:
        """Edit yours before it is written."""
        if not self.conflict.disk:
            self._tell("nothing like it stands in the file any longer; d leaves it so", "warning")
            return
        self.query_one("#editing").display = True
        self._editor.begin(self.conflict.yours)
        self.call_after_refresh(self._editor.scroll_visible, animate=False)
        self.refresh_bindings()

    def action_go(self, step: int) -> None:
        """Go some conflicts down, or up; stop at the ends."""
        at = min(max(self._at + step, 0), len(self._conflicts) - 1)
        if at != self._at:
            self._at = at
            self.query_one("#conflict-texts").scroll_home(animate=False)
        self.show()

    def action_scroll_texts(self, step: int) -> None:
        """Scroll by half of what is in view."""
        texts = self.query_one("#conflict-texts")
        texts.scroll_relative(y=step * max(texts.size.height // 2, 1), animate=False)

    def action_later(self) -> None:
        """Leave what is not resolved."""
        if self._flow.writing:
            self._tell("the file is being written; press the key again", "warning")
        else:
            self.dismiss(self._done())

    def action_help(self) -> None:
        """Show every key."""
        keys = (*window_keys.CONFLICTS, *window_keys.EDITOR)
        self.app.push_screen(HelpScreen(keys, Content("")))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Keep the keys in the editor wherever the mouse was pressed."""
        if self._editor.active:
            self._editor.focus()

    @property
    def _editor(self) -> Editor:
        return self.query_one(Editor)

    def _sheet(self, name: str) -> Sheet:
        return self.query_one(f"#{name}", Sheet)

    def _resolve(self, side: Side, text: str | None = None) -> None:
        try:
            self._flow.begin_resolving()
        except CapqaError as error:
            self._tell(str(error), "warning")
        else:
            self._settle(self.conflict, side, text)

    @work(thread=True)
    def _settle(self, conflict: Conflict, side: Side, text: str | None) -> None:
        session = self._flow.session
        try:
            report = session.resolve(conflict.index, side, text)
        except ConflictError:
            # Changed once more: its words are found again, or it is a conflict as before.
            self.post_message(Written(None, "", take_up(session, [conflict.path])))
        except CapqaError as error:
            self.post_message(Written(None, str(error)))
        else:
            self.post_message(Written(report, ""))

    @on(Written)
    def _settled(self, event: Written) -> None:
        event.stop()
        self._flow.written(event.report)
        report = event.report
        if report is not None:
            self._end_edit()
            self._written += bool(report.written)
            self._kept += not report.written and not report.refused
        if report is not None and report.refused:
            self._tell(report.refused[0], "error")
        elif event.taken_up is not None:
            self._end_edit()
            self._tell(_changed_again(event.taken_up), "warning")
        elif event.error:
            self._tell(event.error, "warning")
        self.show()

    @on(Editor.Saved)
    def _save(self, event: Editor.Saved) -> None:
        event.stop()
        self._resolve(Side.YOURS, event.text)

    @on(Editor.Cancelled)
    def _cancel(self, event: Editor.Cancelled) -> None:
        event.stop()
        self._end_edit()

    def _end_edit(self) -> None:
        if self._editor.active:
            self._editor.end()
            self.query_one("#editing").display = False
            self.refresh_bindings()

    def _done(self) -> str:
        said = []
        if self._written:
            said.append(f"{self._written:,} written")
        if self._kept:
            said.append(f"{self._kept:,} left as on disk")
        if not said:
            return ""
        return f"{counted(self._written + self._kept, 'conflict')} resolved: {', '.join(said)}"

    def _tell(self, message: str, severity: SeverityLevel) -> None:
        tell(self, message, severity)


def _rows(conflict: Conflict, at: int, width: int) -> list[Content]:
    return text_rows(conflict, width)[at]


def _changed_again(taken_up: TakenUp) -> str:
    return "; ".join(
        [*([changed_line(taken_up.files)] if taken_up.files else []), *taken_up.errors.values()]
    )
