"""What the apps share: their themes, and commands made of a table of keys."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App, SystemCommand

from capqa.tui.themes import DARK, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from capqa.tui.keymap import Key


class ThemedApp(App[None]):
    """An app of one screen, in our themes."""

    CSS_PATH = "app.tcss"

    def __init__(self, theme: str = "") -> None:
        """Make the themes known, and use one by Textual's name, "" for the usual one."""
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        # Textual's own setting wins, for those who chose a theme for all their terminal apps.
        if theme or "TEXTUAL_THEME" not in os.environ:
            self.theme = theme or DARK.name

    def commands(self, screen: Screen[None], keys: Iterable[Key]) -> Iterable[SystemCommand]:
        """Yield what the keys do on a screen, and the themes."""
        for key in keys:
            if key.palette and screen.check_action(key.action.partition("(")[0], ()):
                run = partial(screen.run_action, key.action)
                yield SystemCommand(f"{key.label} ({key.shown})", key.help, run)
        for theme in THEMES:
            name = theme.name.removeprefix("capqa-")
            use = partial(setattr, self, "theme", theme.name)
            yield SystemCommand(f"Theme: {name}", f"Use the {name} theme", use)
        yield SystemCommand("Theme: other", "Choose from all themes", self.action_change_theme)
