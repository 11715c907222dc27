"""The question where a text is right: here, or always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.tui import window_keys
from capqa.tui.drawing import styles
from capqa.tui.drawing.changes import counted
from capqa.tui.drawing.rows import drawn, shortened
from capqa.tui.keymap import bindings
from capqa.tui.screens.question import Question

if TYPE_CHECKING:
    from capqa.model import Finding

_LONGEST = 200


class ScopeScreen(Question):
    """Asks; answers "here", "always" or ""."""

    KEYS = window_keys.SCOPE
    BINDINGS = bindings(window_keys.SCOPE)

    def __init__(self, finding: Finding, others: int) -> None:
        """Ask about a finding, which so many others are identical to."""
        about = [drawn((shortened(finding.text, _LONGEST), styles.STRONG))]
        if others:
            places = counted(others, "other place")
            about.append(
                drawn(f"It stands in {places} of this review too; always decides those as well.")
            )
        super().__init__("Dismiss: where is it right?", about)
