"""The review app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.tui.drawing.progress import undecided
from capqa.tui.personal import Personal
from capqa.tui.screens.leave import LeaveScreen
from capqa.tui.screens.review import ReviewScreen
from capqa.tui.themed import ThemedApp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import SystemCommand
    from textual.screen import Screen

    from capqa.review.session import Session
    from capqa.tui.terms import Terms


def review(
    session: Session,
    terms: Terms | None = None,
    *,
    counted: Sequence[bool] | None = None,
    personal: Personal | None = None,
) -> int:
    """Let a reviewer decide in the terminal; return how many findings are left undecided.

    Those are the open and the skipped ones, which the gate still objects to. ``terms`` is where
    they propose terms, None where they cannot. ``counted`` says of each item whether the gate
    counts it; ``personal`` are the reviewer's own settings.
    """
    if session.items:
        ReviewApp(session, terms, counted=counted, personal=personal).run()
    return undecided(session.counts())


class ReviewApp(ThemedApp):
    """One review screen, its themes, and the command palette."""

    TITLE = "capqa review"

    def __init__(
        self,
        session: Session,
        terms: Terms | None = None,
        *,
        counted: Sequence[bool] | None = None,
        personal: Personal | None = None,
    ) -> None:
        """Show a session; arguments are those of `review`."""
        personal = personal or Personal()
        super().__init__(personal.theme)
        self._keys = personal.keys
        self._review = ReviewScreen(session, terms, counted=counted, keys=personal.keys)
        self.set_keymap(personal.own_keys)

    def on_mount(self) -> None:
        """Show the review."""
        self.push_screen(self._review)

    def on_app_focus(self) -> None:
        """Take in what happened elsewhere while the terminal was left."""
        self._review.look_at_files()
        self._review.listen()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer what the keys do, and the themes."""
        yield from self.commands(self._review, self._keys)

    async def action_quit(self) -> None:
        """Quit as the q key does; when asked already, quit."""
        if isinstance(self.screen, LeaveScreen):
            self.exit()
        else:
            self._review.action_leave()
