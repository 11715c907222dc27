"""One finding with everything known about it, and the field to edit its replacement in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from capqa.tui.drawing.context import context_rows
from capqa.tui.drawing.entries import proposed_rows
from capqa.tui.drawing.evidence import evidence_rows, message_row
from capqa.tui.drawing.people import comment_rows
from capqa.tui.drawing.proposal import (
    background_rows,
    decision_rows,
    disk_rows,
    proposal_rows,
)
from capqa.tui.drawing.queue import place
from capqa.tui.drawing.rows import cropped
from capqa.tui.widgets.editor import Editor
from capqa.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from capqa.glossary.proposals.rows import Row
    from capqa.tui.flow import Flow

_TALL = 32
_ROWS_A_LINE = 3


class Detail(VerticalScroll, can_focus=False):
    """The pane beside or below the queue."""

    def compose(self) -> ComposeResult:
        """Lay out the sheets, the editor among them."""
        yield Sheet(id="message")
        yield Sheet(id="context")
        yield Sheet(id="proposal")
        with Horizontal(id="editing"):
            yield Static(Content("YOUR TEXT"), id="editing-label")
            yield Editor(id="editor")
        yield Sheet(id="disk")
        yield Sheet(id="decision")
        yield Sheet(id="comments")
        yield Sheet(id="proposed")
        yield Sheet(id="background")
        yield Sheet(id="evidence")

    def edit(self, text: str) -> None:
        """Begin to edit a text."""
        self.query_one("#editing").display = True
        editor = self.query_one(Editor)
        editor.begin(text)
        self.call_after_refresh(editor.scroll_visible, animate=False)

    def end_edit(self) -> None:
        """Hide the editor."""
        self.query_one(Editor).end()
        self.query_one("#editing").display = False

    def show(self, flow: Flow, waiting: Sequence[Row] = ()) -> None:
        """Show the finding in view, its proposal, what was decided, and terms that wait."""
        session, index, item, proposal = flow.session, flow.index, flow.item, flow.proposal
        finding = item.finding
        title = Content(f"{index + 1:,} of {len(session.items):,}  {place(finding)}")
        if title != self.border_title:
            self.border_title = title
            self.scroll_home(animate=False)
        tall = self.app.size.height >= _TALL
        self._sheet("message", lambda width: [cropped(message_row(finding), width)])
        self._sheet(
            "context",
            lambda width: context_rows(
                item.document, finding, width, rows_a_line=_ROWS_A_LINE if tall else 1
            ),
        )
        self._sheet("proposal", partial(proposal_rows, proposal))
        self._sheet("disk", partial(disk_rows, session.state(index), flow.settling))
        self._sheet("decision", partial(decision_rows, session.decision(index)))
        self._sheet("comments", partial(comment_rows, session.comments(index)))
        self._sheet("proposed", partial(proposed_rows, waiting))
        self._sheet("background", partial(background_rows, proposal, one_a_row=tall))
        self._sheet("evidence", partial(evidence_rows, finding, one_a_row=tall))

    def _sheet(self, name: str, draw: Callable[[int], list[Content]]) -> None:
        self.query_one(f"#{name}", Sheet).show(draw)
