"""Symbols that stand for control characters while a text is edited, and the way back."""

from __future__ import annotations

from capqa.visible import visible


def with_stand_ins(text: str) -> str:
    """Return the text as an editor may show it; `restored` undoes it."""
    return "\t".join(map(visible, text.split("\t")))


def restored(edited: str, original: str) -> str:
    """Return an edited text with the control characters of the original in the symbols' places.

    Symbols the original has no character for are text like any other.
    """
    stand_ins = {visible(character): character for character in set(original)}
    for symbol, character in stand_ins.items():
        if symbol != character and character != "\t":
            edited = edited.replace(symbol, character)
    return edited
