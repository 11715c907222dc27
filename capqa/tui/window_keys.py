"""The keys of the editor, of forms and lines to type in, and of the windows over a review."""

from __future__ import annotations

from capqa.tui.keymap import Key

_EDITOR, _FORM = "In the editor", "In a form"
_PROMPT, _FILTER = "In a line to type in", "In the filter"
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

PROMPT = (
    Key("enter", "submit", "OK", "Take what was typed", _PROMPT, footer=True),
    Key("escape", "cancel", "Cancel", "Leave the line", _PROMPT, "Esc", footer=True),
)

FILTER = (
    Key("space x", "choose", "Choose", "Choose the value, or no longer", _FILTER, "Space"),
    Key("j down", "move(1)", "Down", "Go one value down", _FILTER),
    Key("k up", "move(-1)", "Up", "Go one value up", _FILTER),
    Key("tab l right", "facet(1)", "Next facet", "Go to the next facet", _FILTER, "Tab"),
    Key(
        "shift+tab h left",
        "facet(-1)",
        "Previous facet",
        "Go to the previous facet",
        _FILTER,
        "⇧Tab",
    ),
    Key("pagedown", "page(1)", "Page down", "Go one page down", _FILTER),
    Key("pageup", "page(-1)", "Page up", "Go one page up", _FILTER),
    Key("home", "first", "First", "Go to the first value", _FILTER),
    Key("end G", "last", "Last", "Go to the last value", _FILTER),
    Key("slash", "narrow", "Find", "List only values with some words in them", _FILTER),
    Key("c", "clear", "Clear", "Choose nothing: all findings are shown", _FILTER),
    Key("escape enter f q", "close", "Close", "Close the window", _FILTER, "Esc"),
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
        "Leave the conflicts for later",
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

SCOPE = (
    Key("r h", "answer('here')", "Here", "It is right in this place", "Here", "r"),
    Key("a", "answer('always')", "Always", "Right wherever it stands, now and later", "Here"),
    Key("escape n", "answer('')", "Neither", "Change nothing", "Here", "Esc"),
)

_PLACES = (
    Key("j down", "move(1)", "Down", "Go down the places", "Places"),
    Key("k up", "move(-1)", "Up", "Go up the places", "Places"),
    Key("pagedown space", "page(1)", "Page down", "Go a page down", "Places"),
    Key("pageup b", "page(-1)", "Page up", "Go a page up", "Places"),
)

ACCEPT_IDENTICAL = (
    Key("A y", "answer('yes')", "Accept all", "Accept it in all of them", "Identical", "A y"),
    Key("escape n", "answer('')", "None", "Change nothing", "Identical", "Esc"),
    *_PLACES,
)

DISMISS_IDENTICAL = (
    Key("R y", "answer('yes')", "Dismiss all", "They are right in all of them", "Identical", "R y"),
    Key(
        "a",
        "answer('always')",
        "Always",
        "They are right wherever they stand, now and later",
        "Identical",
    ),
    Key("escape n", "answer('')", "None", "Change nothing", "Identical", "Esc"),
    *_PLACES,
)

COMMENT = (
    Key("enter ctrl+s", "save", "Add", "Add the comment", "Comment", "Enter"),
    Key("escape", "cancel", "Cancel", "Add nothing", "Comment", "Esc"),
)
