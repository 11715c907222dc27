"""The screen a review happens on: progress, the queue, one finding, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from capqa.tui import review_keys
from capqa.tui.drawing import styles
from capqa.tui.drawing.help import marks_text
from capqa.tui.keymap import bindings
from capqa.tui.reviewing.deciding import Deciding
from capqa.tui.reviewing.files import Files
from capqa.tui.reviewing.finding import Finding
from capqa.tui.reviewing.identical import Identical
from capqa.tui.reviewing.moving import Moving
from capqa.tui.reviewing.others import Others
from capqa.tui.screens.help import HelpScreen

if TYPE_CHECKING:
    from pathlib import PurePath

_WIDTHS = [(0, "-narrow"), (110, "-wide")]
_HEIGHTS = [(0, "-short"), (32, "-tall")]
_WITHOUT_ITEMS: Final = frozenset({"help", "leave"})
_WITHOUT_SHOWN: Final = _WITHOUT_ITEMS | {
    "search",
    "filter",
    "jump",
    "show_all",
    "undo",
    "redo",
    "write",
    "conflicts",
}
_WHILE_TYPING: Final = frozenset({"move", "page"})
_ACTIONS: Final = frozenset(key.method for key in review_keys.REVIEW)


class ReviewScreen(Identical, Others, Deciding, Moving, Finding, Files):
    """Shows a session and turns keys into decisions."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "review.tcss",
        "../drawing/styles.tcss",
        "../widgets/row_list.tcss",
        "../widgets/queue.tcss",
        "../widgets/detail.tcss",
        "../widgets/prompt.tcss",
        "../widgets/status.tcss",
    ]
    BINDINGS = bindings(review_keys.REVIEW)
    COMPONENT_CLASSES: ClassVar[set[str]] = set(styles.COMPONENT_CLASSES)
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep the letters from acting while they are typed, and from deciding on nothing."""
        if action not in _ACTIONS:
            return super().check_action(action, parameters)
        if not self.is_mounted or self.editor.active:
            return False
        if action == "propose" and self.terms is None:
            return False
        if self.is_typing:
            return action in _WHILE_TYPING
        if action == "show_all":
            return bool(self.flow.view.criteria)
        if not self.flow.session.items:
            return action in _WITHOUT_ITEMS
        return self.flow.is_shown or action in _WITHOUT_SHOWN

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen((*self.keys, *review_keys.OTHERS), marks_text()))
