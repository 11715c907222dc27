"""The keys that go from finding to finding."""

from __future__ import annotations

from textual import on

from capqa.tui.reviewing.base import ReviewBase
from capqa.tui.widgets.detail import Detail
from capqa.tui.widgets.queue import Queue


class Moving(ReviewBase):
    """Goes through the queue, by key and by mouse."""

    def action_move(self, step: int) -> None:
        """Go some findings down, or up; stop at the ends."""
        self.do(lambda: self.flow.move(step))

    def action_page(self, step: int) -> None:
        """Go some pages down, or up."""
        self.action_move(step * self.query_one(Queue).page)

    def action_first(self) -> None:
        """Go to the first finding."""
        self.do(lambda: self.flow.go_to_row(0))

    def action_last(self) -> None:
        """Go to the last finding."""
        self.do(lambda: self.flow.go_to_row(len(self.flow.view.shown) - 1))

    def action_next_open(self) -> None:
        """Go to the next open finding."""
        self.do(self.flow.go_to_next)

    def action_previous_open(self) -> None:
        """Go to the previous open finding."""
        self.do(self.flow.go_to_previous)

    def action_scroll_details(self, step: int) -> None:
        """Scroll the details by half of what is in view."""
        detail = self.query_one(Detail)
        detail.scroll_relative(y=step * max(detail.size.height // 2, 1), animate=False)

    @on(Queue.Chosen)
    def _choose(self, event: Queue.Chosen) -> None:
        if not self.editor.active:
            self.do(lambda: self.flow.go_to_row(event.index))
