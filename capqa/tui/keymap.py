"""Every key of the review app: one table makes bindings, footer, help and palette."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class Key:
    """What some keys do.

    ``keys`` are Textual's names, ``shown`` is how people read them. ``action`` may hold ``{key}``,
    which stands for the key pressed. ``label`` is short, for the footer; ``help`` is a sentence.
    """

    keys: tuple[str, ...]
    shown: str
    action: str
    label: str
    help: str
    group: str
    footer: bool = False
    palette: bool = True


_DECIDE, _MOVE, _MORE = "Decide", "Move", "More"

REVIEW = (
    Key(
        ("a",),
        "a",
        "accept",
        "Accept",
        "Accept the suggestion and go to the next open finding",
        _DECIDE,
        footer=True,
    ),
    Key(
        ("e",),
        "e",
        "edit",
        "Edit",
        "Edit the suggestion in place, or write your own",
        _DECIDE,
        footer=True,
    ),
    Key(
        tuple("123456789"),
        "1-9",
        "take({key})",
        "Take an alternative",
        "Accept the alternative with that number",
        _DECIDE,
        palette=False,
    ),
    Key(
        ("r",),
        "r",
        "dismiss_finding",
        "Dismiss",
        "Dismiss the finding: the text is right as it stands",
        _DECIDE,
        footer=True,
    ),
    Key(
        ("s",),
        "s",
        "skip",
        "Skip",
        "Leave the finding for later; the gate still counts it",
        _DECIDE,
        footer=True,
    ),
    Key(
        ("u",),
        "u",
        "undo",
        "Undo",
        "Take the latest decision back and go to its finding",
        _DECIDE,
        footer=True,
    ),
    Key(
        ("U",),
        "U",
        "redo",
        "Redo",
        "Take the step again that was undone last",
        _DECIDE,
    ),
    Key(
        ("t",),
        "t",
        "propose",
        "Term",
        "Propose a term of the finding for the glossary",
        _DECIDE,
        footer=True,
    ),
    Key(
        ("w",),
        "w",
        "write",
        "Write",
        "Write what is accepted and edited to the files",
        _DECIDE,
        footer=True,
    ),
    Key(("n",), "n", "next_open", "Next", "Go to the next open finding", _MOVE, footer=True),
    Key(("p",), "p", "previous_open", "Previous", "Go to the previous open finding", _MOVE),
    Key(("j", "down"), "j ↓", "move(1)", "Down", "Go one finding down", _MOVE, palette=False),
    Key(("k", "up"), "k ↑", "move(-1)", "Up", "Go one finding up", _MOVE, palette=False),
    Key(("pagedown",), "PgDn", "page(1)", "Page down", "Go one page down", _MOVE, palette=False),
    Key(("pageup",), "PgUp", "page(-1)", "Page up", "Go one page up", _MOVE, palette=False),
    Key(("home", "g"), "g Home", "first", "First", "Go to the first finding", _MOVE),
    Key(("end", "G"), "G End", "last", "Last", "Go to the last finding", _MOVE),
    Key(
        ("space",),
        "Space",
        "scroll_details(1)",
        "Details down",
        "Scroll the details of a long finding down",
        _MOVE,
        palette=False,
    ),
    Key(
        ("b",),
        "b",
        "scroll_details(-1)",
        "Details up",
        "Scroll the details of a long finding up",
        _MOVE,
        palette=False,
    ),
    Key(
        ("question_mark", "f1"),
        "?",
        "help",
        "Help",
        "Show every key and what it does",
        _MORE,
        footer=True,
    ),
    Key(
        ("q",),
        "q",
        "leave",
        "Quit",
        "Quit; decisions are kept, written or not",
        _MORE,
        footer=True,
    ),
)

PALETTE = Key(
    ("ctrl+p",),
    "Ctrl+P",
    "command_palette",
    "Commands",
    "Search all commands, and choose a theme",
    _MORE,
)

EDITOR = (
    Key(
        ("enter", "ctrl+s"),
        "Enter",
        "save",
        "Save",
        "Save the text as the replacement",
        "In the editor",
        footer=True,
    ),
    Key(
        ("escape",),
        "Esc",
        "cancel",
        "Cancel",
        "Leave the editor; nothing changes",
        "In the editor",
        footer=True,
    ),
)

FORM = (
    Key(
        ("enter", "ctrl+s"),
        "Enter",
        "save",
        "Save",
        "Save what the fields say",
        "In a form",
        footer=True,
    ),
    Key(("tab", "down"), "Tab ↓", "field(1)", "Next field", "Go to the next field", "In a form"),
    Key(
        ("shift+tab", "up"),
        "⇧Tab ↑",
        "field(-1)",
        "Previous field",
        "Go to the previous field",
        "In a form",
    ),
    Key(
        ("escape",),
        "Esc",
        "cancel",
        "Cancel",
        "Leave the form; nothing changes",
        "In a form",
        footer=True,
    ),
)

LEAVE = (
    Key(("w",), "w", "answer('write')", "Write and quit", "Write, then quit", "Quit"),
    Key(("q",), "q", "answer('quit')", "Quit without writing", "Quit, write nothing", "Quit"),
    Key(("escape", "n"), "Esc", "answer('stay')", "Stay", "Go on reviewing", "Quit"),
)

RIVAL = (
    Key(("b",), "b", "answer('admit')", "Beside it", "Admit it beside that one", "Rival"),
    Key(("p",), "p", "answer('replace')", "In its place", "Put it in its place", "Rival"),
    Key(("escape", "n"), "Esc", "answer('leave')", "Neither", "Change nothing", "Rival"),
)

CLOSE = (
    Key(
        ("escape", "enter", "q", "question_mark"),
        "Esc",
        "close",
        "Close",
        "Close this window",
        "Close",
    ),
)

HELP = (*REVIEW, PALETTE, *EDITOR, *FORM)


def bindings(keys: tuple[Key, ...]) -> list[BindingType]:
    """Return Textual's bindings for a table: on the screen, none with priority."""
    return [
        Binding(
            name,
            key.action.format(key=name),
            key.label,
            show=key.footer and name == key.keys[0],
            key_display=key.shown,
            tooltip=key.help,
        )
        for key in keys
        for name in key.keys
    ]


def grouped(keys: Iterable[Key]) -> dict[str, list[Key]]:
    """Return the keys by group, groups and keys in the order of the table."""
    groups: dict[str, list[Key]] = {}
    for key in keys:
        groups.setdefault(key.group, []).append(key)
    return groups
