"""Which words of a proposal a reviewer replaced, and by which."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from capqa.model import Span

MOST_WORDS = 300
"""The longest texts compared, in words: comparing may take the square of it."""

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


class Block(NamedTuple):
    """Words replaced, as half-open ranges of word numbers; either may be empty."""

    old: range
    new: range


class Alignment:
    """A proposal and what became of it, word by word; case does not count."""

    def __init__(self, old: str, new: str) -> None:
        """Compare two texts; those of more than MOST_WORDS words as if both were empty."""
        self.old = [Span(*found.span()) for found in _WORD.finditer(old)]
        self.new = [Span(*found.span()) for found in _WORD.finditer(new)]
        self.blocks: list[Block] = []
        self._same: dict[int, int] = {}
        if max(len(self.old), len(self.new)) > MOST_WORDS:
            self.old, self.new = [], []
        matcher = SequenceMatcher(
            None,
            [span.of(old).casefold() for span in self.old],
            [span.of(new).casefold() for span in self.new],
            autojunk=False,
        )
        for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
            if kind == "equal":
                self._same |= zip(range(old_start, old_end), range(new_start, new_end), strict=True)
            else:
                self.blocks.append(Block(range(old_start, old_end), range(new_start, new_end)))

    def old_words(self, span: Span) -> range:
        """Return the numbers of the words of the old text that a span touches."""
        touched = [at for at, word in enumerate(self.old) if word.overlaps(span)]
        return range(touched[0], touched[-1] + 1) if touched else range(0)

    def became(self, old: range) -> range:
        """Return which new words took the place of some old ones whose blocks lie within."""
        start = self._same.get(old.start)
        end = self._same.get(old.stop - 1)
        for block in self.blocks:
            if start is None and block.old and block.old.start == old.start:
                start = block.new.start
            if end is None and block.old and block.old.stop == old.stop:
                end = block.new.stop - 1
        return range(0) if start is None or end is None else range(start, end + 1)
