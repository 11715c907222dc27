"""Which segments of a newer reading stand in the place of those of an older one."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Document, Segment

_MOST = 1_500
"""How many segments in a row may have changed for their places to be looked for, as that takes
more than linear time."""

_MOST_COMPARED = 50
_LEAST_ALIKE = 0.4


class Alignment:
    """The places of a document's segments in a newer reading of it."""

    def __init__(self, before: Document, after: Document) -> None:
        """Compare the two readings."""
        self._after = after.segments
        self._ranges = _ranges(
            [segment.text for segment in before.segments],
            [segment.text for segment in after.segments],
        )
        self._index_of = {segment.start: index for index, segment in enumerate(before.segments)}

    def segment(self, was: Segment) -> Segment | None:
        """Return what stands in the place of a segment now, None when nothing like it does."""
        index = self._index_of.get(was.start)
        if index is None:
            return None
        found = self._ranges[index]
        candidates = self._after[found.start : min(found.stop, found.start + _MOST_COMPARED)]
        if len(candidates) == 1 and len(found) == 1:
            return candidates[0]
        alike = [(_likeness(was.text, each.text), -at) for at, each in enumerate(candidates)]
        best, at = max(alike, default=(0.0, 0))
        return candidates[-at] if best >= _LEAST_ALIKE else None


def _ranges(before: Sequence[str], after: Sequence[str]) -> list[range]:
    """Return for each text the range of those that stand where it stood."""
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shorter - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    ranges = [range(index, index + 1) for index in range(head)]
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    ranges += _middle(old, new, head)
    grown = len(after) - len(before)
    ranges += [
        range(index + grown, index + grown + 1) for index in range(len(before) - tail, len(before))
    ]
    return ranges


def _middle(old: Sequence[str], new: Sequence[str], offset: int) -> list[range]:
    if max(len(old), len(new)) > _MOST:
        return [range(0)] * len(old)
    ranges: list[range] = []
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for _, start, end, new_start, new_end in opcodes:
        for index in range(start, end):
            if end - start == new_end - new_start:
                at = offset + new_start + index - start
                ranges.append(range(at, at + 1))
            else:
                ranges.append(range(offset + new_start, offset + new_end))
    return ranges


def _likeness(one: str, other: str) -> float:
    # The upper bound of the ratio: which letters there are, in linear time.
    return SequenceMatcher(None, one, other, autojunk=False).quick_ratio()
