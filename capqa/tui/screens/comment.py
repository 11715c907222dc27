"""The window in which something is said about a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from capqa.review.items import ReviewError
from capqa.tui import window_keys
from capqa.tui.drawing import styles
from capqa.tui.drawing.help import key_line
from capqa.tui.drawing.people import comment_rows
from capqa.tui.drawing.rows import drawn
from capqa.tui.keymap import bindings
from capqa.tui.widgets.line import Line
from capqa.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import PurePath

    from textual.app import ComposeResult

    from capqa.review.events import Comment


class CommentScreen(ModalScreen[bool]):
    """A line to write, below what was said before; answers whether something was said."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "../drawing/styles.tcss"]
    BINDINGS = bindings(window_keys.COMMENT)
    COMPONENT_CLASSES: ClassVar[set[str]] = set(styles.COMPONENT_CLASSES)

    def __init__(self, before: Sequence[Comment], save: Callable[[str], None]) -> None:
        """Show earlier comments; ``save`` raises ReviewError when the text will not do."""
        super().__init__()
        self._before = before
        self._save = save

    def compose(self) -> ComposeResult:
        """Lay out the comments and the line."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = "Comment"
            with VerticalScroll(id="comments", can_focus=False):
                yield Sheet(id="said")
            yield Line(id="comment", placeholder="what the next reviewer should know")
            yield Static(id="comment-refused")
            yield Static(key_line(window_keys.COMMENT), id="dialog-note")

    def on_mount(self) -> None:
        """Show what was said, the latest in view."""
        self.query_one(Sheet).show(lambda width: comment_rows(self._before, width))
        self.query_one("#comments").scroll_end(animate=False)
        self.query_one(Line).focus()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Say it, and close; where it will not do, say why."""
        try:
            self._save(self.query_one(Line).text)
        except ReviewError as error:
            refused = self.query_one("#comment-refused", Static)
            refused.update(drawn(("✗ ", styles.BAD), str(error)))
            refused.display = True
        else:
            self.dismiss(True)

    def action_cancel(self) -> None:
        """Close without a word."""
        self.dismiss(False)
