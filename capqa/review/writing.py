"""Bringing the files to what was decided, and going on when somebody else changed them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.errors import CapqaError, ConflictError
from capqa.model import Action
from capqa.review import anchors
from capqa.review.alignment import Alignment
from capqa.review.conflicts import Conflicts
from capqa.review.deciding import now
from capqa.review.events import FileWrite
from capqa.review.items import ReviewError, ReviewItem, replacement_in
from capqa.review.pages import Found
from capqa.review.replacement import checked
from capqa.review.reports import Conflict, Refusal, Reread, Side, WriteReport
from capqa.review.standing import Flags
from capqa.review.writings import leads_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from capqa.model import Document, Finding, Segment
    from capqa.review.apply import Written
    from capqa.review.deciding import Deciding
    from capqa.review.pages import Pages


class Writing:
    """The files of a review, and the decisions that go into them."""

    def __init__(self, deciding: Deciding, pages: Pages) -> None:
        """Write what is decided there into the files found here."""
        self._deciding = deciding
        self._pages = pages
        self._changed = Conflicts()
        self.unwritten = Flags(len(pages.placed), self._is_unwritten)
        """The items whose text in the file is not what is decided."""
        deciding.changed = self._look_again

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return what is to be resolved, in the order of the items."""
        return tuple(
            self._changed[index] for index in sorted(self._changed) if self._is_conflict(index)
        )

    def gone(self) -> Iterator[int]:
        """Go through the items that are no longer in their file, and that nobody replaces."""
        return (index for index in self._changed if not self._is_replaced(index))

    def is_gone(self, index: int) -> bool:
        """Return whether somebody has taken an item from its file that nobody replaces."""
        return index in self._changed and not self._is_replaced(index)

    def is_lost(self, index: int) -> bool:
        """Return whether the words of an item no longer stand in its file."""
        return self._pages.placed[index] is None

    def lost(self, index: int) -> ReviewError:
        """Return why an item cannot be replaced whose words no longer stand in its file."""
        if self._is_conflict(index):
            return ReviewError(
                "these words were changed on disk", mend="choose the text on disk or yours"
            )
        if index in self._changed:
            return ReviewError("these words are gone from the file", mend="dismiss it")
        return ReviewError(
            "another replacement has changed these words", mend="run capqa review again"
        )

    def write(self) -> WriteReport:
        """Write all files; see the session."""
        written: list[Path] = []
        changed: list[Path] = []
        lines: list[str] = []
        refusals: list[Refusal] = []
        edits = 0
        self._deciding.catch_up()
        try:
            for path, indexes in self._pages.indexes.items():
                lost = self._lost(path, indexes)
                refusals += lost
                lines += [each.reason for each in lost]
                try:
                    outcome = self._write(path, indexes)
                except CapqaError as error:
                    lines.append(str(error))
                    if isinstance(error, ConflictError):
                        changed.append(path)
                    continue
                if outcome is None:
                    continue
                result, placed = outcome
                if result.edits:
                    written.append(path)
                    edits += result.edits
                left = [Refusal(placed[each.position], str(each.error)) for each in result.refused]
                refusals += left
                lines += dict.fromkeys(each.reason for each in left)
        finally:
            self._deciding.settle()
            self.unwritten.look_at_all()
        return WriteReport(tuple(written), edits, tuple(lines), tuple(changed), tuple(refusals))

    def reread(self, path: Path) -> Reread:
        """Take up a changed file; see the session."""
        deciding, pages = self._deciding, self._pages
        if path not in pages.indexes:
            raise ReviewError("nothing in it is under review", mend="run capqa review again")
        deciding.catch_up()
        indexes = pages.indexes[path]
        wanted = {index: deciding.wanted(index) for index in indexes}
        found = pages.find_again(path, wanted)
        lost = [
            (pages.conflict(index, path, wanted, found.alignment), finding)
            for index in indexes
            if index not in found.placed and (finding := pages.placed[index]) is not None
        ]
        followed = self._changed.followed(path, found.alignment)
        again = self._changed.found_again(followed, found.document, wanted)
        taken = {(each.segment.start, each.span) for each in found.placed.values()}
        found.placed.update(
            (index, finding)
            for index, finding in again.items()
            if (finding.segment.start, finding.span) not in taken
        )
        self._carry(path, found)
        pages.take_over(path, found)
        for index, finding in found.placed.items():
            self._show(index, finding, path)
        self.unwritten.look_at_all()
        self._changed.update(followed)
        self._changed.drop(found.placed)
        for conflict, finding in lost:
            self._changed.add(conflict, finding)
        kept = sorted(found.placed)
        gone = [conflict.index for conflict, _ in lost if not self._is_conflict(conflict.index)]
        conflicts = [conflict for conflict in self.conflicts() if conflict.path == path]
        return Reread(path, tuple(kept), tuple(gone), tuple(conflicts))

    def resolve(self, index: int, side: Side, text: str | None = None) -> WriteReport:
        """Settle a conflict; see the session."""
        if not self._is_conflict(index):
            raise ReviewError("there is no conflict to resolve here")
        conflict, deciding = self._changed[index], self._deciding
        if side is Side.DISK:
            deciding.take([index], Action.DISMISS)
            return WriteReport((), 0, ())
        segment, path = conflict.segment, conflict.path
        if segment is None:
            raise ReviewError(
                "nothing like it stands in the file any longer", mend="leave the file as it is"
            )
        text = checked(conflict.yours if text is None else text, conflict.disk)
        beside = self._beside(conflict, segment)
        finding = deciding.items[index].finding
        placed = self._pages.place(index, finding, segment)
        deciding.originals[index] = conflict.disk
        deciding.items[index] = replace(
            deciding.items[index], finding=placed, document=self._pages.documents[path]
        )
        deciding.settle({index: placed.fingerprint})
        deciding.take([index], Action.EDIT, text)
        self._changed.drop([index])
        # At once: the next review would not find this segment, as no rule objects to it.
        try:
            outcome = self._write(path, [index])
        finally:
            deciding.settle()
        assert outcome is not None
        result, indexes = outcome
        if result.edits:
            self._place_within(path, self._pages.placed[index], beside)
        refusals = tuple(
            Refusal(indexes[each.position], str(each.error)) for each in result.refused
        )
        lines = tuple(each.reason for each in refusals)
        return WriteReport((path,) if result.edits else (), result.edits, lines, (), refusals)

    def _beside(self, conflict: Conflict, segment: Segment) -> dict[int, Finding]:
        """Return the other items of a segment that one of them is to replace as a whole."""
        placed = self._pages.placed
        beside = {
            other: finding
            for other in self._pages.indexes[conflict.path]
            if (finding := placed[other]) is not None and finding.segment.start == segment.start
        }
        others = self._changed.beside(conflict.index)
        return beside | {other: self._changed.finding(other) for other in others}

    def _place_within(
        self, path: Path, whole: Finding | None, beside: Mapping[int, Finding]
    ) -> None:
        """Find items again in the text that has replaced their segment."""
        if whole is None:
            return
        document = self._pages.documents[path]
        wanted = {index: self._deciding.wanted(index) for index in beside}
        placed = {
            index: again
            for index, finding in beside.items()
            if (again := anchors.find_within(finding, wanted[index], whole.segment))
            or (again := anchors.find_within(finding, finding.text, whole.segment))
        }
        self._carry(path, Found(document, placed, Alignment(document, document)))
        for index, finding in placed.items():
            self._pages.placed[index] = finding
            self._show(index, finding, path)
        self._deciding.settle()
        self._changed.drop(placed)

    def _write(self, path: Path, indexes: Sequence[int]) -> tuple[Written, list[int]] | None:
        before = self._pages.documents[path]
        outcome = self._pages.write(
            path,
            {index: self._deciding.wanted(index) for index in indexes},
            log=self._deciding.ledger.add,
            reviewer=self._deciding.reviewer,
            time=now(),
        )
        if outcome is not None and outcome[0].event is not None:
            written, placed = outcome
            self._follow(path, before)
            self._deciding.ledger.hashes[written.document.name] = written.document.content_hash
            for index, finding in zip(placed, written.findings, strict=True):
                if finding is not None:
                    self._show(index, finding, path)
        return outcome

    def _show(self, index: int, finding: Finding, path: Path) -> None:
        deciding = self._deciding
        deciding.rename(index, finding.fingerprint)
        # What was written keeps showing the words that were decided on, in their old page.
        if finding.text == deciding.originals[index]:
            document = self._pages.documents[path]
            item = deciding.items[index]
            deciding.items[index] = ReviewItem(finding, document, path, item.target_language)

    def _carry(self, path: Path, found: Found) -> None:
        """Log what became of the findings in a file that somebody else changed."""
        deciding = self._deciding
        ledger, before = deciding.ledger, self._pages.documents[path]
        name, old, new = before.name, before.content_hash, found.document.content_hash
        was = {index: deciding.fingerprint(index) for index in found.placed}
        carried = {was[index]: each.fingerprint for index, each in found.placed.items()}
        ledger.hashes[name] = new
        # Whoever wrote it with capqa has said so already.
        base = new if leads_to(ledger.events, name, old, new) else old
        if base == new:
            ledger.fold()
            carried = {
                fingerprint: carried[fingerprint]
                for fingerprint in carried
                if ledger.needs(name, fingerprint, carried[fingerprint])
            }
        if any(before != after for before, after in carried.items()):
            event = FileWrite(name, base, new, carried, deciding.reviewer, now(), taken_up=True)
            try:
                ledger.add(event)
            except CapqaError:
                ledger.hashes[name] = old
                raise
        moved = {index: each.fingerprint for index, each in found.placed.items()}
        deciding.settle(moved)

    def _lost(self, path: Path, indexes: Sequence[int]) -> list[Refusal]:
        return [
            Refusal(index, f"{path}: {self._why_lost(index)}")
            for index in indexes
            if self._pages.placed[index] is None and self._is_replaced(index)
        ]

    def _why_lost(self, index: int) -> str:
        words = repr(self._deciding.originals[index])
        if index in self._changed:
            return f"{words} was changed on disk; choose the text on disk or yours"
        return f"another replacement has changed {words}; run capqa review again"

    def _look_again(self, index: int | None) -> None:
        if index is None:
            self.unwritten.look_at_all()
        else:
            self.unwritten.look_again(index)

    def _is_unwritten(self, index: int) -> bool:
        finding = self._pages.placed[index]
        if finding is None:
            return self._is_replaced(index)
        return finding.text != self._deciding.wanted(index)

    def _follow(self, path: Path, before: Document) -> None:
        """Keep the conflicts of a file true after it was written."""
        if any(self._changed[index].path == path for index in self._changed):
            alignment = Alignment(before, self._pages.documents[path])
            self._changed.update(self._changed.followed(path, alignment))

    def _is_conflict(self, index: int) -> bool:
        return index in self._changed and self._is_replaced(index)

    def _is_replaced(self, index: int) -> bool:
        return replacement_in(self._deciding.standing[index]) is not None
