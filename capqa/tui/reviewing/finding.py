"""The keys that find: a search, a filter, a jump, and the way back to all findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import Static

from capqa.review.items import ReviewError
from capqa.tui.drawing.narrowing import shown_line
from capqa.tui.filtering import Criteria
from capqa.tui.jumping import HINT, target
from capqa.tui.reviewing.base import ReviewBase
from capqa.tui.screens.filter import FilterScreen
from capqa.tui.widgets.detail import Detail
from capqa.tui.widgets.prompt import Prompt, PromptInput

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Finding(ReviewBase):
    """Shows fewer findings, or goes to one of them."""

    _origin = 0
    _bound_for = (True, False)

    def compose(self) -> ComposeResult:
        """Add lines below: what is shown, and those to type in."""
        yield from super().compose()
        yield Static(id="narrowed")
        yield Prompt(id="search")
        yield Prompt(id="jump")

    @property
    def is_typing(self) -> bool:
        """Whether letters are typed into a line."""
        return isinstance(self.focused, PromptInput)

    def show(self) -> None:
        """Draw everything, and say how much of it is shown."""
        super().show()
        flow = self.flow
        self.query_one(Detail).display = flow.is_shown
        line = shown_line(
            flow.view.criteria,
            len(flow.view.shown),
            len(flow.session.items),
            max(self.size.width - 2, 1),
        )
        narrowed = self.query_one("#narrowed", Static)
        narrowed.display = line is not None
        narrowed.update(line or "")
        # Drawing the footer anew takes longer than all else together.
        bound_for = (flow.is_shown, bool(flow.view.criteria))
        if bound_for != self._bound_for:
            self._bound_for = bound_for
            self.refresh_bindings()

    def action_search(self) -> None:
        """Type words that findings must hold to be shown."""
        self.flow.waited_for = None
        self._origin = self.flow.index
        self.query_one("#search", Prompt).begin(
            "/", self.flow.view.criteria.text, "words of the text, suggestion, file or a comment"
        )
        self.refresh_bindings()

    def action_filter(self) -> None:
        """Choose states, rules, languages, files ... that findings must have to be shown."""
        self.flow.waited_for = None
        flow = self.flow
        self.app.push_screen(FilterScreen(flow.view, len(flow.session.items), self._narrow))

    def action_jump(self) -> None:
        """Type where to go."""
        self.flow.waited_for = None
        self.query_one("#jump", Prompt).begin("Go to", placeholder=HINT)
        self.refresh_bindings()

    def action_show_all(self) -> None:
        """Show all findings again."""
        self._narrow(Criteria())

    @on(events.MouseUp)
    def _go_on_typing(self) -> None:
        # The keys stay in the line they are typed into wherever the mouse was pressed.
        for prompt in self.query(Prompt):
            if prompt.active:
                prompt.query_one(PromptInput).focus()

    @on(Prompt.Changed, "#search")
    def _search(self, event: Prompt.Changed) -> None:
        criteria = self.flow.view.criteria.searching(event.text)
        self.do(lambda: self.flow.narrow(criteria, self._origin))

    @on(Prompt.Submitted, "#search")
    def _keep_search(self) -> None:
        self._end("#search")

    @on(Prompt.Cancelled, "#search")
    def _clear_search(self) -> None:
        self._end("#search")
        self._narrow(self.flow.view.criteria.searching(""))

    @on(Prompt.Submitted, "#jump")
    def _jump(self, event: Prompt.Submitted) -> None:
        flow = self.flow
        try:
            index = target(event.text, flow.session.items, flow.view.shown, flow.index)
        except ReviewError as error:
            self.query_one("#jump", Prompt).refuse(str(error))
            return
        self._end("#jump")
        self.do(lambda: flow.reveal(index))

    @on(Prompt.Cancelled, "#jump")
    def _leave_jump(self) -> None:
        self._end("#jump")

    def _end(self, prompt: str) -> None:
        self.query_one(prompt, Prompt).end()
        self.refresh_bindings()

    def _narrow(self, criteria: Criteria) -> None:
        self.do(lambda: self.flow.narrow(criteria))
