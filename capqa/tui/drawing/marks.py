"""How a state looks: a sign that tells without colour, a word, and a style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.review.items import State
from capqa.tui.drawing import styles

if TYPE_CHECKING:
    from collections.abc import Mapping

MARKS: Mapping[State, tuple[str, str, str]] = {
    State.OPEN: ("·", "open", styles.STRONG),
    State.ACCEPTED: ("✓", "accepted", styles.GOOD),
    State.EDITED: ("✎", "edited", styles.GOOD),
    State.DISMISSED: ("✗", "dismissed", styles.QUIET),
    State.SKIPPED: ("→", "skipped", styles.DOUBTFUL),
    State.GONE: ("∅", "gone", styles.QUIET),
}
"""State to sign, word and style."""
