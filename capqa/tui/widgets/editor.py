"""The field in which a replacement is edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import TextArea

from capqa.tui import keymap, window_keys
from capqa.tui.stand_ins import on_one_line, restored, with_stand_ins

if TYPE_CHECKING:
    from textual import events
    from textual.document._document import EditResult, Location


class Editor(TextArea):
    """One line of text, wrapped; it hides itself when it is left."""

    BINDINGS = keymap.bindings(window_keys.EDITOR)

    class Saved(Message):
        """The text is to become the replacement."""

        def __init__(self, text: str) -> None:
            """Carry the text as edited."""
            self.text = text
            super().__init__()

    class Cancelled(Message):
        """The editor was left without a change."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Start hidden and empty."""
        super().__init__(
            id=id, soft_wrap=True, compact=True, highlight_cursor_line=False, tab_behavior="focus"
        )
        self._original = ""
        self.display = False

    @property
    def active(self) -> bool:
        """Whether something is being edited."""
        return bool(self.display)

    def begin(self, text: str) -> None:
        """Show the text with the cursor at its end, and take the keys."""
        self._original = text
        self.load_text(with_stand_ins(text))
        self.display = True
        self.move_cursor(self.document.end)
        self.focus()

    def end(self) -> None:
        """Hide, and give the keys back."""
        self.display = False
        self.screen.set_focus(None)

    def action_save(self) -> None:
        """Offer the text; whoever listens ends the editing if it will do."""
        self.post_message(self.Saved(restored(self.text, self._original)))

    def action_cancel(self) -> None:
        """Leave without a change."""
        self.post_message(self.Cancelled())

    async def _on_key(self, event: events.Key) -> None:
        # A text area takes enter for a line break before any binding sees it; Textual
        # calls its handler after this one, unless the default is prevented.
        if event.key in ("enter", "escape"):
            event.prevent_default()

    def _replace_via_keyboard(
        self, insert: str, start: Location, end: Location
    ) -> EditResult | None:
        # Whatever is typed or pasted comes through here.
        line = on_one_line(insert)
        return super()._replace_via_keyboard(with_stand_ins(line), start, end)
