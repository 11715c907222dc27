"""What a key is: tables of them make bindings, footer, help and palette."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType

_SHOWN: Final = {
    "down": "↓",
    "up": "↑",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "question_mark": "?",
    "slash": "/",
}
_MOST_SHOWN: Final = 2


@dataclass(frozen=True, slots=True)
class Key:
    """What some keys do.

    ``keys`` are Textual's names, spaces between them. ``action`` may hold ``{key}``, which stands
    for the key pressed. ``label`` is short, for the footer; ``help`` is a sentence. ``shown`` is
    how people read the keys, made of their names where it is "". ``name`` is what a reviewer who
    wants other keys calls it by, the action's where it is "".
    """

    keys: str
    action: str
    label: str
    help: str
    group: str
    shown: str = ""
    name: str = ""
    footer: bool = False
    palette: bool = True

    def __post_init__(self) -> None:
        """Say how the keys are read, and what they are called by."""
        if not self.shown:
            shown = map(shown_key, self.keys.split()[:_MOST_SHOWN])
            object.__setattr__(self, "shown", " ".join(shown))
        if not self.name:
            object.__setattr__(self, "name", self.method)

    @property
    def method(self) -> str:
        """The name of the action, without what it is given."""
        return self.action.partition("(")[0]


def shown_key(name: str) -> str:
    """Return how people read a key that Textual has a name for."""
    *held, last = name.split("+")
    if len(last) == 1:
        shown = last.upper() if held else last
    else:
        shown = _SHOWN.get(last, last.capitalize())
    return "".join("⇧" if each == "shift" else f"{each.capitalize()}+" for each in held) + shown


def bindings(keys: Iterable[Key]) -> list[BindingType]:
    """Return Textual's bindings for a table: on the screen, none with priority."""
    return [
        Binding(
            name,
            key.action.format(key=name),
            key.label,
            show=key.footer and name == key.keys.split()[0],
            key_display=key.shown,
            tooltip=key.help,
            # By this a reviewer's own keys take the place of these.
            id=None if "{" in key.action else key.name,
        )
        for key in keys
        for name in key.keys.split()
    ]


def grouped(keys: Iterable[Key]) -> dict[str, list[Key]]:
    """Return the keys by group, groups and keys in the order of the table."""
    groups: dict[str, list[Key]] = {}
    for key in keys:
        groups.setdefault(key.group, []).append(key)
    return groups


PALETTE = Key(
    "ctrl+p", "command_palette", "Commands", "Search all commands, and choose a theme", "More"
)
