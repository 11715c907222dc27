"""The screen a review happens on: progress, the queue, one finding, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from capqa.tui import review_keys
from capqa.tui.drawing import styles
from capqa.tui.drawing.help import marks_text
from capqa.tui.keymap import bindings
from capqa.tui.reviewing.deciding import Deciding
from capqa.tui.reviewing.files import Files
from capqa.tui.reviewing.moving import Moving
from capqa.tui.reviewing.others import Others
from capqa.tui.screens.help import HelpScreen

if TYPE_CHECKING:
    from pathlib import PurePath

_WIDTHS = [(0, "-narrow"), (110, "-wide")]
_HEIGHTS = [(0, "-short"), (32, "-tall")]
_WITHOUT_ITEMS: Final = frozenset({"help", "leave"})
_ACTIONS: Final = frozenset(key.method for key in review_keys.REVIEW)


class ReviewScreen(Others, Deciding, Moving, Files):
    """Shows a session and turns keys into decisions."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "review.tcss",
        "../drawing/styles.tcss",
        "../widgets/row_list.tcss",
        "../widgets/queue.tcss",
        "../widgets/detail.tcss",
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
        return bool(self.flow.session.items) or action in _WITHOUT_ITEMS

    def action_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpScreen(review_keys.HELP, marks_text()))
