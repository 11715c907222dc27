"""What the log amounts to: events folded into the decisions that stand, finding by finding."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from capqa.model import Action
from capqa.review.events import FileWrite

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from capqa.model import Decision


class Key(NamedTuple):
    """What a decision is about: the finding with this fingerprint in this document."""

    document: str
    fingerprint: str


class _Entry(NamedTuple):
    order: int
    decision: Decision


class History:
    """The decisions not undone, for each finding in the order taken."""

    def __init__(
        self, events: Sequence[Decision | FileWrite] = (), hashes: Mapping[str, str] | None = None
    ) -> None:
        """Fold the events of a log.

        ``hashes`` holds the content hash of each document as it is now, by name: it tells which of
        the logged writings the document has behind it.
        """
        self._entries: defaultdict[Key, list[_Entry]] = defaultdict(list)
        self._count = 0
        took_place = _writings_that_took_place(events, hashes or {})
        for position, event in enumerate(events):
            if not isinstance(event, FileWrite):
                self.add(event)
            elif position in took_place:
                self.carry(event.document, event.carried)

    def add(self, decision: Decision) -> None:
        """Take in one more decision; undo cancels the same reviewer's last one on that finding."""
        entries = self._entries[Key(decision.document, decision.fingerprint)]
        if decision.action is not Action.UNDO:
            entries.append(_Entry(self._count, decision))
            self._count += 1
            return
        for index in reversed(range(len(entries))):
            if entries[index].decision.reviewer == decision.reviewer:
                del entries[index]
                return

    def carry(self, document: str, fingerprints: Mapping[str, str]) -> None:
        """Hand decisions from findings, by fingerprint, to what they became in the new bytes."""
        # All at once: a fingerprint may be one finding's before and another's after.
        moved = {
            Key(document, new): list(self._entries.get(Key(document, old), ()))
            for old, new in fingerprints.items()
        }
        self._entries.update(moved)

    def standing(self, key: Key) -> Decision | None:
        """Return the decision that stands for a finding, None when it is open."""
        entries = self._entries.get(key)
        return entries[-1].decision if entries else None

    def last(self, keys: Iterable[Key], reviewer: str) -> Key | None:
        """Return the finding, of those given, on which the reviewer decided last; None if none."""
        latest, latest_order = None, -1
        for key in keys:
            for entry in reversed(self._entries.get(key, ())):
                if entry.decision.reviewer == reviewer:
                    if entry.order > latest_order:
                        latest, latest_order = key, entry.order
                    break
        return latest


def _writings_that_took_place(
    events: Sequence[Decision | FileWrite], hashes: Mapping[str, str]
) -> set[int]:
    # A writing is logged before the file is replaced, and a file may be put back to an older
    # version: the bytes next seen tell which of its logged writings a document has behind it.
    behind: defaultdict[str, list[tuple[int, FileWrite]]] = defaultdict(list)
    for position, event in enumerate(events):
        if isinstance(event, FileWrite):
            _forget_writings_undone(behind[event.document], event.base_hash)
            behind[event.document].append((position, event))
    for document, current in hashes.items():
        _forget_writings_undone(behind[document], current)
    return {position for writings in behind.values() for position, _ in writings}


def _forget_writings_undone(writings: list[tuple[int, FileWrite]], seen: str) -> None:
    if writings and writings[-1][1].new_hash == seen:
        return
    for index in reversed(range(len(writings))):
        if writings[index][1].base_hash == seen:
            del writings[index:]
            return
