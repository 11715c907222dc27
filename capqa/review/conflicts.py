"""The items whose words somebody else changed on disk, kept true while the files go on changing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.review import anchors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from capqa.model import Document, Finding
    from capqa.review.alignment import Alignment
    from capqa.review.reports import Conflict


class Conflicts:
    """The three texts of each item that a changed file no longer holds, by its index.

    They are there whatever is decided on the item: undoing a decision may make a conflict one
    again.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._conflicts: dict[int, Conflict] = {}
        self._findings: dict[int, Finding] = {}

    def __contains__(self, index: int) -> bool:
        """Return whether an item's words were changed on disk."""
        return index in self._conflicts

    def __getitem__(self, index: int) -> Conflict:
        """Return the texts of an item. Raises KeyError where its words stand as they stood."""
        return self._conflicts[index]

    def __iter__(self) -> Iterator[int]:
        """Go through the items."""
        return iter(self._conflicts)

    def add(self, conflict: Conflict, finding: Finding) -> None:
        """Add an item, with the finding as it lay in the file before."""
        self._conflicts[conflict.index] = conflict
        self._findings[conflict.index] = finding

    def drop(self, indexes: Iterable[int]) -> None:
        """Forget items, as they lie in their file again."""
        for index in indexes:
            self._conflicts.pop(index, None)
            self._findings.pop(index, None)

    def finding(self, index: int) -> Finding:
        """Return the finding as it lay in the file before somebody changed it."""
        return self._findings[index]

    def beside(self, index: int) -> list[int]:
        """Return the other items whose words stood where an item's did: one segment now."""
        one = self._conflicts[index]
        if one.segment is None:
            return []
        return [
            other
            for other, each in self._conflicts.items()
            if other != index
            and each.path == one.path
            and each.segment is not None
            and each.segment.start == one.segment.start
        ]

    def followed(self, path: Path, alignment: Alignment) -> dict[int, Conflict]:
        """Return the items of a file as they are in a newer reading of it, changing nothing."""
        found = {}
        for index, conflict in self._conflicts.items():
            if conflict.path != path:
                continue
            segment = alignment.segment(conflict.segment) if conflict.segment else None
            found[index] = replace(
                conflict,
                disk=segment.text if segment else "",
                line=segment.line if segment else 0,
                segment=segment,
            )
        return found

    def update(self, followed: Mapping[int, Conflict]) -> None:
        """Go on with what `followed` returned."""
        self._conflicts.update(followed)

    def found_again(
        self, followed: Mapping[int, Conflict], document: Document, wanted: Mapping[int, str]
    ) -> dict[int, Finding]:
        """Return the items whose words, or the text wanted, stand in a document again."""
        found = {}
        segments = anchors.by_text(document) if followed else {}
        for index, conflict in followed.items():
            finding = self._findings[index]
            again = anchors.find(finding, document, segments)
            if again is None and conflict.segment is not None:
                again = anchors.find_within(finding, finding.text, conflict.segment)
                again = again or anchors.find_within(finding, wanted[index], conflict.segment)
            if again is not None:
                found[index] = again
        return found
