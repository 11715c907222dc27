"""The list of keys, and what the signs in the queue mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from capqa.tui.drawing.marks import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from capqa.tui.keymap import Key

_KEY_WIDTH = 8


def help_text(groups: Mapping[str, Sequence[Key]]) -> Content:
    """Return a line for each key under the heading of its group."""
    lines: list[Content] = []
    for group, keys in groups.items():
        if lines:
            lines.append(Content(""))
        lines.append(Content.styled(group, "bold"))
        lines += [
            Content.assemble((f"{key.shown:>{_KEY_WIDTH}}", "bold"), "  ", key.help) for key in keys
        ]
    return Content("\n").join(lines)


def key_line(keys: Iterable[Key]) -> Content:
    """Return the keys of a window in one line, as its footer."""
    shown = (Content.assemble((key.shown, "bold"), f" {key.label}") for key in keys)
    return Content("   ").join(shown)


def answers_text(keys: Iterable[Key]) -> Content:
    """Return the keys that answer a question, a line each; those that only move are left out."""
    answers = [key for key in keys if key.method == "answer"]
    width = max((len(key.shown) for key in answers), default=0)
    return Content("\n").join(
        Content.assemble((f"{key.shown:>{width}}", "bold"), f"  {key.label}: {key.help}")
        for key in answers
    )


def marks_text() -> Content:
    """Return the signs of the states, each with its word."""
    return Content("   ").join(Content(f"{sign} {word}") for sign, word, _ in MARKS.values())
