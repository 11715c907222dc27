"""The maintainers' app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.tui.glossary import keymap
from capqa.tui.glossary.screen import GlossaryScreen
from capqa.tui.themed import ThemedApp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import SystemCommand
    from textual.screen import Screen

    from capqa.glossary.proposals.desk import Desk
    from capqa.glossary.suggesting.candidate import Candidate

    Look = Callable[[], tuple[Sequence[Candidate], str]]


def maintain(desk: Desk, target: str, look: Look | None = None) -> None:
    """Let a maintainer decide in the terminal.

    ``target`` is the language terms are translated to. ``look`` looks for candidates, in a thread,
    and says in one line what could not be read, "" where all could.
    """
    GlossaryApp(desk, target, look).run()


class GlossaryApp(ThemedApp):
    """One screen with the table, its themes, and the command palette."""

    TITLE = "capqa glossary"
    CSS_PATH = "../app.tcss"

    def __init__(self, desk: Desk, target: str, look: Look | None = None) -> None:
        """Show a desk."""
        super().__init__()
        self._screen = GlossaryScreen(desk, target, look)

    def on_mount(self) -> None:
        """Show the table."""
        self.push_screen(self._screen)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer what the keys do, and the themes."""
        yield from self.commands(self._screen, keymap.TABLE)
