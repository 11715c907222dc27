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
from capqa.tui.loader import SuggestionLoader
from capqa.tui.messages import Loaded
from capqa.tui.widgets.detail import Detail
from capqa.tui.widgets.editor import Editor
from capqa.tui.widgets.queue import Queue
from capqa.tui.widgets.status import Status
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.notifications import SeverityLevel

    from capqa.review.session import Session
    from capqa.tui.terms import Terms


class ReviewBase(Screen[None]):
    """A session on a screen; whoever takes a step of it does so by `do`."""

    def __init__(self, session: Session, terms: Terms | None = None) -> None:
        """Show a session; without ``terms`` none can be proposed."""
        super().__init__()
        self.flow = Flow(session)
        self.terms = terms
        self.loader = SuggestionLoader(
            session, lambda index, error: self.post_message(Loaded(index, error))
        )

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Status(id="status")
        with Container(id="panes"):
            yield Queue(self.flow.session, id="queue")
            with Vertical(id="finding"):
                yield Static(id="closing")
                yield Detail(id="detail")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin making suggestions with the one for the finding in view."""
        self.show()
        self.loader.start()

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
        return True

    def show(self) -> None:
        """Draw everything as it stands now."""
        flow = self.flow
        self.loader.look_at(flow.index)
        counts, unwritten = flow.session.counts(), flow.unwritten
        self.query_one(Status).show(counts, unwritten, len(flow.conflicts))
        line = closing_line(counts, unwritten)
        closing = self.query_one("#closing", Static)
        closing.display = line is not None
        closing.update(line or "")
        self.query_one(Queue).show(flow.index)
        if flow.session.items:
            waiting = self.terms.waiting(flow.item.finding) if self.terms else ()
            self.query_one(Detail).show(flow, waiting)

    def tell(self, message: str, severity: SeverityLevel = "information") -> None:
        """Say something in passing; what was said before goes."""
        self.app.clear_notifications()
        self.notify(visible(message), severity=severity, markup=False)
