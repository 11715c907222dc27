"""The question whether to decide the same in every place where the same words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.tui import window_keys
from capqa.tui.keymap import bindings
from capqa.tui.screens.question import Question
from capqa.tui.widgets.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import PurePath
    from typing import ClassVar

    from textual.content import Content
    from textual.widget import Widget

    from capqa.review.items import ReviewItem


class _IdenticalScreen(Question):
    """Shows every place."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "dialog.tcss",
        "../drawing/styles.tcss",
        "../widgets/row_list.tcss",
        "../widgets/places.tcss",
    ]

    def __init__(self, title: str, about: Sequence[Content], items: Sequence[ReviewItem]) -> None:
        """Ask about some items."""
        super().__init__(title, about)
        self._items = items

    def compose_more(self) -> Iterable[Widget]:
        """Lay out the places."""
        yield Places(self._items, id="places")

    def on_mount(self) -> None:
        """Begin at the first place, the one in view."""
        self.query_one(Places).show(0)

    def action_move(self, step: int) -> None:
        """Go some places down, or up."""
        places = self.query_one(Places)
        places.show(min(max(places.current + step, 0), places.count - 1))

    def action_page(self, step: int) -> None:
        """Go some pages down, or up."""
        self.action_move(step * self.query_one(Places).page)


class AcceptIdenticalScreen(_IdenticalScreen):
    """Asks; answers "yes" or ""."""

    KEYS = window_keys.ACCEPT_IDENTICAL
    BINDINGS = bindings(window_keys.ACCEPT_IDENTICAL)


class DismissIdenticalScreen(_IdenticalScreen):
    """Asks; answers "yes", "always" or ""."""

    KEYS = window_keys.DISMISS_IDENTICAL
    BINDINGS = bindings(window_keys.DISMISS_IDENTICAL)
