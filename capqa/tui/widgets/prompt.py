"""One line to type in, at the bottom of a screen: a search, a place, a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from capqa.tui import keymap, window_keys
from capqa.tui.stand_ins import with_stand_ins
from capqa.tui.widgets.line import Line
from capqa.visible import visible

if TYPE_CHECKING:
    from textual.app import ComposeResult


class PromptInput(Line):
    """The field of a prompt."""

    BINDINGS = keymap.bindings(window_keys.PROMPT)

    class Cancelled(Message):
        """The field was left."""

    def action_cancel(self) -> None:
        """Leave the field."""
        self.post_message(self.Cancelled())


class Prompt(Vertical, can_focus=False):
    """A label, a field, and below it a line for what is wrong; hidden until `begin`."""

    class _Said(Message):
        def __init__(self, prompt: Prompt, text: str) -> None:
            self.prompt, self.text = prompt, text
            super().__init__()

        @property
        def control(self) -> Prompt:
            """The prompt, for selectors."""
            return self.prompt

    class Changed(_Said):
        """Something was typed; ``text`` is all there is now."""

    class Submitted(_Said):
        """Enter was pressed; whoever listens ends the prompt if the text will do."""

    class Cancelled(_Said):
        """Esc was pressed; whoever listens ends the prompt."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Start hidden."""
        super().__init__(id=id)
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay out the line, and that for what is wrong."""
        with Horizontal(classes="prompt-line"):
            yield Static(classes="prompt-label", markup=False)
            yield PromptInput(classes="prompt-input")
        yield Static(classes="prompt-error", markup=False)

    @property
    def active(self) -> bool:
        """Whether something is typed here."""
        return bool(self.display)

    @property
    def text(self) -> str:
        """What was typed."""
        return self._input.value

    def begin(self, label: str, text: str = "", placeholder: str = "") -> None:
        """Show the line with a text to go on with, and take the keys; no change is told."""
        self.query_one(".prompt-label", Static).update(Content(visible(label)))
        self.refuse("")
        field = self._input
        field.placeholder = placeholder
        with field.prevent(Input.Changed):
            field.value = with_stand_ins(text)
        field.cursor_position = len(field.value)
        self.display = True
        field.focus()

    def end(self) -> None:
        """Hide, and give the keys back."""
        self.display = False
        self.screen.set_focus(None)

    def refuse(self, error: str) -> None:
        """Say what is wrong with the text, until it is changed; "" says nothing."""
        line = self.query_one(".prompt-error", Static)
        line.update(Content(visible(error)))
        line.display = bool(error)

    @property
    def _input(self) -> PromptInput:
        return self.query_one(PromptInput)

    @on(Input.Changed)
    def _change(self, event: Input.Changed) -> None:
        event.stop()
        if self.active:
            self.refuse("")
            self.post_message(self.Changed(self, event.value))

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        if self.active:
            self.post_message(self.Submitted(self, event.value))

    @on(PromptInput.Cancelled)
    def _cancel(self, event: PromptInput.Cancelled) -> None:
        event.stop()
        if self.active:
            self.post_message(self.Cancelled(self, self.text))
