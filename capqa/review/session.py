"""A review: items, the decisions on them, undo and redo, and writing them, without a screen."""

from __future__ import annotations

import threading
from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from capqa.model import Action, Scope
from capqa.review.allowing import Allowing
from capqa.review.asking import Asking
from capqa.review.deciding import Deciding
from capqa.review.items import UNDECIDED, ReviewError, ReviewItem, State
from capqa.review.pages import Pages
from capqa.review.replacement import checked, checked_comment, refuse_unverified
from capqa.review.reports import Conflict, News, Refusal, Reread, Side, WriteReport
from capqa.review.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from capqa.model import Decision, Suggestion
    from capqa.review.store import EventStore

__all__ = [
    "Conflict",
    "News",
    "Refusal",
    "Reread",
    "ReviewError",
    "ReviewItem",
    "Session",
    "Side",
    "State",
    "WriteReport",
]


_Kind: TypeAlias = tuple[str, str, str, str]


class Session(Asking):
    """A review under way; every decision is on disk before the method that takes it returns.

    Items are addressed by their index in ``items``. Methods raise CapqaError when the log cannot
    be written; the item then is as it was. ``suggestion``, ``has_suggestion`` and ``has_news`` may
    be called from any thread, ``changed_files`` while no method that reads or writes files is
    under way, the other methods from one thread at a time.
    """

    def __init__(
        self,
        items: Sequence[ReviewItem],
        log: EventStore,
        *,
        reviewer: str,
        suggest: Callable[[ReviewItem], Suggestion | None],
        glossary_state: Callable[[str, str], str] = lambda language, target_language: "",
        allowlist: Callable[[], Path] | None = None,
    ) -> None:
        """Start a review, or take up an earlier one: decisions in the log on these items stand.

        ``suggest`` is called at most once an item, never by two threads at once. ``glossary_state``
        is recorded with decisions. ``allowlist`` gives the file that dismissing always adds to, and
        is called when that is done. Raises CapqaError when the log cannot be read.
        """
        pages = Pages(items)
        deciding = Deciding(
            items, log, pages.hashes(), reviewer=reviewer, glossary_state=glossary_state
        )
        super().__init__(deciding, Writing(deciding, pages), items)
        self._pages = pages
        self._allowing = Allowing(allowlist)
        self._suggest = suggest
        self._suggestions: dict[int, Suggestion | None] = {}
        self._suggesting = threading.Lock()
        self._made: list[int] = []
        self._alike: Mapping[_Kind, Sequence[int]] | None = None
        self.touched: tuple[int, ...] = ()
        """The items that the last step, undo or redo was on."""

    def suggestion(self, index: int) -> Suggestion | None:
        """Return what is proposed for an item, computed on the first call (this may take seconds).

        Raises what ``suggest`` raises; the next call then tries again.
        """
        if index not in self._suggestions:
            with self._suggesting:
                if index not in self._suggestions:
                    self._suggestions[index] = self._suggest(self.items[index])
                    self._made.append(index)
        return self._suggestions[index]

    def has_suggestion(self, index: int) -> bool:
        """Return whether ``suggestion`` would answer at once."""
        return index in self._suggestions

    def made(self, since: int = 0) -> Sequence[int]:
        """Return the items that have a suggestion, as they came to it, from that number on."""
        return self._made[since:]

    def identical(self, index: int) -> tuple[int, ...]:
        """Return an item and the others that are decided like it in one step, in their order.

        Those are of the same rule, with the same text and languages, and not decided yet: a place
        that somebody has decided on is left alone.
        """
        if self._alike is None:
            alike: defaultdict[_Kind, list[int]] = defaultdict(list)
            for each in range(len(self.items)):
                alike[self._kind(each)].append(each)
            self._alike = alike
        return tuple(
            other
            for other in self._alike[self._kind(index)]
            if other == index
            or (self.state(other) in UNDECIDED and not self._writing.is_lost(other))
        )

    def accept(self, index: int, text: str | None = None) -> None:
        """Accept the suggestion, or one of its alternatives given as ``text``.

        Raises ReviewError when there is no suggestion, or it is no replacement `edit` would take.
        """
        if text is None:
            text = self._suggested(index).text
        suggestion = self._suggestions.get(index)
        known = suggestion and text in (suggestion.text, *suggestion.alternatives)
        origin = suggestion.origin if suggestion and known else ""
        self._replace([index], Action.ACCEPT, text, origin=origin)

    def accept_identical(self, index: int) -> tuple[int, ...]:
        """Accept the suggestion for all `identical` items in one step; return them.

        Raises ReviewError as `accept` does, and when the suggestion breaks the glossary, failed a
        check or holds a word nobody knows: nobody reads each place.
        """
        suggestion = self._suggested(index)
        refuse_unverified(suggestion)
        indexes = self.identical(index)
        self._replace(
            _first(index, indexes),
            Action.ACCEPT,
            suggestion.text,
            scope=Scope.IDENTICAL,
            origin=suggestion.origin,
        )
        return indexes

    def edit(self, index: int, text: str) -> None:
        """Replace the item's text by one of the reviewer's own; white space around it is dropped.

        Raises ReviewError when nothing is left, when it is what stands there already, or when it
        holds control characters or line breaks (unless the item itself spans lines), and when
        another item's replacement, written before, has changed the item's words.
        """
        self._replace([index], Action.EDIT, text)

    def dismiss(self, index: int) -> None:
        """Decide that the item's text is right as it stands."""
        self._take([index], Action.DISMISS)

    def dismiss_identical(self, index: int) -> tuple[int, ...]:
        """Dismiss all `identical` items in one step; return them."""
        indexes = self.identical(index)
        self._take(_first(index, indexes), Action.DISMISS, scope=Scope.IDENTICAL)
        return indexes

    def dismiss_always(self, index: int) -> tuple[int, ...]:
        """Dismiss all `identical` items in one step, and allow their text in pages to come.

        It becomes a line of the allowlist, which undoing takes away again. Raises ReviewError when
        there is no allowlist or it cannot hold the text, CapqaError when it cannot be written.
        """
        indexes = self.identical(index)
        text = self._deciding.originals[index]
        with self._allowing.allowed(text, self.items[index].finding.rule) as file:
            self._take(_first(index, indexes), Action.DISMISS, scope=Scope.ALWAYS, allowed_in=file)
        return indexes

    def skip(self, index: int) -> None:
        """Leave the item for later."""
        self._take([index], Action.SKIP)

    def undo(self) -> int | None:
        """Take back this reviewer's last step, of this run or an earlier one.

        Returns the index of its first item (``touched`` are all), None when there is nothing to
        take back. Items return to what they were before: open, or an earlier decision. A decision
        already written is taken out of the file again by the next ``write``.
        """
        undone = self._deciding.undo()
        index = self._touch(undone)
        for decision in undone:
            self._allowing.take_back(decision)
        return index

    def redo(self) -> int | None:
        """Take the step again that this reviewer undid last, of this run or an earlier one.

        Returns as `undo`. A new decision leaves nothing to redo.
        """
        return self._touch(self._deciding.redo(self._allowing.add))

    def comment(self, index: int, text: str) -> None:
        """Add a comment on an item, which decides nothing; white space around it is dropped.

        Raises ReviewError when nothing is left or it holds control characters.
        """
        self._deciding.comment(index, checked_comment(text))

    def refresh(self) -> tuple[News, ...]:
        """Take in what others decided since, and return it, each item of news once.

        Every act takes it in as well; what that found is told here. Raises CapqaError when the log
        cannot be read.
        """
        self._deciding.catch_up()
        return self._deciding.news()

    def write(self) -> WriteReport:
        """Bring the files to what was decided, each as a whole or not at all.

        A replacement that cannot be made is named in the report, the others in its file are
        written. A file that changed on disk since it was read is never overwritten but named; so is
        one that cannot be written. Writing again writes only what was decided since, and takes out
        what was undone. Raises CapqaError when the log cannot be written.
        """
        try:
            return self._writing.write()
        finally:
            self.items = tuple(self._deciding.items)

    def changed_files(self) -> tuple[Path, ...]:
        """Return the files that no longer hold what was read, those gone included."""
        return self._pages.changed()

    def reread(self, path: Path) -> Reread:
        """Take up a file that changed on disk: items found again stay decided as they are.

        Raises CapqaError when the file cannot be read or has no items; nothing has changed then.
        """
        try:
            return self._writing.reread(path)
        finally:
            self.items = tuple(self._deciding.items)

    def resolve(self, index: int, side: Side, text: str | None = None) -> WriteReport:
        """Settle a conflict: leave what stands on disk, or write yours in its place at once.

        ``text`` is written instead of yours, if given: the whole segment as it is to read. The
        report names why yours could not be written, if so; the item then is one as any other.
        Raises ReviewError when there is no conflict on the item, or nothing on disk to replace;
        ConflictError when the file has changed again.
        """
        try:
            return self._writing.resolve(index, side, text)
        finally:
            self._alike = None
            self.items = tuple(self._deciding.items)

    def _kind(self, index: int) -> _Kind:
        item = self.items[index]
        text = self._deciding.originals[index]
        return item.finding.rule, text, item.finding.language, item.target_language

    def _suggested(self, index: int) -> Suggestion:
        suggestion = self.suggestion(index)
        if suggestion is None:
            raise ReviewError("there is no suggestion to accept", mend="edit or dismiss it")
        return suggestion

    def _replace(
        self,
        indexes: Sequence[int],
        action: Action,
        text: str,
        *,
        scope: Scope = Scope.HERE,
        origin: str = "",
    ) -> None:
        if self._writing.is_lost(indexes[0]):
            raise self._writing.lost(indexes[0])
        text = checked(text, self._deciding.originals[indexes[0]])
        self._take(indexes, action, text, scope=scope, origin=origin)

    def _take(
        self,
        indexes: Sequence[int],
        action: Action,
        text: str = "",
        *,
        scope: Scope = Scope.HERE,
        origin: str = "",
        allowed_in: str = "",
    ) -> None:
        self._deciding.take(
            indexes, action, text, scope=scope, origin=origin, allowed_in=allowed_in
        )
        self.touched = tuple(indexes)

    def _touch(self, decisions: Sequence[Decision]) -> int | None:
        self.touched = tuple(self._deciding.indexes_of(decisions))
        return self.touched[0] if self.touched else None


def _first(index: int, indexes: Sequence[int]) -> list[int]:
    """Return the indexes with one of them first, where undoing returns to."""
    return [index, *(each for each in indexes if each != index)]
