"""The review app."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App, SystemCommand

from capqa.tui import keymap
from capqa.tui.drawing.progress import undecided
from capqa.tui.screens.leave import LeaveScreen
from capqa.tui.screens.review import ReviewScreen
from capqa.tui.themes import DARK, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from capqa.review.session import Session


def review(session: Session) -> int:
    """Let a reviewer decide in the terminal; return how many findings are left undecided.

    Those are the open and the skipped ones, which the gate still objects to.
    """
    if session.items:
        ReviewApp(session).run()
    return undecided(session.counts())


class ReviewApp(App[None]):
    """One review screen, its themes, and the command palette."""

    TITLE = "capqa review"
    CSS_PATH = "app.tcss"

    def __init__(self, session: Session) -> None:
        """Show a session."""
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        # Textual's own setting wins, for those who chose a theme for all their terminal apps.
        if "TEXTUAL_THEME" not in os.environ:
            self.theme = DARK.name
        self._review = ReviewScreen(session)

    def on_mount(self) -> None:
        """Show the review."""
        self.push_screen(self._review)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer what the keys do, and the themes."""
        for key in keymap.REVIEW:
            if key.palette and self._review.check_action(key.action, ()):
                run = partial(self._review.run_action, key.action)
                yield SystemCommand(f"{key.label} ({key.shown})", key.help, run)
        for theme in THEMES:
            name = theme.name.removeprefix("capqa-")
            use = partial(setattr, self, "theme", theme.name)
            yield SystemCommand(f"Theme: {name}", f"Use the {name} theme", use)
        yield SystemCommand("Theme: other", "Choose from all themes", self.action_change_theme)

    async def action_quit(self) -> None:
        """Quit as the q key does; when asked already, quit."""
        if isinstance(self.screen, LeaveScreen):
            self.exit()
        else:
            self._review.action_leave()
