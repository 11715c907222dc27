"""The keys that decide the same wherever the same words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.tui.drawing import styles
from capqa.tui.drawing.changes import counted
from capqa.tui.drawing.rows import drawn, shortened
from capqa.tui.drawing.suggestion import comparison_rows
from capqa.tui.reviewing.base import ReviewBase
from capqa.tui.screens.identical import AcceptIdenticalScreen, DismissIdenticalScreen
from capqa.tui.screens.scope import ScopeScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.review.items import ReviewItem

_WIDEST: Final = 112
_SHARE: Final = 0.88
_LONGEST: Final = 500


class Identical(ReviewBase):
    """Asks before it decides, and says in how many places that was."""

    def action_dismiss_finding(self) -> None:
        """Dismiss the finding, here or always."""
        self.flow.waited_for = None
        others = len(self.flow.session.identical(self.flow.index)) - 1
        self.app.push_screen(ScopeScreen(self.flow.item.finding, others), self._dismiss)

    def action_accept_identical(self) -> None:
        """Accept the suggestion wherever the same words stand, after showing where that is."""
        items = self._items(self.flow.acceptable_identical)
        suggestion, _ = self.flow.answers
        if items and suggestion is not None:
            width = min(int(self.app.size.width * _SHARE), _WIDEST)
            about = comparison_rows(self.flow.item.finding.text, suggestion, width)
            title = f"Accept in {counted(len(items), 'place')}?"
            self.app.push_screen(AcceptIdenticalScreen(title, about, items), self._accept_all)

    def action_dismiss_identical(self) -> None:
        """Dismiss the same words wherever they stand, after showing where that is."""
        items = self._items(self.flow.identical)
        if items:
            text = shortened(self.flow.item.finding.text, _LONGEST)
            title = f"Dismiss in {counted(len(items), 'place')}?"
            about = [drawn((text, styles.STRONG))]
            self.app.push_screen(DismissIdenticalScreen(title, about, items), self._dismiss_all)

    def _items(self, identical: Callable[[], tuple[int, ...]]) -> list[ReviewItem]:
        indexes: list[int] = []
        self.do(lambda: indexes.extend(identical()))
        # The one in view comes first.
        indexes.sort(key=lambda index: index != self.flow.index)
        return [self.flow.session.items[index] for index in indexes]

    def _dismiss(self, answer: str | None) -> None:
        if answer == "here":
            self.do(self.flow.dismiss)
        elif answer == "always":
            self._decide(self.flow.dismiss_always, "Dismissed", ", and in pages to come")

    def _accept_all(self, answer: str | None) -> None:
        if answer:
            self._decide(self.flow.accept_identical, "Accepted")

    def _dismiss_all(self, answer: str | None) -> None:
        if answer == "always":
            self._dismiss(answer)
        elif answer:
            self._decide(self.flow.dismiss_identical, "Dismissed")

    def _decide(self, decide: Callable[[], int], done: str, also: str = "") -> None:
        counts: list[int] = []
        if self.do(lambda: counts.append(decide())):
            places, undo = counted(counts[0], "place"), self.flow.keys["undo"]
            self.tell(f"{done} in {places}{also}; {undo} takes that back")
