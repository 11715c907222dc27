"""Translating requests of several language pairs with what translates one pair at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from capqa.translation.engine import Candidate, TranslationRequest


def translate_by_pair(
    requests: Sequence[TranslationRequest],
    translate: Callable[[str, str, Sequence[TranslationRequest]], Sequence[Candidate | None]],
) -> list[Candidate | None]:
    """Return what is said of each request, in their order.

    ``translate`` is called once for each pair of source and target language, with its requests.
    """
    answers: list[Candidate | None] = [None] * len(requests)
    pairs: dict[tuple[str, str], list[int]] = {}
    for at, request in enumerate(requests):
        pairs.setdefault((request.source_language, request.target_language), []).append(at)
    for pair, places in pairs.items():
        found = translate(*pair, [requests[at] for at in places])
        for at, candidate in zip(places, found, strict=True):
            answers[at] = candidate
    return answers


def none_for_silence(candidates: Sequence[Candidate]) -> list[Candidate | None]:
    """Return candidates with None for those that say nothing."""
    return [candidate if candidate.text.strip() else None for candidate in candidates]
