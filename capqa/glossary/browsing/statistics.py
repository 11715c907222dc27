"""How many entries there are of what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from capqa.glossary.browsing.layers import Layer
    from capqa.glossary.entry import Entry


class Counts(NamedTuple):
    """Entries, different sources among them, entries replaced and reviewed, and by their fields.

    What says nothing is counted under "". The most frequent comes first, then by name.
    """

    entries: int
    sources: int
    replaced: int
    reviewed: int
    status: dict[str, int]
    domain: dict[str, int]
    part_of_speech: dict[str, int]


def counts(layers: Iterable[Layer]) -> Counts:
    """Count the entries of layers, those that a later layer replaces among them."""
    every = [(layer, entry) for layer in layers for entry in layer.entries]
    entries = [entry for _, entry in every]
    return Counts(
        len(entries),
        len({entry.source for entry in entries}),
        sum(not layer.in_force(entry) for layer, entry in every),
        sum(bool(entry.reviewed) for entry in entries),
        _by("status", entries),
        _by("domain", entries),
        _by("part_of_speech", entries),
    )


def _by(name: str, entries: Iterable[Entry]) -> dict[str, int]:
    found = Counter(str(getattr(entry, name)) for entry in entries)
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))
