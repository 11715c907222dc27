"""The window of facets, in which findings are picked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from capqa.tui import keymap, window_keys
from capqa.tui.choosing import Choices
from capqa.tui.drawing import styles
from capqa.tui.drawing.help import key_line
from capqa.tui.drawing.rows import drawn
from capqa.tui.widgets.facets import FacetList
from capqa.tui.widgets.prompt import Prompt, PromptInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePath

    from textual.app import ComposeResult

    from capqa.tui.filtering import Criteria
    from capqa.tui.view import View

_ACTIONS: Final = frozenset(key.method for key in window_keys.FILTER)
_WHILE_TYPING: Final = frozenset({"move", "page"})
_KEYS: Final = [
    key
    for key in window_keys.FILTER
    if key.method in ("choose", "narrow", "clear", "close") or key.action == "facet(1)"
]
_AROUND: Final = 8
"""Rows of the screen that the list cannot have: the frame, the keys, the line to type in."""


class FilterScreen(ModalScreen[None]):
    """Facets with their values; what is chosen takes effect at once."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "dialog.tcss",
        "filter.tcss",
        "../drawing/styles.tcss",
        "../widgets/row_list.tcss",
        "../widgets/prompt.tcss",
    ]
    BINDINGS = keymap.bindings(window_keys.FILTER)
    COMPONENT_CLASSES: ClassVar[set[str]] = set(styles.COMPONENT_CLASSES)
    AUTO_FOCUS = ""

    def __init__(self, view: View, total: int, narrow: Callable[[Criteria], object]) -> None:
        """Show what ``total`` findings can be picked by; ``narrow`` takes the criteria."""
        super().__init__()
        self._total = total
        self._choices = Choices(view, narrow)

    def compose(self) -> ComposeResult:
        """Lay out the values and the keys."""
        with Vertical(id="dialog"):
            yield FacetList(self._choices, id="facets")
            yield Prompt(id="narrow")
            yield Static(key_line(_KEYS), id="dialog-note")

    def on_mount(self) -> None:
        """Show the values."""
        self._fit()
        self._show()

    def on_resize(self) -> None:
        """Fit the list to the new size."""
        self._fit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep letters from acting while they are typed."""
        if action in _ACTIONS and isinstance(self.focused, PromptInput):
            return action in _WHILE_TYPING
        return super().check_action(action, parameters)

    def action_choose(self) -> None:
        """Choose the current value, or no longer."""
        self._choices.toggle()
        self._show()

    def action_move(self, step: int) -> None:
        """Go some values down, or up."""
        self._choices.move(step)
        self._show()

    def action_page(self, step: int) -> None:
        """Go some pages down, or up."""
        self._choices.page(step * self.query_one(FacetList).page)
        self._show()

    def action_first(self) -> None:
        """Go to the first value."""
        self._choices.page(-len(self._choices.rows))
        self._show()

    def action_last(self) -> None:
        """Go to the last value."""
        self._choices.page(len(self._choices.rows))
        self._show()

    def action_facet(self, step: int) -> None:
        """Go to another facet."""
        self._choices.go_to_facet(step)
        self._show()

    def action_clear(self) -> None:
        """Choose nothing."""
        self._choices.clear()
        self._show()

    def action_narrow(self) -> None:
        """Type words that values must have in them to be listed."""
        self.query_one(Prompt).begin("/", self._choices.text, "a rule, a language, a file ...")

    def action_close(self) -> None:
        """Close the window."""
        self.dismiss()

    @on(Prompt.Changed)
    def _search(self, event: Prompt.Changed) -> None:
        self._choices.search(event.text)
        self._show()

    @on(Prompt.Submitted)
    def _keep(self) -> None:
        self.query_one(Prompt).end()

    @on(Prompt.Cancelled)
    def _list_all(self) -> None:
        self.query_one(Prompt).end()
        self._choices.search("")
        self._show()

    @on(FacetList.Chosen)
    def _choose(self, event: FacetList.Chosen) -> None:
        self._choices.toggle(event.index)
        self._show()

    def on_mouse_up(self) -> None:
        """Keep the keys where they are typed wherever the mouse was pressed."""
        if self.query_one(Prompt).active:
            self.query_one(PromptInput).focus()

    def _fit(self) -> None:
        rows = max(self.query_one(FacetList).count, 3)
        self.query_one(FacetList).styles.height = min(rows, max(self.app.size.height - _AROUND, 3))

    def _show(self) -> None:
        choices = self._choices
        dialog = self.query_one("#dialog")
        shown = len(choices.view.shown)
        dialog.border_title = f"Filter: {shown:,} of {self._total:,} shown"
        if choices.text:
            dialog.border_subtitle = drawn(f'values with "{choices.text}"')
        else:
            dialog.border_subtitle = ""
        self.query_one(FacetList).show(choices.index or 0)
