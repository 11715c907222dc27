"""Symbols that stand for control characters while a text is edited, and the way back."""

from __future__ import annotations

import re
from typing import Final

from capqa.visible import visible

_LINE_BREAKS: Final = re.compile(r"[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def on_one_line(text: str) -> str:
    """Return the text with a space for each run of line breaks."""
    return _LINE_BREAKS.sub(" ", text)


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
