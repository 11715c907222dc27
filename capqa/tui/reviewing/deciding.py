"""The keys that decide on findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from capqa.errors import CapqaError
from capqa.tui.messages import Loaded
from capqa.tui.reviewing.base import ReviewBase
from capqa.tui.screens.comment import CommentScreen
from capqa.tui.widgets.detail import Detail
from capqa.tui.widgets.editor import Editor

if TYPE_CHECKING:
    from textual import events

    from capqa.glossary.proposals.rows import Row


class Deciding(ReviewBase):
    """Turns keys into decisions; each is on disk before the next key."""

    def action_accept(self) -> None:
        """Accept the suggestion; one still being made is accepted when it is there."""
        self.do(self.flow.accept)

    def action_take(self, number: int) -> None:
        """Accept an alternative by its number."""
        self.do(lambda: self.flow.take(number))

    def action_skip(self) -> None:
        """Leave the finding for later."""
        self.do(self.flow.skip)

    def action_undo(self) -> None:
        """Take the latest decision back and go where it was taken."""
        self.do(self.flow.undo)

    def action_redo(self) -> None:
        """Take the step again that was undone last."""
        self.do(self.flow.redo)

    def action_comment(self) -> None:
        """Say something about the finding."""
        self.flow.waited_for = None
        before = self.flow.session.comments(self.flow.index)
        self.app.push_screen(CommentScreen(before, self.flow.comment), self._commented)

    def _commented(self, said: bool | None) -> None:
        if said:
            self.show()

    def action_edit(self) -> None:
        """Edit what was decided, else the suggestion, else the words as they stand."""
        self.flow.waited_for = None
        self.query_one(Detail).edit(self.flow.text_to_edit)
        self.refresh_bindings()

    @on(Editor.Saved)
    def _save(self, event: Editor.Saved) -> None:
        if self.do(lambda: self.flow.edit(event.text)):
            self.query_one(Detail).end_edit()
            self.refresh_bindings()

    @on(Editor.Cancelled)
    def _cancel(self) -> None:
        self.query_one(Detail).end_edit()
        self.refresh_bindings()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Keep the keys in the editor wherever the mouse was pressed."""
        if self.editor.active:
            self.editor.focus()

    def action_propose(self) -> None:
        """Propose a term of the finding in view."""
        self.flow.waited_for = None
        if self.terms is None:
            return
        try:
            form = self.terms.form(self.flow.item.finding, *self.flow.answers)
        except CapqaError as error:
            self.tell(str(error), "error")
        else:
            self.app.push_screen(form, self._proposed)

    def _proposed(self, row: Row | None) -> None:
        if row is not None:
            self.show()
            self.tell(f"Proposed {row.source} → {row.target}; a maintainer will decide")

    @on(Loaded)
    def _take_in(self, event: Loaded) -> None:
        if event.index in (self.flow.index, self.flow.waited_for):
            self.do(lambda: self.flow.loaded(event.index, event.error))
        else:
            self.flow.loaded(event.index, event.error)
