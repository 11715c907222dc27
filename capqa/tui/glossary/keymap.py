"""Every key of the maintainers' app: one table makes bindings, footer, help and palette."""

from __future__ import annotations

from capqa.tui.keymap import PALETTE, Key
from capqa.tui.moving_keys import moving_keys
from capqa.tui.window_keys import FORM

_DECIDE, _FIND, _MORE = "Decide", "Find", "More"

TABLE = (
    Key("a", "approve", "Approve", "Write the entry to the glossary", _DECIDE, footer=True),
    Key("e", "edit", "Edit", "Edit it, then approve it; or edit an entry", _DECIDE, footer=True),
    Key("r", "reject", "Reject", "Reject it; you may say why", _DECIDE, footer=True),
    Key("n", "new", "New", "Write a new entry yourself", _DECIDE, footer=True),
    Key("d", "remove", "Remove", "Remove an entry from your glossary", _DECIDE),
    Key("u", "undo", "Undo", "Take your latest decision and its row back", _DECIDE, footer=True),
    Key("slash", "search", "Search", "Show only rows with some letters", _FIND, footer=True),
    Key("f", "filter", "Filter", "Show rows of the next state only", _FIND, footer=True),
    Key(
        "s tab",
        "switch",
        "Switch",
        "Switch between proposals and glossaries",
        _FIND,
        "s",
        footer=True,
    ),
    Key("escape", "clear_search", "All", "Leave the search", _FIND, palette=False),
    *moving_keys("row"),
    Key("question_mark f1", "help", "Help", "Show every key", _MORE, "?", footer=True),
    Key("q", "leave", "Quit", "Quit; everything decided is kept", _MORE, footer=True),
)

HELP = (*TABLE, PALETTE, *FORM)
