"""The writings a document has behind it, and what they made of the fingerprints of findings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from capqa.review.events import FileWrite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from capqa.review.events import Event


class Writings:
    """The writings that took place, by document, in their order."""

    def __init__(self) -> None:
        """Begin with none."""
        self._by_document: defaultdict[str, list[FileWrite]] = defaultdict(list)

    def add(self, write: FileWrite) -> None:
        """Take in one more."""
        self._by_document[write.document].append(write)

    def since(self, document: str, fingerprint: str, base_hash: str) -> list[str]:
        """Return the fingerprints of a finding since the bytes of a hash, today's last.

        Bytes that no writing began with are today's. A fingerprint that has become another
        finding's is left out.
        """
        writings = self._by_document.get(document, ())
        found = [fingerprint]
        first = _first_since(writings, base_hash)
        for write in writings[first:]:
            found.append(write.carried.get(found[-1], found[-1]))
        others = {new for write in writings[first:] for new in write.carried.values()}
        return [
            *dict.fromkeys(each for each in found[:-1] if each not in others and each != found[-1]),
            found[-1],
        ]


def those_that_took_place(events: Sequence[Event], hashes: Mapping[str, str]) -> set[int]:
    """Return the positions of the writings among events that documents have behind them.

    A writing is logged before the file is replaced, and a file may be put back to an older version:
    the bytes next seen tell which of its logged writings a document has behind it.
    """
    behind: defaultdict[str, list[tuple[int, FileWrite]]] = defaultdict(list)
    for position, event in enumerate(events):
        if isinstance(event, FileWrite):
            _forget_undone(behind[event.document], event.base_hash)
            behind[event.document].append((position, event))
    for document, current in hashes.items():
        _forget_undone(behind[document], current)
    return {position for writings in behind.values() for position, _ in writings}


def leads_to(events: Sequence[Event], document: str, base_hash: str, new_hash: str) -> bool:
    """Return whether the writings logged of a document lead from one content to another."""
    reached = {base_hash}
    for event in events:
        if not isinstance(event, FileWrite) or event.document != document:
            continue
        if event.base_hash in reached:
            reached.add(event.new_hash)
    return new_hash in reached


def _first_since(writings: Sequence[FileWrite], base_hash: str) -> int:
    if writings and writings[-1].new_hash == base_hash:
        return len(writings)
    for index in reversed(range(len(writings))):
        if writings[index].base_hash == base_hash:
            return index
    return len(writings)


def _forget_undone(writings: list[tuple[int, FileWrite]], seen: str) -> None:
    if writings and writings[-1][1].new_hash == seen:
        return
    for index in reversed(range(len(writings))):
        if writings[index][1].base_hash == seen:
            del writings[index:]
            return
