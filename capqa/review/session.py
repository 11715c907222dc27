"""A review: items, the decisions on them, undo, and writing them, without a screen."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.model import Action, Decision
from capqa.review.apply import Placed, WriteReport, Written, write_file
from capqa.review.history import History, Key
from capqa.review.items import ReviewError, ReviewItem, State, replacement_in, state_after
from capqa.review.replacement import checked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from capqa.model import Document, Finding, Suggestion
    from capqa.review.log import DecisionLog

__all__ = ["ReviewError", "ReviewItem", "Session", "State", "WriteReport"]


class Session:
    """A review under way; every decision is on disk before the method that takes it returns.

    Items are addressed by their index in ``items``. Methods raise CapqaError when the log cannot
    be written; the item then is as it was. ``suggestion`` and ``has_suggestion`` may be called from
    any thread, the other methods from one.
    """

    def __init__(
        self,
        items: Sequence[ReviewItem],
        log: DecisionLog,
        *,
        reviewer: str,
        suggest: Callable[[ReviewItem], Suggestion | None],
    ) -> None:
        """Start a review, or take up an earlier one: decisions in the log on these items stand.

        ``suggest`` is called at most once an item, never by two threads at once. Raises CapqaError
        when the log cannot be read.
        """
        self.items = tuple(items)
        self._log = log
        self._reviewer = reviewer
        self._suggest = suggest
        self._suggestions: dict[int, Suggestion | None] = {}
        self._suggesting = threading.Lock()
        # Where each item lies in the bytes now on disk (None: another's replacement has changed its
        # words), and what its finding's text was at first.
        self._placed: list[Finding | None] = [item.finding for item in items]
        self._originals = [item.finding.text for item in items]
        self._documents: dict[Path, Document] = {item.path: item.document for item in items}
        hashes = {each.name: each.content_hash for each in self._documents.values()}
        self._hashes = hashes
        self._history = History(log.events(), hashes)
        self._keys = [Key(item.document.name, item.finding.fingerprint) for item in items]
        self._decisions = [self._effective(index) for index in range(len(items))]

    def suggestion(self, index: int) -> Suggestion | None:
        """Return what is proposed for an item, computed on the first call (this may take seconds).

        Raises what ``suggest`` raises; the next call then tries again.
        """
        if index not in self._suggestions:
            with self._suggesting:
                if index not in self._suggestions:
                    self._suggestions[index] = self._suggest(self.items[index])
        return self._suggestions[index]

    def has_suggestion(self, index: int) -> bool:
        """Return whether ``suggestion`` would answer at once."""
        return index in self._suggestions

    def state(self, index: int) -> State:
        """Return where an item stands."""
        return state_after(self._decisions[index])

    def replacement(self, index: int) -> str | None:
        """Return the text that writing puts in the place of an item's, None when it puts none."""
        return replacement_in(self._decisions[index])

    def accept(self, index: int, text: str | None = None) -> None:
        """Accept the suggestion, or one of its alternatives given as ``text``.

        Raises ReviewError when there is no suggestion, or it is no replacement `edit` would take.
        """
        if text is None:
            suggestion = self.suggestion(index)
            if suggestion is None:
                raise ReviewError("there is no suggestion to accept", mend="edit or dismiss it")
            text = suggestion.text
        self._replace(index, Action.ACCEPT, text)

    def edit(self, index: int, text: str) -> None:
        """Replace the item's text by one of the reviewer's own; white space around it is dropped.

        Raises ReviewError when nothing is left, when it is what stands there already, or when it
        holds control characters or line breaks (unless the item itself spans lines), and when
        another item's replacement, written before, has changed the item's words.
        """
        self._replace(index, Action.EDIT, text)

    def dismiss(self, index: int) -> None:
        """Decide that the item's text is right as it stands."""
        self._decide(index, Action.DISMISS)

    def skip(self, index: int) -> None:
        """Leave the item for later."""
        self._decide(index, Action.SKIP)

    def undo(self) -> int | None:
        """Take back this reviewer's last decision, of this run or an earlier one.

        Returns the index of its item, None when there is nothing to take back. The item returns to
        what it was before: open, or an earlier decision. A decision already written is taken out of
        the file again by the next ``write``.
        """
        key = self._history.last(dict.fromkeys(self._keys), self._reviewer)
        if key is None:
            return None
        index = self._keys.index(key)
        self._record(index, Action.UNDO, "")
        return index

    def next_open(self, after: int) -> int | None:
        """Return the first open item after an index, from the start again if need be."""
        count = len(self.items)
        return self._first_open((after + step) % count for step in range(1, count + 1))

    def previous_open(self, before: int) -> int | None:
        """Return the last open item before an index, from the end again if need be."""
        count = len(self.items)
        return self._first_open((before - step) % count for step in range(1, count + 1))

    def counts(self) -> Mapping[State, int]:
        """Return how many items are in each state, states without items included."""
        counted = Counter(map(state_after, self._decisions))
        return {state: counted[state] for state in State}

    def write(self) -> WriteReport:
        """Bring the files to what was decided, each as a whole or not at all.

        A file that changed on disk since it was read is never overwritten but named in the report;
        so is one whose edits cannot be made. Writing again writes only what was decided since, and
        takes out what was undone. Raises CapqaError when the log cannot be written.
        """
        written, edits, refused = [], 0, []
        for path, indexes in self._indexes_by_path().items():
            refused += self._words_changed(path, indexes)
            placed = {
                index: Placed(finding, self._wanted(index))
                for index in indexes
                if (finding := self._placed[index]) is not None
            }
            try:
                result = write_file(
                    path,
                    self._documents[path],
                    list(placed.values()),
                    log=self._log.append_write,
                    reviewer=self._reviewer,
                    time=_now(),
                )
            except CapqaError as error:
                refused.append(str(error))
                continue
            if result is not None:
                written.append(path)
                edits += result.edits
                self._take_over(path, list(placed), result)
        return WriteReport(tuple(written), edits, tuple(refused))

    def _first_open(self, indexes: Iterable[int]) -> int | None:
        return next((index for index in indexes if self._decisions[index] is None), None)

    def _replace(self, index: int, action: Action, text: str) -> None:
        if self._placed[index] is None:
            raise ReviewError(
                "another replacement has changed these words", mend="run capqa review again"
            )
        self._decide(index, action, checked(text, self._originals[index]))

    def _decide(self, index: int, action: Action, text: str = "") -> None:
        standing = self._decisions[index]
        # Deciding the same again must not need two undos.
        if standing and (standing.action, standing.text) == (action, text):
            return
        self._record(index, action, text)

    def _record(self, index: int, action: Action, text: str) -> None:
        key = self._keys[index]
        decision = Decision(
            fingerprint=key.fingerprint,
            document=key.document,
            action=action,
            text=text,
            source=self._originals[index],
            reviewer=self._reviewer,
            time=_now(),
            base_hash=self._hashes[key.document],
        )
        self._log.append(decision)
        self._history.add(decision)
        for other, its_key in enumerate(self._keys):
            if its_key == key:
                self._decisions[other] = self._effective(other)

    def _effective(self, index: int) -> Decision | None:
        decision = self._history.standing(self._keys[index])
        # A replacement that a rule objects to once it is written is a finding to decide anew.
        if replacement_in(decision) == self._originals[index]:
            return None
        return decision

    def _wanted(self, index: int) -> str:
        replacement = self.replacement(index)
        return self._originals[index] if replacement is None else replacement

    def _words_changed(self, path: Path, indexes: Sequence[int]) -> list[str]:
        return [
            f"{path}: another replacement has changed {self._originals[index]!r}; "
            "run capqa review again"
            for index in indexes
            if self._placed[index] is None and self.replacement(index) is not None
        ]

    def _indexes_by_path(self) -> dict[Path, list[int]]:
        by_path: dict[Path, list[int]] = {}
        for index, item in enumerate(self.items):
            by_path.setdefault(item.path, []).append(index)
        return by_path

    def _take_over(self, path: Path, indexes: Sequence[int], written: Written) -> None:
        self._documents[path] = written.document
        self._hashes[written.document.name] = written.event.new_hash
        self._history.carry(written.document.name, written.event.carried)
        items = list(self.items)
        for index, finding in zip(indexes, written.findings, strict=True):
            self._placed[index] = finding
            if finding is None:
                continue
            self._keys[index] = Key(written.document.name, finding.fingerprint)
            # What was written keeps showing the words that were decided on, in their old page.
            if finding.text == self._originals[index]:
                items[index] = replace(items[index], finding=finding, document=written.document)
        self.items = tuple(items)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
