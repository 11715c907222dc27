"""What surrounds each segment of a document, by which it is found again after a change."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Segment


def with_neighbours(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return the segments of a document, in order, each with the texts before and after it and the
    number of earlier ones that have the same text and neighbours.
    """
    texts = ["", *(segment.text for segment in segments), ""]
    seen: Counter[tuple[str, str, str]] = Counter()
    placed = []
    for index, segment in enumerate(segments, start=1):
        surroundings = (segment.text, texts[index - 1], texts[index + 1])
        placed.append(
            replace(
                segment,
                previous=surroundings[1],
                following=surroundings[2],
                occurrence=seen[surroundings],
            )
        )
        seen[surroundings] += 1
    return tuple(placed)
