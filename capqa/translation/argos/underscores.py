"""Underscores, which argostranslate's decoder turns into spaces.

SentencePiece's mark for a space looks like one; handles and file names pay for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

# A private character, which no tokenizer knows and therefore none changes.
STAND_IN: Final = "\ue05f"


def hide(tokens: Sequence[str]) -> list[str]:
    """Return a model's tokens with underscores that survive argostranslate's decoder.

    ``<0x5F>`` is the underscore in models that spell unknown characters as bytes.
    """
    return [
        STAND_IN if token == "<0x5F>" else token.replace("_", STAND_IN)  # noqa: S105 - no password
        for token in tokens
    ]


def show(text: str) -> str:
    """Return decoded text with its underscores back."""
    return text.replace(STAND_IN, "_")
