"""The keys that move through any list, with its details."""

from __future__ import annotations

from typing import Final

from capqa.tui.keymap import Key

_GROUP: Final = "Move"


def moving_keys(row: str) -> tuple[Key, ...]:
    """Return the keys that go through a list, which call one of its rows so."""
    return (
        _key("j down", "move(1)", "Down", f"Go one {row} down", "down"),
        _key("k up", "move(-1)", "Up", f"Go one {row} up", "up"),
        _key("pagedown", "page(1)", "Page down", "Go one page down", "page_down"),
        _key("pageup", "page(-1)", "Page up", "Go one page up", "page_up"),
        Key("home", "first", "First", f"Go to the first {row}", _GROUP),
        Key("end G", "last", "Last", f"Go to the last {row}", _GROUP),
        _key("space", "scroll_details(1)", "Details down", "Scroll the details down", "scroll"),
        _key("b", "scroll_details(-1)", "Details up", "Scroll the details up", "scroll_back"),
    )


def _key(keys: str, action: str, label: str, help: str, name: str) -> Key:  # noqa: A002 - Key's
    return Key(keys, action, label, help, _GROUP, name=name, palette=False)
