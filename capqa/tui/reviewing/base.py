"""What every group of keys stands on: the review, its widgets, and showing where a step led."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container, Vertical
from textual.screen import Screen
from textual.widgets import Footer, Static

from capqa.errors import CapqaError
from capqa.review.items import ReviewError
from capqa.tui.drawing.progress import closing_line
from capqa.tui.flow import Flow
from capqa.tui.gate import GateState
from capqa.tui.loader import SuggestionLoader
from capqa.tui.messages import Loaded
from capqa.tui.review_keys import REVIEW
from capqa.tui.telling import tell
from capqa.tui.widgets.detail import Detail
from capqa.tui.widgets.editor import Editor
from capqa.tui.widgets.queue import Queue
from capqa.tui.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.notifications import SeverityLevel

    from capqa.review.session import Session
    from capqa.tui.keymap import Key
    from capqa.tui.terms import Terms


class ReviewBase(Screen[None]):
    """A session on a screen; whoever takes a step of it does so by `do`."""

    def __init__(
        self,
        session: Session,
        terms: Terms | None = None,
        *,
        counted: Sequence[bool] | None = None,
        keys: Sequence[Key] = REVIEW,
    ) -> None:
        """Show a session; without ``terms`` none can be proposed.

        ``counted`` is what `GateState` takes; ``keys`` are what the help lists.
        """
        super().__init__()
        self.keys = tuple(keys)
        self.flow = Flow(session, {key.name: key.shown.split()[0] for key in keys})
        self._gate = GateState(session, counted)
        self.terms = terms
        self._is_painted = False
        self.loader = SuggestionLoader(session, self._made)

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Status(id="status")
        with Container(id="panes"):
            yield Queue(self.flow.session, self.flow.view, id="queue")
            with Vertical(id="finding"):
                yield Static(id="closing")
                yield Detail(id="detail")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin making suggestions with the one for the finding in view."""
        self.show()
        self.loader.start()
        self.call_after_refresh(setattr, self, "_is_painted", True)

    def on_unmount(self) -> None:
        """Let the background thread end."""
        self.loader.stop()

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.show()

    @property
    def editor(self) -> Editor:
        """The field in which a replacement is edited."""
        return self.query_one(Editor)

    def do(self, step: Callable[[], None]) -> bool:
        """Take a step of the flow, show where it led, and tell why if it led nowhere."""
        try:
            step()
        except CapqaError as error:
            self.tell(str(error), "warning" if isinstance(error, ReviewError) else "error")
            return False
        finally:
            self.show()
        if said := self.flow.said:
            self.flow.said = ""
            self.tell(said)
        return True

    def show(self) -> None:
        """Draw everything as it stands now."""
        flow = self.flow
        self.loader.look_at(flow.index)
        counts, unwritten = flow.session.counts(), flow.unwritten
        conflicts = len(flow.conflicts)
        self.query_one(Status).show(counts, unwritten, self._gate.objections(), conflicts)
        line = closing_line(counts, unwritten, flow.keys)
        closing = self.query_one("#closing", Static)
        closing.display = line is not None
        closing.update(line or "")
        self.query_one(Queue).show(flow.index)
        if flow.session.items:
            waiting = self.terms.waiting(flow.item.finding) if self.terms else ()
            self.query_one(Detail).show(flow, waiting)

    def _made(self, index: int, error: str) -> None:
        """Take in, in the loader's thread, that a suggestion was made or failed."""
        if error:
            self.flow.failed(index, error)
        # For others than the one looked at there is nothing to draw.
        if self.loader.is_looked_at(index):
            self.post_message(Loaded(index, error))
        # Not before something is seen: the two would share the time.
        if self._is_painted:
            self.flow.view.prepare()

    def tell(self, message: str, severity: SeverityLevel = "information") -> None:
        """Say something in passing; what was said before goes."""
        tell(self, message, severity)
