"""Every key of the maintainers' app: one table makes bindings, footer, help and palette."""

from __future__ import annotations

from capqa.tui.keymap import FORM, PALETTE, Key

_DECIDE, _FIND, _MOVE, _MORE = "Decide", "Find", "Move", "More"

TABLE = (
    Key(
        ("a",),
        "a",
        "approve",
        "Approve",
        "Write the entry to the glossary, go to the next",
        _DECIDE,
        footer=True,
    ),
    Key(
        ("e",),
        "e",
        "edit",
        "Edit",
        "Edit it, then approve it; or edit an entry",
        _DECIDE,
        footer=True,
    ),
    Key(
        ("r",),
        "r",
        "reject",
        "Reject",
        "Reject it; you may say why",
        _DECIDE,
        footer=True,
    ),
    Key(("n",), "n", "new", "New", "Write a new entry yourself", _DECIDE, footer=True),
    Key(("d",), "d", "remove", "Remove", "Remove an entry from your glossary", _DECIDE),
    Key(
        ("u",),
        "u",
        "undo",
        "Undo",
        "Take your latest decision and its row back",
        _DECIDE,
        footer=True,
    ),
    Key(
        ("slash",),
        "/",
        "search",
        "Search",
        "Show only rows with some letters; Esc shows all",
        _FIND,
        footer=True,
    ),
    Key(
        ("f",),
        "f",
        "filter",
        "Filter",
        "Show rows of the next state only",
        _FIND,
        footer=True,
    ),
    Key(
        ("s", "tab"),
        "s",
        "switch",
        "Switch",
        "Switch between proposals and glossaries, as Tab",
        _FIND,
        footer=True,
    ),
    Key(("escape",), "Esc", "clear_search", "All", "Leave the search", _FIND, palette=False),
    Key(("j", "down"), "j ↓", "move(1)", "Down", "Go one row down", _MOVE, palette=False),
    Key(("k", "up"), "k ↑", "move(-1)", "Up", "Go one row up", _MOVE, palette=False),
    Key(("pagedown",), "PgDn", "page(1)", "Page down", "Go one page down", _MOVE, palette=False),
    Key(("pageup",), "PgUp", "page(-1)", "Page up", "Go one page up", _MOVE, palette=False),
    Key(("home", "g"), "g Home", "first", "First", "Go to the first row", _MOVE),
    Key(("end", "G"), "G End", "last", "Last", "Go to the last row", _MOVE),
    Key(
        ("space",),
        "Space",
        "scroll_details(1)",
        "Details down",
        "Scroll the details down",
        _MOVE,
        palette=False,
    ),
    Key(
        ("b",),
        "b",
        "scroll_details(-1)",
        "Details up",
        "Scroll the details up",
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
    Key(("q",), "q", "leave", "Quit", "Quit; everything decided is kept", _MORE, footer=True),
)

HELP = (*TABLE, PALETTE, *FORM)
