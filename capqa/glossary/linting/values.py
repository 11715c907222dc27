"""What fields may say, and what somebody may have meant who wrote something else."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from capqa.glossary.editing import cells

if TYPE_CHECKING:
    from collections.abc import Sequence

PARTS_OF_SPEECH = (*cells.PARTS_OF_SPEECH, "acronym", "abbreviation")
"""What a part of speech may be called; the last two are read, but written no more."""

_LONGEST_COMPARED = 40


def known_values(stated: str, known: Sequence[str]) -> str:
    """Return what to write instead: the value that is most alike, else all there are."""
    near = get_close_matches(stated.casefold()[:_LONGEST_COMPARED], known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known)}"
