"""A window with a field for each column, what is known beside them, and why saving was refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from capqa.errors import CapqaError
from capqa.glossary.editing.adding import OnConflict, RivalError
from capqa.glossary.editing.cells import GENDERS, PARTS_OF_SPEECH
from capqa.glossary.entry import STATUSES
from capqa.tui import keymap, window_keys
from capqa.tui.drawing import styles
from capqa.tui.drawing.help import key_line
from capqa.tui.drawing.rows import drawn
from capqa.tui.term_form.field import TermField
from capqa.tui.term_form.rival import RivalScreen
from capqa.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import PurePath

    from textual.app import ComposeResult

PROPOSING: Final = ("source", "target", "part_of_speech", "gender", "note")
"""The columns a reviewer is asked for."""

_CHOICES: Final[Mapping[str, Sequence[str]]] = {
    "part_of_speech": PARTS_OF_SPEECH,
    "gender": GENDERS,
    "status": tuple(STATUSES),
}

_Saved = TypeVar("_Saved")


class TermForm(ModalScreen[_Saved | None], Generic[_Saved]):
    """Asks for an entry; answers what saving it returned, None when it was left.

    ``save`` takes the fields by column; when it raises CapqaError the form stays, and says why.
    When it raises RivalError, it is asked what is to become of the other target.
    ``guess`` returns what fills the fields nobody has typed in, ``known`` draws what there is to
    know of the fields, for a width in cells.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["form.tcss", "../drawing/styles.tcss"]
    BINDINGS = keymap.bindings(window_keys.FORM)
    COMPONENT_CLASSES: ClassVar[set[str]] = set(styles.COMPONENT_CLASSES)
    AUTO_FOCUS = ""

    def __init__(
        self,
        title: str,
        values: Mapping[str, str],
        columns: Sequence[str],
        *,
        save: Callable[[dict[str, str], OnConflict], _Saved],
        guess: Callable[[Mapping[str, str]], Mapping[str, str]],
        known: Callable[[Mapping[str, str], int], list[Content]],
        about: Content | None = None,
        verb: str = "Save",
    ) -> None:
        """Show fields with the values there are; ``about`` says what they are for."""
        super().__init__()
        self._verb = verb
        self._title = title
        self._about = about
        guessed = guess({name: values.get(name, "") for name in ("source", "target")})
        self._fields = [
            TermField(
                name,
                value := values.get(name, ""),
                _CHOICES.get(name, ()),
                stated=value not in ("", guessed.get(name)),
            )
            for name in columns
        ]
        self._save = save
        self._guess = guess
        self._known = known

    @property
    def values(self) -> dict[str, str]:
        """What the fields say, by column."""
        return {field.column: field.text for field in self._fields}

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        with Vertical(id="form") as form:
            form.border_title = Content(self._title)
            if self._about is not None:
                yield Static(self._about, id="form-about")
            with Vertical(id="form-fields"):
                for field in self._fields:
                    with Horizontal(classes="form-row"):
                        label = field.column.replace("_", " ")
                        yield Static(Content(label), classes="form-label")
                        yield field
            with VerticalScroll(id="form-known", can_focus=False):
                yield Sheet(id="known")
            yield Static(id="form-refused")
            yield Static(
                key_line(
                    replace(key, label=self._verb) if key.action == "save" else key
                    for key in window_keys.FORM
                ),
                id="form-keys",
            )

    def on_mount(self) -> None:
        """Begin where something is still to be said."""
        empty = [field for field in self._fields if not field.value]
        wanted = [field for field in empty if field.column in ("source", "target")]
        chosen = (wanted or self._fields)[0]
        chosen.focus()
        chosen.cursor_position = len(chosen.value)
        self._show_known()

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._show_known()

    def action_save(self) -> None:
        """Save, and close the form if that went well."""
        self._try(OnConflict.REFUSE)

    def action_cancel(self) -> None:
        """Close the form; nothing changes."""
        self.dismiss(None)

    def action_field(self, step: int) -> None:
        """Go some fields on, around the end."""
        focused = self.focused
        at = self._fields.index(focused) if isinstance(focused, TermField) else -step
        self._fields[(at + step) % len(self._fields)].focus()

    @on(Input.Submitted)
    def _submit(self) -> None:
        self.action_save()

    @on(Input.Changed)
    def _take_in(self) -> None:
        found = self._guess({f.column: f.text for f in self._fields if f.stated})
        for field in self._fields:
            field.fill(found.get(field.column, ""))
        self._show_refusal(None)
        self._show_known()

    def _try(self, on_conflict: OnConflict | None) -> None:
        if on_conflict is None:
            return
        try:
            saved = self._save(self.values, on_conflict)
        except RivalError as error:
            self.app.push_screen(RivalScreen(error), self._try)
        except CapqaError as error:
            self._refuse(error)
        else:
            self.dismiss(saved)

    def _show_known(self) -> None:
        values = self.values
        self.query_one("#known", Sheet).show(lambda width: self._known(values, width))

    def _refuse(self, error: CapqaError) -> None:
        self._show_refusal(drawn(("✗ ", styles.BAD), str(error)))
        for field in self._fields:
            if field.column == error.where:
                field.focus()

    def _show_refusal(self, line: Content | None) -> None:
        # In the place of what is known, which says the same less well.
        refused = self.query_one("#form-refused", Static)
        refused.update(line or "")
        refused.display = line is not None
        self.query_one("#form-known").display = line is None
