"""Every key of the review screen."""

from __future__ import annotations

from capqa.tui.keymap import PALETTE, Key
from capqa.tui.moving_keys import moving_keys
from capqa.tui.window_keys import EDITOR, FILTER, FORM, PROMPT

_DECIDE, _FILES, _MOVE, _FIND, _MORE = "Decide", "Files", "Move", "Find", "More"

REVIEW = (
    Key(
        "a", "accept", "Accept", "Accept the suggestion, go to the next open", _DECIDE, footer=True
    ),
    Key("e", "edit", "Edit", "Edit the suggestion, or write your own", _DECIDE, footer=True),
    Key(
        " ".join("123456789"),
        "take({key})",
        "Take an alternative",
        "Accept the alternative with that number",
        _DECIDE,
        "1-9",
        palette=False,
    ),
    Key("r", "dismiss_finding", "Dismiss", "The text is right as it stands", _DECIDE, footer=True),
    Key("A", "accept_identical", "Accept all", "Accept it wherever the same words stand", _DECIDE),
    Key("R", "dismiss_identical", "Dismiss all", "Dismiss the same words everywhere", _DECIDE),
    Key("s", "skip", "Skip", "Leave it for later; the gate still counts it", _DECIDE, footer=True),
    Key("u", "undo", "Undo", "Take your latest step back and go there", _DECIDE, footer=True),
    Key("U", "redo", "Redo", "Take the step again that was undone last", _DECIDE),
    Key("t", "propose", "Term", "Propose a term for the glossary", _DECIDE, footer=True),
    Key("c", "comment", "Comment", "Say something about the finding", _DECIDE),
    Key("w", "write", "Write", "Write what is decided to the files", _FILES, footer=True),
    Key("x", "conflicts", "Conflicts", "See what others changed that you decided on", _FILES),
    Key("n", "next_open", "Next", "Go to the next open finding", _MOVE, footer=True),
    Key("p", "previous_open", "Previous", "Go to the previous open finding", _MOVE),
    *moving_keys("finding"),
    Key("question_mark f1", "help", "Help", "Show every key", _MORE, "?", footer=True),
    Key("q", "leave", "Quit", "Quit; decisions are kept, written or not", _MORE, footer=True),
    Key("slash", "search", "Search", "Show only findings with some words", _FIND, footer=True),
    Key("f", "filter", "Filter", "Show only some states, rules, files ...", _FIND),
    Key("g", "jump", "Go to", "Go to a number, file:line or 50%", _FIND),
    Key("escape", "show_all", "Show all", "Show all findings again", _FIND, "Esc"),
)

OTHERS = (PALETTE, *EDITOR, *FORM, *PROMPT, *FILTER)
"""What else the help lists."""
