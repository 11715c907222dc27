"""Which part of a translation stands for which part of the source, by a model's attention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each target token its place and the place of the source token it attends to most.

    All offsets are code points, half-open, in the target and the source text.
    """

    links: tuple[tuple[tuple[int, int], tuple[int, int]], ...]

    @classmethod
    def from_attention(
        cls,
        source: Sequence[tuple[int, int]],
        target: Sequence[tuple[int, int]],
        attention: Sequence[Sequence[float]],
    ) -> Alignment | None:
        """Return the alignment of a (target tokens, source tokens) matrix; None if shapes differ.

        A matrix may have one column more than there are tokens, for the end of the sentence.
        """
        if len(attention) < len(target):
            return None
        links = []
        for place, weights in zip(target, attention, strict=False):
            if len(weights) < len(source):
                return None
            best = max(range(len(source)), key=lambda at: weights[at]) if source else -1
            if best >= 0 and place[0] < place[1]:
                links.append((place, source[best]))
        return cls(tuple(links))

    def target_of(self, span: Span, target: str) -> tuple[int, int] | None:
        """Return the words of the target that stand for a source span, None if they are scattered.

        The result covers whole words.
        """
        words = _words(target)
        votes = [0] * len(words)
        sizes = [0] * len(words)
        for (start, end), (source_start, source_end) in self.links:
            for at, (word_start, word_end) in enumerate(words):
                if start < word_end and word_start < end:
                    shared = min(end, word_end) - max(start, word_start)
                    sizes[at] += shared
                    if source_start < span.end and span.start < source_end:
                        votes[at] += shared
        chosen = [at for at, size in enumerate(sizes) if size and 2 * votes[at] >= size]
        if not chosen or chosen[-1] - chosen[0] + 1 != len(chosen):
            return None
        return words[chosen[0]][0], words[chosen[-1]][1]


def _words(text: str) -> list[tuple[int, int]]:
    words: list[tuple[int, int]] = []
    start: int | None = None
    for position, character in enumerate(text + " "):
        part = character.isalnum() or character in "'’-"
        if part and start is None:
            start = position
        elif not part and start is not None:
            words.append((start, position))
            start = None
    return words
