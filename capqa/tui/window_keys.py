"""The keys of the editor, of forms, and of the windows over a review."""

from __future__ import annotations

from capqa.tui.keymap import Key

_EDITOR, _FORM = "In the editor", "In a form"
_CONFLICT, _CHOICE = "Conflicts", "In a list"

EDITOR = (
    Key(
        "enter ctrl+s",
        "save",
        "Save",
        "Save the text as the replacement",
        _EDITOR,
        "Enter",
        footer=True,
    ),
    Key(
        "escape",
        "cancel",
        "Cancel",
        "Leave the editor; nothing changes",
        _EDITOR,
        "Esc",
        footer=True,
    ),
)

FORM = (
    Key("enter ctrl+s", "save", "Save", "Save what the fields say", _FORM, "Enter", footer=True),
    Key("tab down", "field(1)", "Next field", "Go to the next field", _FORM),
    Key("shift+tab up", "field(-1)", "Previous field", "Go to the previous field", _FORM, "⇧Tab ↑"),
    Key("escape", "cancel", "Cancel", "Leave the form; nothing changes", _FORM, "Esc", footer=True),
)

LEAVE = (
    Key("w", "answer('write')", "Write and quit", "Write, then quit", "Quit"),
    Key("x", "answer('conflicts')", "See the conflicts", "Resolve the conflicts first", "Quit"),
    Key("q", "answer('quit')", "Quit without writing", "Quit, write nothing", "Quit"),
    Key("escape n", "answer('stay')", "Stay", "Go on reviewing", "Quit", "Esc"),
)

RIVAL = (
    Key("b", "answer('admit')", "Beside it", "Admit it beside that one", "Rival"),
    Key("p", "answer('replace')", "In its place", "Put it in its place", "Rival"),
    Key("escape n", "answer('leave')", "Neither", "Change nothing", "Rival", "Esc"),
)

CONFLICTS = (
    Key("d", "disk", "Keep disk", "Keep what is on disk, drop yours", _CONFLICT, footer=True),
    Key("y", "yours", "Write yours", "Write yours over what is on disk", _CONFLICT, footer=True),
    Key("e", "edit", "Edit", "Edit yours, then write it", _CONFLICT, footer=True),
    Key("j down", "go(1)", "Next", "Go to the next conflict", _CONFLICT, footer=True),
    Key("k up", "go(-1)", "Previous", "Go to the previous conflict", _CONFLICT, footer=True),
    Key("space pagedown", "scroll_texts(1)", "Down", "Scroll the texts down", _CONFLICT),
    Key("b pageup", "scroll_texts(-1)", "Up", "Scroll the texts up", _CONFLICT),
    Key("question_mark f1", "help", "Help", "Show every key", _CONFLICT, "?", footer=True),
    Key(
        "escape q",
        "later",
        "Later",
        "Leave the conflicts for later; x opens them again",
        _CONFLICT,
        "Esc",
        footer=True,
    ),
)

CHOICE = (
    Key("j down", "move(1)", "Down", "Go one line down", _CHOICE),
    Key("k up", "move(-1)", "Up", "Go one line up", _CHOICE),
    Key("pagedown", "move(10)", "Page down", "Go ten lines down", _CHOICE),
    Key("pageup", "move(-10)", "Page up", "Go ten lines up", _CHOICE),
    Key("enter", "choose", "Go there", "Go to what the line is about", _CHOICE),
    Key("escape q", "close", "Close", "Close this", _CHOICE, "Esc"),
)

CLOSE = (Key("escape enter q question_mark", "close", "Close", "Close this", "Close", "Esc"),)
